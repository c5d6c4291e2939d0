import { describe, expect, it } from 'vitest';
import { inverseSymmetric } from '../numeric/linear.ts';
import { type BinomialCell, fitLogistic } from '../numeric/logistic-regression.ts';
import { numericalHessian } from '../numeric/optimize.ts';
import { Random } from '../numeric/random.ts';
import { logisticDif } from './logistic-dif.ts';
import type { MatchedItem } from './matching.ts';

/** Persons with a score from 0 to 20 and an item of known log odds. */
function simulate(n: number, logOdds: (score: number, focal: number) => number, seed: number): MatchedItem {
  const random = new Random(seed);
  const scores = Float64Array.from({ length: n }, () => random.integer(21));
  const focal = Uint8Array.from({ length: n }, (_, at) => at % 2);
  const responses = Int16Array.from(scores, (score, at) =>
    random.uniform() < 1 / (1 + Math.exp(-logOdds(score, focal[at] ?? 0))) ? 1 : 0,
  );
  return { scores, responses, focal };
}

describe('logistic regression', () => {
  const cells: BinomialCell[] = [
    { x: [1, 0], n: 20, right: 4 },
    { x: [2, 0], n: 25, right: 12 },
    { x: [3, 1], n: 18, right: 11 },
    { x: [4, 1], n: 30, right: 24 },
    { x: [2, 1], n: 22, right: 7 },
  ];
  const logLikelihood = (beta: Float64Array): number =>
    cells.reduce((sum, { x, n, right }) => {
      const eta = (beta[0] ?? 0) + (beta[1] ?? 0) * (x[0] ?? 0) + (beta[2] ?? 0) * (x[1] ?? 0);
      return sum + right * eta - n * Math.log1p(Math.exp(eta));
    }, 0);

  it('has the covariance that the curvature of the likelihood at the optimum gives', () => {
    const { coefficients, covariance, converged } = fitLogistic(cells, 2);
    expect(converged).toBe(true);
    const curvature = numericalHessian(logLikelihood, coefficients).map((value) => -value);
    const wanted = inverseSymmetric(Float64Array.from(curvature), 3) ?? [];
    // Second differences keep about six digits.
    wanted.forEach((value, at) => {
      expect((covariance?.[at] ?? 0) / value).toBeCloseTo(1, 4);
    });
  });

  it('is saturated by Firth’s penalty as if half an answer were added to every cell of a 2 × 2 table', () => {
    const table: BinomialCell[] = [
      { x: [0], n: 10, right: 0 },
      { x: [1], n: 12, right: 7 },
    ];
    expect(fitLogistic(table, 1).converged).toBe(false);
    const { coefficients, converged } = fitLogistic(table, 1, true);
    expect(converged).toBe(true);
    expect(coefficients[0]).toBeCloseTo(Math.log(0.5 / 10.5), 8);
    expect(coefficients[1]).toBeCloseTo(Math.log(7.5 / 5.5) - Math.log(0.5 / 10.5), 8);
  });
});

describe('Firth’s penalty with a predictor held at 0', () => {
  const table: BinomialCell[] = [
    { x: [0], n: 10, right: 0 },
    { x: [1], n: 12, right: 7 },
  ];
  const objective = (right: readonly [number, number], n: readonly [number, number]): number =>
    right.reduce((sum, own, at) => {
      const [p, size] = [(own + 0.5) / ((n[at] ?? 0) + 1), n[at] ?? 0];
      return sum + own * Math.log(p) + (size - own) * Math.log(1 - p) + Math.log(size * p * (1 - p)) / 2;
    }, 0);

  it('is that of one share for all with a whole answer added to each side of a 2 × 2 table', () => {
    const { coefficients, objective: found, converged } = fitLogistic(table, 1, true, 1);
    expect(converged).toBe(true);
    // The penalty is ½ ln(10 · 12 p² q²), as if one answer of each kind were added.
    const p = 8 / 24;
    expect(coefficients[0]).toBeCloseTo(Math.log(p / (1 - p)), 8);
    expect(coefficients[1]).toBe(0);
    const wanted = 7 * Math.log(p) + 15 * Math.log(1 - p) + Math.log(120 * p * p * (1 - p) * (1 - p)) / 2;
    expect(found).toBeCloseTo(wanted, 10);
    expect(fitLogistic(table, 1, true).objective).toBeCloseTo(objective([0, 7], [10, 12]), 10);
  });

  it.each(['uniform', 'nonuniform', 'both'] as const)(
    'makes the test of %s DIF the same in any unit of the score',
    (type) => {
      const random = new Random(21);
      const scores = Float64Array.from({ length: 60 }, () => random.integer(12));
      const focal = Uint8Array.from(scores, (_, at) => at % 2);
      // All of the focal group are right from 6 on and none below: separated there.
      const responses = Int16Array.from(scores, (score, at) =>
        focal[at] === 1 ? (score >= 6 ? 1 : 0) : random.uniform() < score / 12 ? 1 : 0,
      );
      const plain = logisticDif({ scores, focal, responses }, { type });
      const scaled = logisticDif({ scores: scores.map((score) => 10 + score / 50), focal, responses }, { type });
      expect(plain.penalized).toBe(type !== 'uniform');
      // Newton ends at a gain of 1e-16 of the objective; its maximum keeps about nine digits in another unit.
      expect(scaled.statistic).toBeCloseTo(plain.statistic ?? 0, 6);
    },
  );
});

describe('logistic DIF', () => {
  it('finds the log odds that the data were made with, within four standard errors', () => {
    const { groupEffect, seGroupEffect, p } = logisticDif(
      simulate(4000, (score, focal) => 0.3 * (score - 10) - 0.8 * focal, 3),
      {
        type: 'uniform',
      },
    );
    expect(Math.abs((groupEffect ?? 0) + 0.8)).toBeLessThan(4 * (seGroupEffect ?? 0));
    expect(p).toBeLessThan(1e-6);
  });

  it('finds a difference in slope only by the test for it', () => {
    const crossing = simulate(4000, (score, focal) => (0.15 + 0.25 * focal) * (score - 10), 4);
    expect(logisticDif(crossing, { type: 'nonuniform' }).p).toBeLessThan(1e-6);
    expect(logisticDif(crossing, { type: 'uniform' }).p).toBeGreaterThan(0.001);
  });

  it('keeps its level: 5 % of items without DIF are flagged', () => {
    let flagged = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const { p } = logisticDif(simulate(300, (score) => 0.3 * (score - 10), 100 + seed));
      if ((p ?? 1) < 0.05) flagged += 1;
    }
    // 15 expected of 300, standard deviation 3.8; four of them either side.
    expect(flagged).toBeGreaterThan(0);
    expect(flagged).toBeLessThan(31);
  });

  it('says so when Firth’s likelihood had to stand in, and when there is nothing to estimate', () => {
    const separated: MatchedItem = {
      scores: Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
      responses: Int16Array.from([0, 0, 0, 0, 1, 1, 1, 1]),
      focal: Uint8Array.from([0, 1, 0, 1, 0, 1, 0, 1]),
    };
    const result = logisticDif(separated, { type: 'uniform' });
    expect(result.penalized).toBe(true);
    expect(Number.isFinite(result.statistic)).toBe(true);
    expect(logisticDif({ ...separated, responses: new Int16Array(8) }).reason).toMatch(/alike/);
    expect(logisticDif({ ...separated, focal: new Uint8Array(8) }).reason).toMatch(/nobody/);
    expect(logisticDif({ ...separated, scores: new Float64Array(8) }).reason).toMatch(/equal/);
  });
});
