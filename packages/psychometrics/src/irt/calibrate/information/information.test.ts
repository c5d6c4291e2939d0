import { describe, expect, it } from 'vitest';
import { numericalGradient, numericalHessian } from '../../../numeric/optimize.ts';
import { Random } from '../../../numeric/random.ts';
import { largestDeviation } from '../../../testing/deviation.ts';
import { lsat6 } from '../../../testing/reference-data.ts';
import { itemsOf, simulate, stack } from '../../../testing/simulate.ts';
import { calibrate } from '../calibrate.ts';
import { prepare } from '../data/prepare.ts';
import { estimate } from '../estimate.ts';
import { countsOf } from '../expectation/counts.ts';
import { oneThread } from '../expectation/engine.ts';
import type { CalibrateOptions } from '../options.ts';
import { plainInformation } from '../testing/plain-information.ts';
import { completeGradient } from './complete.ts';
import { informationMatrix } from './information.ts';
import { jobsInOrder } from './sum-jobs.ts';
import { informationWork } from './work.ts';

/** Two groups with holes, a few steps of EM away from the optimum, so that no gradient is zero. */
function somewhere(options: CalibrateOptions) {
  const random = new Random(12);
  const items = itemsOf(options.model, 4);
  const complete = stack([
    simulate(items, { persons: 150, seed: random }),
    simulate(items, { persons: 150, seed: random, mean: 0.4, sd: 1.2 }),
  ]);
  const data = { ...complete, values: complete.values.map((value) => (random.uniform() < 0.1 ? -1 : value)) };
  const groups = data.persons.map((_, p) => (p < 150 ? 'x' : 'y'));
  const all = { ...options, groups, maxIterations: 4 };
  return estimate(prepare(data, all), all, oneThread);
}

describe('derivatives of the marginal likelihood', () => {
  const priors = { discrimination: { meanLog: 0, sdLog: 0.5 }, intercept: { mean: 0, sd: 2 } };
  it.each([
    { model: 'rasch' },
    { model: '2pl' },
    { model: '3pl' },
    { model: '3pl', priors: { ...priors, guessing: { kind: 'beta', alpha: 5, beta: 17 } } },
    { model: '4pl', priors },
    { model: 'pcm' },
    { model: 'gpcm', priors },
    { model: 'rsm' },
    { model: 'grm', priors },
    { model: 'nrm' },
  ] as const)(
    '%j: gradient and information are those of differences, and of the formulas pattern by pattern',
    (options) => {
      const { expector, inCategory, patterns, at } = somewhere(options);
      const objective = (x: Float64Array): number => expector.expect(x)?.objective ?? Number.NaN;
      const size = at.x.length;
      const expectedGradient = numericalGradient(objective, at.x);
      const expectedInformation = numericalHessian(objective, at.x).map((value) => -value);
      const here = expector.expect(at.x) ?? at;
      const gradient = completeGradient(expector.model, expector.grid, countsOf(expector, here, inCategory), at.x);
      const information = informationMatrix('oakes', expector, inCategory, here);
      const plain = (method: 'crossprod' | 'louis' | 'oakes'): number[] => [
        ...plainInformation(method, expector, patterns, inCategory, at),
      ];
      const louis = plain('louis');
      const oakes = plain('oakes');
      const product = informationMatrix('crossprod', expector, inCategory, expector.expect(at.x) ?? at);
      expect(gradient).toHaveLength(size);
      // The differences of a sum of about −1,000 hold five to seven digits.
      expect(largestDeviation([...gradient], [...expectedGradient])).toBeLessThan(1e-4);
      expect(largestDeviation([...information], [...expectedInformation])).toBeLessThan(1e-2);
      // Oakes' differences are of gradients, and hold more.
      expect(largestDeviation([...information], oakes)).toBeLessThan(1e-5);
      // The same sums in another order: the digits of a sum of some hundred terms of up to a hundred.
      expect(largestDeviation([...information], louis)).toBeLessThan(1e-9);
      expect(largestDeviation([...product], plain('crossprod'))).toBeLessThan(1e-9);
    },
  );
});

describe('sums over the patterns', () => {
  it('are those of one job however small the parts, with forms that share an anchor', () => {
    const items = [...itemsOf('gpcm', 5), ...itemsOf('gpcm', 4, 2).map((item) => ({ ...item, id: `x${item.id}` }))];
    const complete = simulate(items, { persons: 400, seed: 7 });
    // Two forms of six items each, so many of each that either is a class of its own, and a few holes.
    const values = complete.values.map((value, at) => {
      const [person, item] = [Math.floor(at / 9), at % 9];
      const away = person % 2 === 0 ? item > 5 : item < 3;
      return away || at % 97 === 0 ? -1 : value;
    });
    const options = { model: 'gpcm', maxIterations: 4 } as const;
    const { expector, patterns, inCategory, at } = estimate(
      prepare({ ...complete, values }, options),
      options,
      oneThread,
    );
    expect(expector.workspace.coding.classes).toBeGreaterThan(2);
    const plain = plainInformation('louis', expector, patterns, inCategory, at);
    const here = expector.expect(at.x) ?? at;
    const fast = informationMatrix('louis', expector, inCategory, here);
    expect(largestDeviation([...fast], [...plain])).toBeLessThan(1e-9);
    for (const kind of ['products', 'moments'] as const) {
      const whole = informationWork(expector, at.x, kind);
      const parts = informationWork(expector, at.x, kind, { patterns: 20, cells: 2000 });
      expect(parts.jobs.length).toBeGreaterThan(whole.jobs.length + 5);
      // The same terms in another order.
      expect(largestDeviation([...jobsInOrder(parts)], [...jobsInOrder(whole)])).toBeLessThan(1e-10);
    }
  });
});

describe('standard errors', () => {
  it('are those of Oakes where none are asked for, and the result says which they are', () => {
    const data = simulate(itemsOf('rasch', 3), { persons: 200, seed: 3 });
    expect(calibrate(data, { model: 'rasch' }).seMethod).toBe('oakes');
    expect(calibrate(data, { model: 'rasch', se: 'crossprod' }).seMethod).toBe('crossprod');
  });
});

describe('EM', () => {
  it.each(['2pl', '3pl'] as const)('%s: the objective never falls from one iteration to the next', (model) => {
    let last = Number.NEGATIVE_INFINITY;
    for (let bound = 1; bound <= 24; bound += 1) {
      const { logLikelihood, logPrior } = calibrate(lsat6(), { model, se: 'none', maxIterations: bound });
      // Twelve digits of a sum of 1,000 terms.
      expect(logLikelihood + logPrior).toBeGreaterThanOrEqual(last - 1e-9);
      last = logLikelihood + logPrior;
    }
  });
});
