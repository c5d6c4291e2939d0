import type { Program } from '@testamur/program';
import { expect, it } from 'vitest';
import { chosenBundle, listBundles } from './bundles.ts';
import type { Candidacy } from './candidacy.ts';
import { program } from './testing/program.ts';

const [fee] = program.fees;
if (!fee) throw new Error('No fee.');
const north = { ...fee, id: 'north-fee', for: { region: ['north'] } };
const bundle = {
  id: 'both',
  title: 'Both',
  description: '',
  fees: [fee.id, north.id],
  prices: [{ amount: '1.00' }],
  dueWithin: 'P30D',
};
const bundled: Program = { ...program, fees: [fee, north], bundles: [bundle] };

it('a bundle is offered where every fee in it may be asked', () => {
  expect(listBundles(bundled, {}).map(({ id }) => id)).toEqual(['both']);
  expect(listBundles(bundled, { region: 'north' })).toHaveLength(1);
  expect(listBundles(bundled, { region: 'south' })).toEqual([]);
  expect(listBundles(program, {})).toEqual([]);
});

it('of several choices the latest counts, in whatever order the history comes', () => {
  const entry = (at: string, chosen: string): Candidacy['history'][number] => ({
    id: at,
    at,
    kind: 'bundle-chosen',
    actor: 'You',
    text: '',
    data: { bundle: chosen },
  });
  const entries = [entry('2027-01-02T00:00:00.000Z', 'late'), entry('2027-01-01T00:00:00.000Z', 'early')];
  expect(chosenBundle({ history: entries })).toBe('late');
  expect(chosenBundle({ history: entries.toReversed() })).toBe('late');
  expect(chosenBundle({ history: [] })).toBeUndefined();
});
