import { ItemCurve } from '../../irt/scoring/item-curve.ts';
import { normal } from '../../numeric/distributions/normal.ts';
import { findRoot } from '../../numeric/optimize.ts';
import type { AdaptiveBank } from '../bank.ts';
import type { Module } from './design.ts';

const curve = new ItemCurve();

function informationOf(bank: AdaptiveBank, { items }: Module, theta: number): number {
  return items.reduce((sum, place) => {
    const item = bank.items[place];
    if (item === undefined) return sum;
    curve.at(item, theta);
    return sum + curve.information();
  }, 0);
}

/**
 * Cuts by approximate maximum information: where the information functions of neighboring modules cross; the crossing
 * nearest to the middle of their peaks, if there are several.
 *
 * @param modules from easy to hard.
 * @throws {RangeError} when neighbors do not cross within the range of the bank: one is more informative everywhere.
 * @see Luecht, Brumfield & Breithaupt (2006), Applied Measurement in Education 19(3).
 */
export function crossingPoints(bank: AdaptiveBank, modules: readonly Module[]): readonly number[] {
  const [low, high] = bank.ability.range;
  const steps = 200;
  return modules.slice(1).map((harder, at) => {
    const easier = modules[at] ?? harder;
    const advantage = (theta: number): number =>
      informationOf(bank, harder, theta) - informationOf(bank, easier, theta);
    const roots: number[] = [];
    for (let n = 0; n < steps; n += 1) {
      const [from, to] = [low + ((high - low) * n) / steps, low + ((high - low) * (n + 1)) / steps];
      // From below to above 0: from here on the harder module tells more.
      if (advantage(from) < 0 && advantage(to) >= 0) roots.push(findRoot(advantage, from, to).x);
    }
    const middle = (peak(bank, easier) + peak(bank, harder)) / 2;
    const nearest = roots.sort((x, y) => Math.abs(x - middle) - Math.abs(y - middle))[0];
    if (nearest === undefined) {
      throw new RangeError(
        `the information of "${easier.id}" and "${harder.id}" does not cross between θ ${low} and ${high}; give cuts by population`,
      );
    }
    return nearest;
  });
}

function peak(bank: AdaptiveBank, module: Module): number {
  return bank.nodes.reduce(
    (best, theta) => (informationOf(bank, module, theta) > informationOf(bank, module, best) ? theta : best),
    bank.nodes[0] ?? 0,
  );
}

/**
 * Cuts by defined population intervals: modules are taken by these shares of a normal population, easiest first.
 *
 * @throws {RangeError} unless the shares are above 0 and sum to 1.
 * @see Luecht & Nungester (1998), Journal of Educational Measurement 35(3).
 */
export function populationPoints(shares: readonly number[], mean = 0, sd = 1): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (shares.some((share) => !(share > 0)) || Math.abs(total - 1) > 1e-9) {
    throw new RangeError(`the shares ${shares.join(', ')} are not above 0 with sum 1`);
  }
  let below = 0;
  return shares.slice(0, -1).map((share) => {
    below += share;
    return mean + sd * normal.quantile(Math.min(1, below));
  });
}

/** A cut on θ as a cut on the sum score of the modules taken: the expected score at that θ. */
export function scoreAt(bank: AdaptiveBank, modules: readonly Module[], theta: number): number {
  return modules
    .flatMap(({ items }) => items)
    .reduce((sum, place) => {
      const item = bank.items[place];
      if (item === undefined) return sum;
      curve.at(item, theta);
      return sum + curve.expected();
    }, 0);
}

/** The module with the most information at θ. */
export function mostInformative(bank: AdaptiveBank, modules: readonly Module[], theta: number): Module | undefined {
  return modules.reduce<Module | undefined>(
    (best, module) =>
      best === undefined || informationOf(bank, module, theta) > informationOf(bank, best, theta) ? module : best,
    undefined,
  );
}
