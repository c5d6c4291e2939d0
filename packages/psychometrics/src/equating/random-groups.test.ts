import { describe, expect, it } from 'vitest';
import { equateGroups } from './equate.ts';
import type { EquatingOptions } from './equating.ts';
import { lordErrors } from './formula-errors.ts';
import { scoreMoments, withoutAnchor } from './moments.ts';
import { actX, actY, type Reference, reference } from './testing/kolen-brennan.ts';

const worst = (given: Reference, found: (at: number) => number, expected: (at: number) => number): number =>
  given.concordance.reduce((most, _, at) => Math.max(most, Math.abs(found(at) - expected(at))), 0);

const compare = (name: string, options: EquatingOptions) => {
  const given = reference(name);
  const { table } = equateGroups(actX, actY, options);
  return {
    y: worst(
      given,
      (at) => table[at]?.y ?? 99,
      (at) => given.concordance[at]?.yx ?? 0,
    ),
    se: worst(
      given,
      (at) => table[at]?.se ?? 99,
      (at) => Number(given.concordance[at]?.se),
    ),
  };
};

describe('equivalent groups agree with equate 2.0.9 on the ACT Mathematics data', () => {
  // The reference is printed to 11 digits.
  const PRINTED = 1e-9;

  it.each(['mean', 'linear', 'circle-arc'] as const)('%s equating', (method) => {
    expect(compare(`ACTmath_${method}`, { method }).y).toBeLessThan(PRINTED);
  });

  it('standard errors of linear equating, by the moments to the fourth', () => {
    expect(compare('ACTmath_linear', { method: 'linear' }).se).toBeLessThan(PRINTED);
  });

  it('equipercentile equating and its standard errors by the formula of Lord', () => {
    // The reference adds about 1e-7 of a candidate to empty cells.
    const found = compare('ACTmath_equipercentile', { method: 'equipercentile' });
    expect(found.y).toBeLessThan(2e-7);
    expect(found.se).toBeLessThan(2e-7);
  });

  it.each([3, 4])('presmoothed equipercentile equating, degree %i', (smooth) => {
    // The reference stops its iterations at a relative change of the deviance of 1e-8.
    expect(compare(`ACTmath_equip_loglinear_deg${smooth}`, { method: 'equipercentile', smooth }).y).toBeLessThan(2e-7);
  });

  it('the moments of both forms', () => {
    const { mean, sd, skewness, kurtosis, n } = scoreMoments(actX);
    expect(n).toBe(4329);
    expect(mean).toBeCloseTo(19.8523908524, 9);
    expect(sd).toBeCloseTo(8.2125849866, 9);
    expect(skewness).toBeCloseTo(0.37514161289, 10);
    expect(kurtosis).toBeCloseTo(2.3013793167, 9);
  });
});

describe('what is known of equivalent groups', () => {
  it('the standard error of linear equating for normal scores is sd(Y) √((1/n + 1/m)(1 + z²/2)) (Kolen & Brennan 7.11)', () => {
    const { table, moments } = equateGroups(actX, actY, { method: 'linear', standardErrors: 'formula-normal' });
    const { x, y } = moments;
    for (const row of table) {
      const z = (row.x - x.mean) / (x.sd ?? 1);
      const variance = (y.sd ?? 0) ** 2 * (1 / x.n + 1 / y.n) * (1 + z ** 2 / 2);
      expect(row.se).toBeCloseTo(Math.sqrt(variance), 7);
    }
  });

  it('the standard error of mean equating is that of a difference of means', () => {
    const { table, moments } = equateGroups(actX, actY, { method: 'mean' });
    const { x, y } = moments;
    const error = Math.sqrt((x.sd ?? 0) ** 2 / x.n + (y.sd ?? 0) ** 2 / y.n);
    for (const row of table) expect(row.se).toBeCloseTo(error, 9);
  });

  it('identity leaves scores as they are, without sampling error', () => {
    for (const row of equateGroups(actX, actY, { method: 'identity' }).table) {
      expect(row).toEqual({ x: row.x, y: row.x, se: 0 });
    }
  });

  it('a composite with the identity lies between both, and its error shrinks with its weight (Kim et al. 2008)', () => {
    const full = equateGroups(actX, actY, { method: 'linear' });
    const half = equateGroups(actX, actY, { method: 'linear', identityWeight: 0.5 });
    full.table.forEach((row, at) => {
      expect(half.table[at]?.y).toBeCloseTo((row.x + row.y) / 2, 12);
      expect(half.table[at]?.se).toBeCloseTo((row.se ?? 0) / 2, 12);
    });
    expect(half.slope).toBeCloseTo((1 + (full.slope ?? 0)) / 2, 12);
  });

  it('Lord’s formula has no error to give where nobody has the equated score', () => {
    const gapped = { low: 0, high: 4, counts: Float64Array.of(10, 0, 0, 0, 10) };
    const even = { low: 0, high: 4, counts: Float64Array.of(5, 5, 0, 5, 5) };
    expect(lordErrors(withoutAnchor(even), withoutAnchor(gapped))[2]).toBeNaN();
    const { table } = equateGroups(even, gapped, { method: 'equipercentile' });
    expect(table[2]).toEqual({ x: 2, y: 2, se: null });
  });
});
