import { checkResponses, interactionsOf, startItem } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { readSamples } from './index.ts';

const kinds = [
  'associate',
  'choice',
  'custom',
  'drawing',
  'end-attempt',
  'extended-text',
  'gap-match',
  'graphic-associate',
  'graphic-gap-match',
  'graphic-order',
  'hotspot',
  'hottext',
  'inline-choice',
  'match',
  'media',
  'order',
  'portable-custom',
  'position-object',
  'select-point',
  'slider',
  'text-entry',
  'upload',
];

describe('the samples of the gallery', () => {
  const samples = readSamples();

  it('show every interaction there is', () => {
    const shown = samples.flatMap(({ item }) => interactionsOf(item.body).map(({ interaction }) => interaction));
    expect([...new Set(shown)].sort()).toEqual(kinds);
  });

  it('are read in full, but for the one without a standard', () => {
    expect(samples.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual(['custom']);
  });

  it('have anchors of their own', () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  });

  it.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s is answered as a candidate may',
    (_, { item, answered }) => {
      const check = checkResponses(item, { ...answered }, startItem(item));
      expect(check).toMatchObject({ ok: true });
    },
  );
});
