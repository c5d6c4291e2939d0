import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../data/index.ts';
import { lsat6, raw, scored } from '../testing/reference-data.ts';
import { classical } from './classical.ts';
import { distractors } from './distractors.ts';
import { itemFlagRules, scoreFlags } from './item-flags.ts';
import { classicalJson } from './json.ts';
import { presentClassical } from './present.ts';

const few = responseMatrix(Array.from({ length: 12 }, (_, p) => [p % 2, Number(p % 3 === 0), Number(p % 4 > 0)]));

describe('the JSON of a classical analysis', () => {
  const json = classicalJson(classical(lsat6()));

  it('has the fixed names', () => {
    expect(json).toMatchObject({ n: 1000, mean: 3.819, alphaCi: [expect.any(Number), expect.any(Number)] });
    for (const name of ['sd', 'alpha', 'kr20', 'kr21', 'lambda2', 'lambda6', 'sem'] as const) {
      expect(typeof json[name]).toBe('number');
    }
    expect(Object.keys(json.items[0] ?? {}).slice(0, 7)).toEqual([
      'id',
      'p',
      'itemTotal',
      'itemRest',
      'biserial',
      'alphaIfDeleted',
      'verdict',
    ]);
  });

  it('survives being written and read: nothing in it is undefined, NaN or infinite', () => {
    for (const result of [classical(lsat6()), classical(few), classical(responseMatrix([[1]]))]) {
      const written = classicalJson(result);
      expect(JSON.parse(JSON.stringify(written))).toEqual(written);
    }
  });

  it('carries the options where they were analyzed, their flags among those of the item', () => {
    const chosen = raw('sat12_raw.csv');
    const options = distractors(chosen, new Map(chosen.items.map((id) => [id, ['1']])));
    const { items, groups } = classicalJson(classical(scored('sat12_scored.csv')), options) as ReturnType<
      typeof classicalJson
    > & { groups: readonly unknown[] };
    expect(groups.length).toBe(5);
    expect(items.some(({ flags }) => flags.includes('possible-miskey'))).toBe(true);
  });
});

describe('the presentation of a classical analysis', () => {
  it('has a row per item, and a row per score from the lowest to the highest', () => {
    const { sections } = presentClassical(classical(lsat6()));
    expect(sections.map(({ heading }) => heading)).toEqual([
      'At a glance',
      'Reliability',
      'Items',
      'Score distribution',
    ]);
    expect(sections.map(({ tables }) => tables[0]?.rows.length).slice(2)).toEqual([5, 6]);
    for (const { columns, rows } of sections.flatMap(({ tables }) => tables)) {
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });

  it('of fewer than 30 candidates shows counts only, unless the rule was set aside with a reason', () => {
    const shown = presentClassical(classical(few));
    expect(shown.sections.map(({ heading }) => heading)).toEqual(['Items']);
    expect(shown.sections[0]?.tables[0]?.columns.map(({ heading }) => heading)).not.toContain('p');
    const override = { reason: 'pilot of a new form' };
    expect(presentClassical(classical(few, { override })).sections).toHaveLength(4);
    expect(() => classical(few, { override: { reason: ' ' } })).toThrow(/needs a reason/);
  });
});

describe('flags', () => {
  const item = { n: 200, variance: 0.2, p: 0.6, itemRest: 0.3, chance: null };

  it.each([
    [{ ...item }, []],
    [{ ...item, p: 0.951 }, ['too-easy']],
    [{ ...item, p: 0.95 }, []],
    [{ ...item, p: 0.24 }, ['too-hard']],
    [{ ...item, p: 0.3, chance: 0.5 }, ['too-hard']],
    [{ ...item, p: 0.3, chance: 0.25 }, []],
    [{ ...item, itemRest: 0.149 }, ['low-discrimination']],
    [{ ...item, itemRest: -0.001 }, ['negative-discrimination']],
    [{ ...item, variance: 0, p: 1, itemRest: null }, ['no-variance', 'too-easy']],
    [{ ...item, n: 0, p: null, variance: null, itemRest: null }, ['no-responses']],
  ])('%o has %o', (given, flags) => {
    expect(scoreFlags(given)).toEqual(flags);
  });

  it('each have a limit, words and a source', () => {
    for (const { says, source } of Object.values(itemFlagRules)) {
      expect(says.length).toBeGreaterThan(5);
      expect(source.length).toBeGreaterThan(5);
    }
  });
});
