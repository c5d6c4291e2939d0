import type { Item } from '../../items/item.ts';
import type { Expansion, ExpectedCounts, ItemFamily } from './family.ts';
import type { Grid } from './grid.ts';
import { expandTwo, sumOverNodes } from './two-categories.ts';

/** How the natural parameters of an item follow from its local ones: s = slope·x + slope0, c = constant·x + constant0. */
export interface NaturalDesign {
  readonly id: string;
  readonly names: readonly string[];
  /** One row per category, one column per local parameter. */
  readonly slope: readonly (readonly number[])[];
  readonly constant: readonly (readonly number[])[];
  readonly slope0: readonly number[];
  readonly constant0: readonly number[];
  readonly item: (local: Float64Array) => Item;
}

/**
 * Items with log P_k = s_kθ + c_k − log Z(θ): Rasch to 2PL, PCM, GPCM, RSM, NRM. The complete-data log-likelihood is concave
 * in the parameters, and its derivatives are those of a multinomial logistic regression.
 *
 * @see Bock (1972), Psychometrika 37(1); Muraki (1992), APM 16(2).
 */
export class ExponentialFamily implements ItemFamily {
  readonly exponential = true;
  readonly id: string;
  readonly names: readonly string[];
  readonly size: number;
  readonly categories: number;
  readonly item: (local: Float64Array) => Item;
  readonly #slope: Float64Array;
  readonly #constant: Float64Array;
  readonly #slope0: Float64Array;
  readonly #constant0: Float64Array;
  readonly #natural: Float64Array;
  readonly #p: Float64Array;
  readonly #two: boolean;
  readonly #sums = new Float64Array(6);

  constructor(design: NaturalDesign) {
    this.id = design.id;
    this.names = design.names;
    this.size = design.names.length;
    this.categories = design.slope0.length;
    this.item = design.item;
    this.#slope = Float64Array.from(design.slope.flat());
    this.#constant = Float64Array.from(design.constant.flat());
    this.#slope0 = Float64Array.from(design.slope0);
    this.#constant0 = Float64Array.from(design.constant0);
    this.#natural = new Float64Array(2 * this.categories);
    this.#p = new Float64Array(this.categories);
    const atZero = (design: Float64Array, fixed: Float64Array): boolean =>
      fixed[0] === 0 && design.subarray(0, this.size).every((value) => value === 0);
    this.#two = this.categories === 2 && atZero(this.#slope, this.#slope0) && atZero(this.#constant, this.#constant0);
  }

