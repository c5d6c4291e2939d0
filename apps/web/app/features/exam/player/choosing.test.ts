import type { ChoiceInteraction } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { choose, letterOf } from './choosing.ts';

const interaction = (cardinality: 'single' | 'multiple', maxChoices: number): ChoiceInteraction => ({
  type: 'interaction',
  interaction: 'choice',
  responseIdentifier: 'RESPONSE',
  cardinality,
  shuffle: false,
  minChoices: 0,
  maxChoices,
  orientation: 'vertical',
  classes: [],
  minSelectionsMessage: null,
  maxSelectionsMessage: null,
  prompt: [],
  choices: ['A', 'B', 'C'].map((identifier) => ({ identifier, fixed: false, content: [] })),
});

describe('choosing an option', () => {
  it('replaces the answer where there is one', () => {
    expect(choose(interaction('single', 1), 'A', 'C')).toEqual({ ok: true, value: 'C' });
  });
  it('adds and takes back where there may be several, in the order shown', () => {
    const several = interaction('multiple', 0);
    expect(choose(several, ['C'], 'A')).toEqual({ ok: true, value: ['A', 'C'] });
    expect(choose(several, ['A', 'C'], 'A')).toEqual({ ok: true, value: ['C'] });
    expect(choose(several, ['C'], 'C')).toEqual({ ok: true, value: null });
    expect(choose(several, undefined, 'B')).toEqual({ ok: true, value: ['B'] });
  });
  it('takes no more than the item allows', () => {
    expect(choose(interaction('multiple', 2), ['A', 'B'], 'C')).toEqual({ ok: false, most: 2 });
    expect(choose(interaction('multiple', 2), ['A', 'B'], 'B')).toEqual({ ok: true, value: ['A'] });
  });
  it('goes by letters', () => {
    expect([0, 1, 25].map(letterOf)).toEqual(['A', 'B', 'Z']);
  });
});
