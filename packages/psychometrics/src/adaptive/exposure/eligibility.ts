import type { Random } from '../../numeric/random.ts';

/**
 * Item eligibility: before a test each item is made eligible with a probability that keeps its exposure at or below a
 * highest rate. The probabilities follow the counts of the candidates so far; no simulation is needed beforehand.
 *
 * @see van der Linden & Veldkamp (2004), Journal of Educational and Behavioral Statistics 29(3), formula 14.
 */
export class EligibilityControl {
  readonly #highest: number;
  readonly #eligible: Float64Array;
  readonly #given: Float64Array;

  /** @throws {RangeError} unless the highest rate lies in (0, 1]. */
  constructor(items: number, highestRate: number) {
    if (!(highestRate > 0 && highestRate <= 1))
      throw new RangeError(`the highest rate is ${highestRate}; give a number above 0, to 1`);
    this.#highest = highestRate;
    this.#eligible = new Float64Array(items);
    this.#given = new Float64Array(items);
  }

  /** The probabilities of eligibility for the next candidate. */
  get probabilities(): Float64Array {
    return this.#given.map((given, item) =>
      given === 0 ? 1 : Math.min(1, (this.#highest * (this.#eligible[item] ?? 0)) / given),
    );
  }

  /** Draws which items the next candidate may get. */
  draw(random: Random): readonly boolean[] {
    return Array.from(this.probabilities, (probability) => random.uniform() < probability);
  }

  /** Counts a test that has ended: what was eligible, and what was given. */
  record(eligible: readonly boolean[], administered: readonly number[]): void {
    const given = new Set(administered);
    eligible.forEach((was, item) => {
      // An item that was given although it was not eligible counts as eligible: the constraint had been set aside.
      if (was || given.has(item)) this.#eligible[item] = (this.#eligible[item] ?? 0) + 1;
      if (given.has(item)) this.#given[item] = (this.#given[item] ?? 0) + 1;
    });
  }
}
