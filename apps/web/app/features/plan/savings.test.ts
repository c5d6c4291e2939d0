import { describe, expect, it } from 'vitest';
import { paysFrom, savingOf, yearsBegun } from './savings.ts';

const costs = (...sums: number[]) => ({
  totalMinor: sums.at(-1) ?? 0,
  years: sums.map((sumMinor, at) => ({ year: at + 1, sumMinor })),
});

describe('a membership', () => {
  it('pays from the year on from which it has cost less until the end', () => {
    expect(paysFrom(costs(5, 6, 7), costs(4, 7, 9))).toBe(2);
    expect(paysFrom(costs(3, 6, 7), costs(4, 7, 9))).toBe(1);
  });
  it('does not pay where it is cheaper only in between, or as dear at the end', () => {
    expect(paysFrom(costs(5, 6, 9), costs(4, 7, 8))).toBeUndefined();
    expect(paysFrom(costs(5, 6, 9), costs(4, 7, 9))).toBeUndefined();
    expect(paysFrom(costs(1, 8, 8), costs(4, 7, 9))).toBe(3);
  });
  it('is judged with its dues where they are known', () => {
    expect(savingOf({ ...costs(5, 6, 7), hasDues: true }, costs(4, 7, 9), 3)).toEqual({
      kind: 'pays',
      from: 2,
      savedMinor: 2,
    });
    expect(savingOf({ ...costs(5, 6, 10), hasDues: true }, costs(4, 7, 9), 3)).toEqual({
      kind: 'costs-more',
      moreMinor: 1,
    });
    expect(savingOf({ ...costs(5, 6, 9), hasDues: true }, costs(4, 7, 9), 3)).toEqual({ kind: 'same' });
  });
  it('pays below a sum a year where its dues are not known', () =>
    expect(savingOf({ ...costs(100, 200), hasDues: false }, costs(150, 301), 2)).toEqual({
      kind: 'dues-unknown',
      savedMinor: 101,
      belowMinor: 50,
    }));
});

describe('the years of a plan', () => {
  it('are counted when they begin before its end', () => {
    expect(yearsBegun('2026-11-22', '2036-11-22')).toBe(10);
    expect(yearsBegun('2026-11-22', '2037-03-22')).toBe(11);
    expect(yearsBegun('2026-11-22', '2036-11-23')).toBe(11);
  });
});
