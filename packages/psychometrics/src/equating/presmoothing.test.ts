import { describe, expect, it } from 'vitest';
import { Random } from '../numeric/random.ts';
import { fitLoglinear, loglinearDesign } from './loglinear.ts';
import { compareDegrees, polynomialDesign, smoothDistribution, smoothJoint } from './presmoothing.ts';
import { actX, modelComparison, neatX, reference } from './testing/kolen-brennan.ts';

const moment = (counts: Float64Array, k: number): number =>
  counts.reduce((sum, count, at) => sum + count * (at / 40) ** k, 0);

describe('loglinear presmoothing', () => {
  it('agrees with equate 2.0.9 (glm) on deviance, df and AIC of degrees 1 to 9', () => {
    const fits = compareDegrees(actX, 9);
    const offset = (fits[0]?.statistics.aic ?? 0) - (modelComparison[0]?.AIC ?? 0);
    fits.forEach(({ statistics, converged }, at) => {
      const given = modelComparison[at] ?? {};
      expect(converged).toBe(true);
      expect(statistics.df).toBe(given['Resid. Df']);
      // Printed to 10 decimals.
      expect(Math.abs(statistics.likelihoodRatio - (given['Resid. Dev'] ?? 0))).toBeLessThan(1e-8);
      // glm takes the cells for Poisson: its AIC differs by a constant.
      expect(statistics.aic - (given.AIC ?? 0)).toBeCloseTo(offset, 8);
      // The reference iterates to 1e-8 in the deviance, to first order only in this statistic.
      expect(Math.abs(statistics.freemanTukey / (given.FT ?? 1) - 1)).toBeLessThan(1e-8);
    });
  });

  it.each([3, 4])('gives the fitted counts of the reference at degree %i', (degree) => {
    const { fitted } = smoothDistribution(actX, degree).fit;
    reference(`ACTmath_equip_loglinear_deg${degree}`).smoothed_x_counts?.forEach((count, at) => {
      expect(Math.abs((fitted[at] ?? 0) - count)).toBeLessThan(1e-9);
    });
  });

  it.each([1, 2, 5, 8])('keeps the first %i moments', (degree) => {
    const { fitted } = smoothDistribution(actX, degree).fit;
    for (let k = 0; k <= degree; k += 1) {
      expect(moment(fitted, k) / moment(actX.counts, k)).toBeCloseTo(1, 10);
    }
    expect(Math.abs(moment(fitted, degree + 1) / moment(actX.counts, degree + 1) - 1)).toBeGreaterThan(1e-7);
  });

  it('of a joint distribution keeps the moments of both scores and the cross moments', () => {
    const { distribution, fit } = smoothJoint(neatX, { total: 4, anchor: 3, cross: 2 }, true);
    const cross = (counts: Float64Array, i: number, j: number): number =>
      counts.reduce((sum, count, at) => sum + count * Math.floor(at / 13) ** i * (at % 13) ** j, 0);
    const kept: readonly (readonly [number, number])[] = [
      [1, 0],
      [4, 0],
      [0, 1],
      [0, 3],
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
    ];
    for (const [i, j] of kept) {
      expect(cross(distribution.counts, i, j) / cross(neatX.counts, i, j)).toBeCloseTo(1, 9);
    }
    expect(fit.converged).toBe(true);
    expect(fit.statistics.parameters).toBe(4 + 3 + 4);
  });

  it('leaves cells empty that an internal anchor makes impossible', () => {
    const { distribution } = smoothJoint(neatX, { total: 4, anchor: 4, cross: 1 }, true);
    distribution.counts.forEach((count, at) => {
      const rest = Math.floor(at / 13) - (at % 13);
      expect(count > 0).toBe(rest >= 0 && rest <= 24);
    });
  });

  it('finds the maximum of the likelihood: no other parameters near it do better', () => {
    const design = polynomialDesign(actX, 4);
    const { parameters } = fitLoglinear(actX.counts, design);
    const likelihood = (beta: Float64Array): number => {
      const scores = actX.counts.map((_, cell) =>
        design.columns.reduce((sum, column, k) => sum + (column[cell] ?? 0) * (beta[k] ?? 0), 0),
      );
      const log = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
      return actX.counts.reduce((sum, count, cell) => sum + count * ((scores[cell] ?? 0) - log), 0);
    };
    const random = new Random(11);
    const best = likelihood(parameters);
    for (let trial = 0; trial < 50; trial += 1) {
      expect(likelihood(parameters.map((value) => value + 0.05 * random.normal()))).toBeLessThan(best);
    }
  });

  it('refuses a degree that the scores do not carry, and terms that say nothing new', () => {
    const few = { low: 0, high: 10, counts: Float64Array.of(0, 0, 5, 0, 5, 0, 5, 0, 0, 0, 0) };
    expect(() => smoothDistribution(few, 3)).toThrow(/more than 3 different scores, and there are 3/);
    expect(() => smoothDistribution(actX, 0)).toThrow(RangeError);
    const column = Float64Array.of(1, 2, 3);
    expect(() => loglinearDesign([column, column.map((value) => 2 * value)])).toThrow(/term 2/);
  });

  it('says so when there is no maximum', () => {
    // Two scores at the end carry no parabola: the likelihood rises without end.
    const edge = { low: 0, high: 10, counts: Float64Array.of(5, 5, 1e-9, 0, 0, 0, 0, 0, 0, 0, 0) };
    const { fit } = smoothDistribution(edge, 2);
    expect(fit.iterations).toBeLessThanOrEqual(100);
    expect(fit.fitted.every(Number.isFinite)).toBe(true);
  });
});
