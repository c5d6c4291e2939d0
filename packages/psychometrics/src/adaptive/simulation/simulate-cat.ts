import type { Item } from '../../irt/items/item.ts';
import { categoryProbabilities } from '../../irt/items/response-function.ts';
import { Random } from '../../numeric/random.ts';
import { type AdaptiveOptions, AdaptiveTest } from '../adaptive-test.ts';
import type { AdaptiveBank } from '../bank.ts';
import { EligibilityControl } from '../exposure/eligibility.ts';
import { type SimulatedPerson, type SimulationSummary, summarize } from './summary.ts';

/** What to simulate. */
export interface SimulationOptions extends AdaptiveOptions {
  readonly seed: number;
  /** The true θ of each candidate; or how many to draw from the prior of the bank. */
  readonly thetas: readonly number[] | number;
  /** Where decisions are compared with the truth; the cut of the stopping rule when left out. */
  readonly cut?: number;
  /** Item eligibility with this highest exposure rate, kept up from candidate to candidate. */
  readonly highestExposure?: number;
}

/** A simulation: the candidates and their summary. */
export interface CatSimulation {
  readonly persons: readonly SimulatedPerson[];
  readonly summary: SimulationSummary;
  /** How often each item was chosen, given or held back, per candidate: what Sympson–Hetter control needs. */
  readonly selection: Float64Array;
}

const scratch = new Float64Array(64);

/** A response drawn from the item at θ. */
export function drawResponse(item: Item, theta: number, random: Random): number {
  scratch.fill(0);
  categoryProbabilities(item, theta, scratch);
  return random.pick(scratch);
}

/** The true θ: as given, or drawn from the prior. */
export function trueThetas(bank: AdaptiveBank, thetas: readonly number[] | number, random: Random): readonly number[] {
  if (typeof thetas !== 'number') return thetas;
  if (!(Number.isInteger(thetas) && thetas >= 1))
    throw new RangeError(`${thetas} candidates cannot be simulated; give a whole number from 1`);
  const sd = Math.sqrt(bank.ability.variance);
  return Array.from({ length: thetas }, () => bank.ability.mean + sd * random.normal());
}

/**
 * Simulates adaptive tests of candidates whose θ is known. The same seed gives the same tests.
 *
 * @throws {RangeError} for options that make no sense, for nobody to simulate.
 */
export function simulateCat(bank: AdaptiveBank, options: SimulationOptions): CatSimulation {
  const random = new Random(options.seed);
  const thetas = trueThetas(bank, options.thetas, random);
  const control =
    options.highestExposure === undefined
      ? undefined
      : new EligibilityControl(bank.items.length, options.highestExposure);
  const chosen = new Float64Array(bank.items.length);
  const persons = thetas.map((trueTheta): SimulatedPerson => {
    const eligible = control?.draw(random);
    const test = new AdaptiveTest(bank, eligible === undefined ? options : { ...options, eligible }, random);
    for (let place = test.next(); place !== null; place = test.next()) {
      const item = bank.items[place];
      if (item === undefined) break;
      test.record(place, drawResponse(item, trueTheta, random));
    }
    if (eligible !== undefined) control?.record(eligible, test.administered);
    for (const place of new Set(test.considered)) chosen[place] = (chosen[place] ?? 0) + 1;
    const { theta, se } = test.ability;
    return { trueTheta, theta, se, administered: test.administered, reason: test.stopped?.reason ?? 'bank' };
  });
  const cut = options.cut ?? options.stop.classify?.cut ?? options.stop.sprt?.cut ?? null;
  return {
    persons,
    summary: summarize(persons, bank.items.length, cut),
    selection: chosen.map((count) => count / thetas.length),
  };
}
