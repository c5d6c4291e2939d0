import { describe, expect, it } from 'vitest';
import { numericalGradient, numericalHessian } from '../../../numeric/optimize.ts';
import { Random } from '../../../numeric/random.ts';
import { largestDeviation } from '../../../testing/deviation.ts';
import { lsat6 } from '../../../testing/reference-data.ts';
import { itemsOf, simulate, stack } from '../../../testing/simulate.ts';
import { calibrate } from '../calibrate.ts';
import { prepare } from '../data/prepare.ts';
import { estimate, oneThread } from '../estimate.ts';
import { countsOf } from '../expectation/counts.ts';
import type { CalibrateOptions } from '../options.ts';
import { completeGradient } from './complete.ts';
import { informationMatrix } from './information.ts';

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
  ] as const)('%j: gradient and information are those of differences, and Oakes is Louis', (options) => {
    const { expector, inCategory, patterns, at } = somewhere(options);
    const objective = (x: Float64Array): number => expector.expect(x)?.objective ?? Number.NaN;
    const size = at.x.length;
    const expectedGradient = numericalGradient(objective, at.x);
    const expectedInformation = numericalHessian(objective, at.x).map((value) => -value);
    const here = expector.expect(at.x) ?? at;
    const gradient = completeGradient(expector.model, expector.grid, countsOf(expector, here, inCategory), at.x);
    const louis = informationMatrix('louis', expector, patterns, inCategory, here);
    const oakes = informationMatrix('oakes', expector, patterns, inCategory, expector.expect(at.x) ?? at);
    expect(gradient).toHaveLength(size);
    // The differences of a sum of about −1,000 hold five to seven digits.
    expect(largestDeviation([...gradient], [...expectedGradient])).toBeLessThan(1e-4);
    expect(largestDeviation([...louis], [...expectedInformation])).toBeLessThan(1e-2);
    // Oakes' differences are of gradients, and hold more.
    expect(largestDeviation([...oakes], [...louis])).toBeLessThan(1e-5);
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
