import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, counted, fixed, interval, percent, pValue } from './numbers.ts';

describe('numbers as people read them', () => {
  it('have fixed decimals and a true minus sign, and zero none', () => {
    expect([fixed(1.005, 1), fixed(-0.126), fixed(-0.001)]).toEqual(['1.0', '−0.13', '0.00']);
  });

  it('are an em dash where there is none', () => {
    expect([fixed(null), percent(null), pValue(null), interval(null), fixed(Number.NaN)]).toEqual(Array(5).fill('—'));
  });

  it('say small p values as a bound', () => {
    expect([pValue(0.0005), pValue(0.0123), pValue(1)]).toEqual(['< 0.001', '0.012', '1.000']);
  });

  it('set thousands apart and name both ends of an interval', () => {
    expect([count(1636), percent(0.713), interval([-0.5, 0.25])]).toEqual(['1,636', '71.3 %', '−0.50 to 0.25']);
  });

  it('stand before the singular of one thing alone', () => {
    expect([
      counted(1, 'judge'),
      counted(0, 'judge'),
      counted(1636, 'candidate'),
      counted(2, 'entry', 'entries'),
    ]).toEqual(['1 judge', '0 judges', '1,636 candidates', '2 entries']);
  });

  it('never read NaN or Infinity', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(`${fixed(value)}${percent(value)}${pValue(value)}`).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});
