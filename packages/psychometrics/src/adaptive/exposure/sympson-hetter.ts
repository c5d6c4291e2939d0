import type { AdaptiveBank } from '../bank.ts';
import { type SimulationOptions, simulateCat } from '../simulation/simulate-cat.ts';

/** Exposure parameters that hold every item at or below a rate. */
export interface SympsonHetter {
  /** Probability of giving each item once it is chosen. */
  readonly parameters: Float64Array;
  /** Exposure rates in the last simulation. */
  readonly exposure: Float64Array;
  readonly highestExposure: number;
  readonly iterations: number;
  /** Whether the highest rate came to within the tolerance of the one wanted. */
  readonly converged: boolean;
  /** Candidates in each simulation. */
  readonly n: number;
}

/**
 * Finds exposure parameters by repeated simulation: an item chosen more often than the highest rate r is given with
 * probability r / P(chosen), every other one always. At least as many items as the longest test keep the probability 1,
 * so that no candidate runs out of items.
 *
 * @param options.highestRate in (0, 1].
 * @param options.tolerance by which the highest rate may be passed; 0.02 when left out. The highest of many rates near r
 *   lies about 2.5 √(r (1 − r) / n) above it by chance: 0.02 takes some 3,000 candidates, fewer may never converge.
 * @see Sympson & Hetter (1985), Proceedings of the 27th Military Testing Association; van der Linden (2003), JEBS 28(3),
 *   on its slow and wavering convergence: the parameters with the lowest highest rate are returned.
 */
export function calibrateSympsonHetter(
  bank: AdaptiveBank,
  options: Omit<SimulationOptions, 'sympsonHetter' | 'highestExposure'> & {
    readonly highestRate: number;
    readonly tolerance?: number;
    readonly maxIterations?: number;
  },
): SympsonHetter {
  const { highestRate, tolerance = 0.02, maxIterations = 25 } = options;
  if (!(highestRate > 0 && highestRate <= 1))
    throw new RangeError(`the highest rate is ${highestRate}; give a number above 0, to 1`);
  const length = options.stop.maxItems;
  if (length > highestRate * bank.items.length) {
    throw new RangeError(
      `${bank.items.length} items cannot make tests of ${length} with no item above ${highestRate}: that takes ${Math.ceil(length / highestRate)}`,
    );
  }
  let parameters = new Float64Array(bank.items.length).fill(1);
  let best: SympsonHetter | undefined;
  for (let iterations = 1; iterations <= maxIterations; iterations += 1) {
    const { summary, selection } = simulateCat(bank, {
      ...options,
      sympsonHetter: parameters,
      seed: options.seed + iterations,
    });
    const { exposure, highestExposure, n } = summary;
    const converged = highestExposure <= highestRate + tolerance;
    if (best === undefined || highestExposure < best.highestExposure) {
      best = { parameters, exposure, highestExposure, iterations, converged, n };
    }
    if (converged) return { parameters, exposure, highestExposure, iterations, converged, n };
    parameters = Float64Array.from(selection, (rate) => (rate > highestRate ? highestRate / rate : 1));
    keepEnough(parameters, length);
  }
  if (best === undefined) throw new RangeError(`"maxIterations" is ${maxIterations}; give a whole number from 1`);
  return { ...best, iterations: maxIterations };
}

/** Sets the largest parameters to 1 until as many items as a test has are always given. */
function keepEnough(parameters: Float64Array, length: number): void {
  const order = [...parameters.keys()].sort((i, j) => (parameters[j] ?? 0) - (parameters[i] ?? 0));
  for (const item of order.slice(0, length)) parameters[item] = 1;
}