  naturalParameters(local: Float64Array, into: Float64Array): void {
    const { size, categories } = this;
    for (let k = 0; k < categories; k += 1) {
      let s = this.#slope0[k] ?? 0;
      let c = this.#constant0[k] ?? 0;
      for (let j = 0; j < size; j += 1) {
        s += (this.#slope[k * size + j] ?? 0) * (local[j] ?? 0);
        c += (this.#constant[k * size + j] ?? 0) * (local[j] ?? 0);
      }
      into[k] = s;
      into[categories + k] = c;
    }
  }

  /** Fills the probabilities at θ from the natural parameters; returns log Z. */
  #probabilities(theta: number): number {
    const { categories } = this;
    const p = this.#p;
    const natural = this.#natural;
    let highest = -Infinity;
    for (let k = 0; k < categories; k += 1) {
      const exponent = (natural[k] ?? 0) * theta + (natural[categories + k] ?? 0);
      p[k] = exponent;
      if (exponent > highest) highest = exponent;
    }
    let sum = 0;
    for (let k = 0; k < categories; k += 1) {
      const e = Math.exp((p[k] ?? 0) - highest);
      p[k] = e;
      sum += e;
    }
    for (let k = 0; k < categories; k += 1) p[k] = (p[k] ?? 0) / sum;
    return highest + Math.log(sum);
  }

  logProbabilities(local: Float64Array, grid: Grid, into: Float64Array, at: number): boolean {
    this.naturalParameters(local, this.#natural);
    const { categories } = this;
    for (let q = 0; q < grid.size; q += 1) {
      const theta = grid.theta[q] ?? 0;
      const logZ = this.#probabilities(theta);
      for (let k = 0; k < categories; k += 1) {
        into[at + k * grid.size + q] = (this.#natural[k] ?? 0) * theta + (this.#natural[categories + k] ?? 0) - logZ;
      }
    }
    return true;
  }

  value(local: Float64Array, expected: ExpectedCounts, grid: Grid): number {
    this.naturalParameters(local, this.#natural);
    let value = this.#linearPart(expected);
    if (this.#two) {
      sumOverNodes(this.#natural[1] ?? 0, this.#natural[3] ?? 0, expected, grid, this.#sums);
      return value + (this.#sums[0] ?? 0);
    }
    for (let q = 0; q < grid.size; q += 1) {
      const n = expected.atNode[q] ?? 0;
      if (n !== 0) value -= n * this.#probabilities(grid.theta[q] ?? 0);
    }
    return value;
  }

  /** Σ s_k Σθ + c_k n_k. */
  #linearPart({ theta, inCategory }: ExpectedCounts): number {
    let value = 0;
    for (let k = 0; k < this.categories; k += 1) {
      value += (this.#natural[k] ?? 0) * (theta[k] ?? 0);
      value += (this.#natural[this.categories + k] ?? 0) * (inCategory[k] ?? 0);
    }
    return value;
  }

  /** Two categories, the first of which has natural parameters of 0, as all dichotomous items are written. */
  #expandTwo(expected: ExpectedCounts, grid: Grid): Expansion {
    const { size } = this;
    const [s, c] = [this.#natural[1] ?? 0, this.#natural[3] ?? 0];
    const slope = this.#slope.subarray(size, 2 * size);
    const constant = this.#constant.subarray(size, 2 * size);
    const { gradient, observed } = expandTwo(s, c, slope, constant, expected, grid, this.#sums);
    return { value: this.#linearPart(expected) + (this.#sums[0] ?? 0), gradient, observed, fisher: observed };
  }

  expand(local: Float64Array, expected: ExpectedCounts, grid: Grid): Expansion {
    const { size, categories } = this;
    this.naturalParameters(local, this.#natural);
    if (this.#two) return this.#expandTwo(expected, grid);
    let value = this.#linearPart(expected);
    const gradient = new Float64Array(size);
    const observed = new Float64Array(size * size);
    for (let k = 0; k < categories; k += 1) {
      for (let j = 0; j < size; j += 1) {
        gradient[j] =
          (gradient[j] ?? 0) +
          (this.#slope[k * size + j] ?? 0) * (expected.theta[k] ?? 0) +
          (this.#constant[k * size + j] ?? 0) * (expected.inCategory[k] ?? 0);
      }
    }
    const t = new Float64Array(categories * size);
    const mean = new Float64Array(size);
    for (let q = 0; q < grid.size; q += 1) {
      const n = expected.atNode[q] ?? 0;
      if (n === 0) continue;
      const theta = grid.theta[q] ?? 0;
      value -= n * this.#probabilities(theta);
      this.#statistics(theta, t, mean);
      for (let j = 0; j < size; j += 1) gradient[j] = (gradient[j] ?? 0) - n * (mean[j] ?? 0);
      for (let k = 0; k < categories; k += 1) {
        const weight = n * (this.#p[k] ?? 0);
        for (let j = 0; j < size; j += 1) {
          const left = weight * ((t[k * size + j] ?? 0) - (mean[j] ?? 0));
          for (let l = 0; l <= j; l += 1) {
            observed[j * size + l] = (observed[j * size + l] ?? 0) + left * ((t[k * size + l] ?? 0) - (mean[l] ?? 0));
          }
        }
      }
    }
    for (let j = 0; j < size; j += 1)
      for (let l = 0; l < j; l += 1) observed[l * size + j] = observed[j * size + l] ?? 0;
    return { value, gradient, observed, fisher: observed };
  }

  /** The derivative of each category's exponent to each parameter at θ, and their mean over the categories. */
  #statistics(theta: number, t: Float64Array, mean: Float64Array): void {
    mean.fill(0);
    for (let k = 0; k < this.categories; k += 1) {
      for (let j = 0; j < this.size; j += 1) {
        const at = k * this.size + j;
        const value = (this.#slope[at] ?? 0) * theta + (this.#constant[at] ?? 0);
        t[at] = value;
        mean[j] = (mean[j] ?? 0) + (this.#p[k] ?? 0) * value;
      }
    }
  }

  scores(local: Float64Array, grid: Grid, into: Float64Array): void {
    this.naturalParameters(local, this.#natural);
    const t = new Float64Array(this.categories * this.size);
    const mean = new Float64Array(this.size);
    for (let q = 0; q < grid.size; q += 1) {
      const theta = grid.theta[q] ?? 0;
      this.#probabilities(theta);
      this.#statistics(theta, t, mean);
      for (let at = 0; at < t.length; at += 1) into[at * grid.size + q] = (t[at] ?? 0) - (mean[at % this.size] ?? 0);
    }
  }
}
