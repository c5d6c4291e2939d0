import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { numericalGradient, numericalHessian } from '../../numeric/optimize.ts';
import { Random } from '../../numeric/random.ts';
import { largestDeviation } from '../../testing/deviation.ts';
import { goldenJson } from '../../testing/golden.ts';
import { lsat6, scored } from '../../testing/reference-data.ts';
import { calibrate } from '../calibrate/calibrate.ts';
import { prepare } from '../calibrate/data/prepare.ts';
import { each, errors, intercept, intercepts } from '../calibrate/testing/estimates.ts';
import { bookletsOf } from './booklets.ts';
import { conditionalLikelihood } from './conditional-likelihood.ts';
import { symmetricFunctions, withoutEach } from './symmetric-functions.ts';

interface Erm {
  readonly cLogLik: number;
  readonly se: readonly number[];
  readonly easiness?: Record<string, number>;
  readonly beta_easiness?: Record<string, number>;
}

describe('conditional maximum likelihood', () => {
  const lsat = goldenJson<{ eRm_rasch_CML: Erm }>('lsat6_calibration_expected.json').eRm_rasch_CML;
  const sat = goldenJson<{ eRm_CML: Erm }>('sat12_calibration_expected.json').eRm_CML;
  const science = goldenJson<{ Science_eRm_PCM_CML: Erm }>('ability_and_pcm_expected.json').Science_eRm_PCM_CML;

  // eRm climbs with nlm and stops where the likelihood is this much below the optimum; the tolerances of the parameters
  // follow from it.
  it.each([
    ['LSAT 6, Rasch', lsat6(), 'rasch', lsat, 1e-8, 1e-5],
    ['SAT12, Rasch', scored('sat12_scored.csv'), 'rasch', sat, 1e-6, 2e-4],
    ['Science, PCM', scored('science_mirt_4items.csv'), 'pcm', science, 1e-7, 2e-4],
  ] as const)(
    '%s: the likelihood is at least that of eRm, the estimates agree',
    (_, data, model, expected, below, tolerance) => {
      const found = calibrate(data, { model, estimator: 'cml' });
      const easiness = Object.values(expected.easiness ?? expected.beta_easiness ?? {});
      expect(found.converged).toBe(true);
      expect(found.logLikelihood).toBeGreaterThanOrEqual(expected.cLogLik - 1e-9);
      expect(found.logLikelihood).toBeLessThan(expected.cLogLik + below);
      const own = model === 'pcm' ? found.items.flatMap(({ item }) => intercepts(item)) : each(found, intercept);
      expect(largestDeviation(own, easiness)).toBeLessThan(tolerance);
      const se =
        model === 'pcm'
          ? found.items.flatMap(({ se: of }) => [1, 2, 3].map((k) => of[`intercept${k}`] ?? Number.NaN))
          : errors(found, 'intercept');
      expect(largestDeviation(se, expected.se)).toBeLessThan(tolerance);
      expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
    },
  );

  it('n counts candidates with a score between zero and perfect, and the notice says how many were left out', () => {
    const found = calibrate(lsat6(), { model: 'rasch', estimator: 'cml' });
    expect(found.n).toBe(1000 - 3 - 298);
    expect(found.notices.join()).toMatch(/301 candidates with zero or perfect scores/);
  });

  it('the gradient is zero at the estimates, and the derivatives are those of differences', () => {
    const random = new Random(4);
    const rows = Array.from({ length: 80 }, () =>
      Array.from({ length: 5 }, () => (random.uniform() < 0.2 ? -1 : random.integer(3))),
    );
    const data = prepare(responseMatrix(rows), { model: 'pcm' });
    const { booklets } = bookletsOf(data);
    const first = Int32Array.of(0, 2, 4, 6, 8, 10);
    const d = Float64Array.from({ length: 10 }, () => random.normal());
    const value = (x: Float64Array): number => conditionalLikelihood(booklets, first, x, false).value;
    const { gradient, information } = conditionalLikelihood(booklets, first, d, true);
    expect(largestDeviation([...gradient], [...numericalGradient(value, d)])).toBeLessThan(1e-6);
    expect(
      largestDeviation(
        [...information],
        [...numericalHessian(value, d)].map((h) => -h),
      ),
    ).toBeLessThan(1e-4);
  });

  it('the likelihood is the product of the conditional probabilities, counted out over all response vectors', () => {
    const rows = [
      [1, 0, 1, 0],
      [0, 1, 1, 1],
      [1, 0, 0, 0],
      [0, 0, 1, -1],
    ];
    const d = [0.3, -0.7, 1.1, 0.2];
    const expected = rows.reduce((sum, row) => {
      const items = d.filter((_, i) => (row[i] ?? -1) >= 0);
      const answered = row.filter((value) => value >= 0);
      const score = answered.reduce((total, value) => total + value, 0);
      let all = 0;
      for (let pattern = 0; pattern < 2 ** items.length; pattern += 1) {
        const bits = items.map((_, i) => (pattern >> i) & 1);
        if (bits.reduce((total, bit) => total + bit, 0) !== score) continue;
        all += Math.exp(bits.reduce((total, bit, i) => total + bit * (items[i] ?? 0), 0));
      }
      return sum + answered.reduce((total, value, i) => total + value * (items[i] ?? 0), 0) - Math.log(all);
    }, 0);
    const { booklets } = bookletsOf(prepare(responseMatrix(rows), { model: 'rasch' }));
    const found = conditionalLikelihood(booklets, Int32Array.of(0, 1, 2, 3, 4), Float64Array.from(d), false);
    expect(found.value).toBeCloseTo(expected, 12);
  });

  it('leaving each item out gives the symmetric functions of the rest', () => {
    const random = new Random(9);
    const items = Array.from({ length: 7 }, () => Float64Array.of(1, random.uniform(), random.uniform()));
    withoutEach(items).forEach((found, i) => {
      const rest = symmetricFunctions(items.filter((_, j) => j !== i));
      expect(largestDeviation([...found], [...rest])).toBeLessThan(1e-13);
    });
  });

  it('100 items stay exact', () => {
    const random = new Random(3);
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 100 }, () => random.integer(2)));
    const found = calibrate(responseMatrix(rows), { model: 'rasch', estimator: 'cml', se: 'none' });
    expect(found.converged).toBe(true);
    expect(found.items.every(({ item }) => Number.isFinite(intercept(item)))).toBe(true);
  });

  it('items that fall apart are refused with the names of the parts', () => {
    // Whoever solves c or d has solved a and b: nothing says how much harder c and d are.
    const rows = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 0, 1],
    ];
    const data = responseMatrix(rows, { items: ['a', 'b', 'c', 'd'] });
    expect(() => calibrate(data, { model: 'rasch', estimator: 'cml' })).toThrow(/fall apart.*c, d to a, b/);
  });

  it('missing data, by booklets with a common item, tie the items together', () => {
    const random = new Random(8);
    const b = [-1, -0.5, 0, 0.5, 1];
    const rows = Array.from({ length: 4000 }, (_, p) => {
      const theta = random.normal();
      return b.map((difficulty, i) => {
        if (p % 2 === 0 ? i > 2 : i < 2) return -3;
        return random.uniform() < 1 / (1 + Math.exp(difficulty - theta)) ? 1 : 0;
      });
    });
    const found = calibrate(responseMatrix(rows), { model: 'rasch', estimator: 'cml' });
    // Four standard errors.
    found.items.forEach(({ difficulty, se }, i) => {
      expect(Math.abs((difficulty ?? 9) - (b[i] ?? 0))).toBeLessThan(4 * (se.difficulty ?? 0));
    });
  });

  it('models other than rasch and pcm are refused', () => {
    expect(() => calibrate(lsat6(), { model: '2pl', estimator: 'cml' })).toThrow(RangeError);
  });
});
