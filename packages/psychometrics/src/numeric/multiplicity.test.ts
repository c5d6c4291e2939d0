import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADJUSTMENTS, adjustP } from './multiplicity.ts';

describe('adjusted p values', () => {
  // Worked by hand from the definitions: Holm multiplies by 4, 3, 2, 1 and never falls; BH by 4/1, 4/2, 4/3, 4/4 from
  // the end.
  const p = [0.01, 0.04, 0.03, 0.005];

  it('follow Holm, Bonferroni and Benjamini-Hochberg', () => {
    const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toFixed(12)));
    expect(rounded(adjustP(p, 'holm'))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(rounded(adjustP(p, 'bonferroni'))).toEqual([0.04, 0.16, 0.12, 0.02]);
    expect(rounded(adjustP(p, 'bh'))).toEqual([0.02, 0.04, 0.04, 0.02]);
    expect(rounded(adjustP(p, 'none'))).toEqual(p);
  });

  it('count tests whose p values are larger and not listed', () => {
    expect(adjustP([0.001], 'holm', 100)[0]).toBeCloseTo(0.1, 12);
    expect(adjustP([0.001], 'bh', 100)[0]).toBeCloseTo(0.1, 12);
  });

  it('are never below p, never above 1, and keep the order', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(...ADJUSTMENTS), (given, method) => {
        const adjusted = adjustP(given, method);
        given.forEach((value, a) => {
          expect(adjusted[a]).toBeGreaterThanOrEqual(value);
          expect(adjusted[a]).toBeLessThanOrEqual(1);
          given.forEach((other, b) => {
            if (value < other) expect(adjusted[a] ?? 0).toBeLessThanOrEqual(adjusted[b] ?? 0);
          });
        });
      }),
    );
  });

  it('refuse what is no probability, and fewer tests than p values', () => {
    expect(() => adjustP([0.5, Number.NaN], 'holm')).toThrow(/p value 2/);
    expect(() => adjustP([0.5, 0.5], 'bh', 1)).toThrow(RangeError);
  });
});
