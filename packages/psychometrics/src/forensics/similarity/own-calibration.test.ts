import { describe, expect, it } from 'vitest';
import type { NominalItem } from '../../irt/items/item.ts';
import { probabilities } from '../../irt/items/response-function.ts';
import { Random } from '../../numeric/random.ts';
import { answerSheet } from './answer-sheet.ts';
import { readPairs } from './read-pairs.ts';
import { similarity } from './similarity.ts';

const model: readonly NominalItem[] = Array.from({ length: 20 }, (_, item) => ({
  id: `i${item + 1}`,
  model: 'nrm',
  slopes: [0, -0.8, -1.2],
  intercepts: [0.5, 0.1, -0.2],
}));

/** Persons who work independently; everybody answers the first item right, and of the second nobody finds the key. */
function sheetOf(persons: number): ReturnType<typeof answerSheet> {
  const random = new Random(31);
  const responses = Array.from({ length: persons }, () => {
    const theta = random.normal();
    const row = model.map((item) => ['A', 'B', 'C'][random.pick(probabilities(item, theta))] ?? 'A');
    return ['A', row[1] === 'A' ? 'B' : (row[1] ?? 'B'), ...row.slice(2)];
  });
  const items = model.map(({ id }) => id);
  return answerSheet(
    { persons: responses.map((_, at) => `p${at + 1}`), items, responses },
    new Map(items.map((id) => [id, ['A']])),
  );
}

describe('without item parameters', () => {
  it('a 2PL of right and wrong is calibrated where the sample is too small for the options, and this is said', () => {
    const found = similarity(sheetOf(250), { method: 'omega', pairs: [{ a: 'p1', b: 'p2' }] });
    expect(found.compares).toBe('scores');
    expect(found.notices[0]).toContain('2PL');
    // The first item is all right and the second all wrong.
    expect(found.notices[1]).toContain('i1, i2');
    expect(found.items).toBe(18);
  });

  it('a nominal model of the options is calibrated from 1,000 candidates on, also where nobody chose a key', () => {
    const found = similarity(sheetOf(1000), { method: 'm4', pairs: [{ a: 'p1', b: 'p2' }] });
    expect(found.compares).toBe('options');
    expect(found.notices[0]).toContain('NRM');
    expect(found.items).toBe(19);
    expect(found.pairs[0]?.p).toBeGreaterThan(0);
  });
});

describe('pairs of a table', () => {
  it('stand under a and b, and a row without an id is named', () => {
    expect(readPairs({ columns: ['a', 'b'], rows: [['1', '2']] })).toEqual([{ a: '1', b: '2' }]);
    expect(() => readPairs({ columns: ['a', 'b'], rows: [['1', '']] })).toThrow(/row 1 lacks an id/);
    expect(() => readPairs({ columns: ['x', 'b'], rows: [['1', '2']] })).toThrow(/no column "a"/);
  });
});
