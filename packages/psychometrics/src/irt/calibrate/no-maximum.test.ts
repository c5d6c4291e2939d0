import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { Random } from '../../numeric/random.ts';
import { dichotomousItem } from '../items/item.ts';
import { calibrate } from './calibrate.ts';
import { calibrationJson } from './json.ts';
import { readItems } from './read-items.ts';

/** Answers to ten items, the last of which repeat the first where `copies` is above 0. */
function answers(n: number, copies = 0) {
  const random = new Random(12);
  return Array.from({ length: n }, () => {
    const theta = random.normal();
    const row = Array.from({ length: 10 }, (_, item) =>
      random.uniform() < 1 / (1 + Math.exp(-(theta - (item - 4.5) / 2))) ? 1 : 0,
    );
    return [...row, ...row.slice(0, copies)];
  });
}

describe('a likelihood without a maximum', () => {
  it('is not called converged: the discrimination of items that repeat each other grows to its bound', () => {
    const result = calibrate(responseMatrix(answers(300, 2)), { model: '2pl' });
    const bound = result.items.filter(({ item }) => 'discrimination' in item && Math.abs(item.discrimination) > 38);
    expect(bound.length).toBeGreaterThan(0);
    expect(result.converged).toBe(false);
    expect(result.notices.join()).toMatch(
      /the likelihood has no maximum, it rises as long as .* grows; the bound is 40/,
    );
    for (const { se } of bound) expect(se.discrimination).toBeNull();
  });

  it('is not mistaken for one at independence, where right and wrong answers balance', () => {
    // Half of the items are the reverse of the others: every item has correlation 0 with the rest of its test.
    const rows = Array.from({ length: 60 }, (_, person) => (person % 2 === 0 ? [1, 0, 1, 0] : [0, 1, 0, 1]));
    for (const model of ['2pl', 'nrm', 'grm'] as const) {
      const result = calibrate(responseMatrix(rows), { model });
      // The two patterns could have probability 1/2 each.
      expect(result.logLikelihood).toBeGreaterThan(-60 * Math.LN2 - 5);
      expect(result.converged).toBe(false);
    }
  });
});

describe('items scored in reverse', () => {
  it('have the discrimination with the other sign and the same likelihood', () => {
    const rows = answers(400);
    const plain = calibrate(responseMatrix(rows), { model: '2pl', precise: true });
    const turned = calibrate(
      responseMatrix(rows.map((row) => row.map((value, item) => (item % 2 === 0 ? 1 - value : value)))),
      { model: '2pl', precise: true },
    );
    expect(turned.logLikelihood).toBeCloseTo(plain.logLikelihood, 6);
    const size = ({ items }: typeof plain): number[] =>
      items.map(({ item }) => ('discrimination' in item ? Math.abs(item.discrimination) : 0));
    const [left, right] = [size(plain), size(turned)];
    // Both are the optimum to six digits.
    left.forEach((value, at) => {
      expect(right[at]).toBeCloseTo(value, 5);
    });
  });
});

describe('groups', () => {
  const data = responseMatrix(answers(120));

  it('of a single candidate are refused by name: one has no variance', () => {
    const groups = data.persons.map((_, at) => (at === 7 ? 'alone' : 'many'));
    expect(() => calibrate(data, { model: '2pl', groups })).toThrow(/a single candidate stands in group alone/);
  });

  it('are at most fifty: a column of ids names no groups', () => {
    expect(() => calibrate(data, { model: '2pl', groups: data.persons })).toThrow(/there are 120 groups; at most 50/);
  });
});

describe('item parameters that are read', () => {
  it('give a finite intercept, or are refused', () => {
    expect(() => readItems([{ id: 'a', discrimination: 1e300, difficulty: 1e300 }])).toThrow(/item a: .* is no number/);
  });

  it('are those that were calibrated', () => {
    const result = calibrate(responseMatrix(answers(300)), { model: '2pl' });
    const items = result.items.map(({ item }) => item);
    expect(readItems(JSON.parse(JSON.stringify(calibrationJson(result))))).toEqual(items);
    expect(readItems([{ id: 'x', discrimination: 2, difficulty: 1 }])).toEqual([
      dichotomousItem({ id: 'x', discrimination: 2, difficulty: 1 }),
    ]);
  });
});
