import type { Item } from '../../items/item.ts';
import type { Expansion, ExpectedCounts, ItemFamily } from './family.ts';
import type { Grid } from './grid.ts';

/** Probabilities of the categories with their first and second derivatives to the local parameters, at one θ. */
export interface ParameterCurve {
  readonly p: Float64Array;
  /** Row by category. */
  readonly first: Float64Array;
  /** By category a square, row by row. */
  readonly second: Float64Array;
}

/** What a family says of itself; the sums over nodes are the same for all. */
export interface CurveDesign {
  readonly id: string;
  readonly names: readonly string[];
  readonly categories: number;
  /** Whether the parameters give a distribution. */
  readonly valid: (local: Float64Array) => boolean;
  readonly probabilities: (local: Float64Array, theta: number, into: Float64Array) => void;
  readonly derive: (local: Float64Array, theta: number, into: ParameterCurve) => void;
  readonly item: (local: Float64Array) => Item;
}

/** Below this a probability counts as this: log P and its derivatives stay finite. */
const LEAST = 1e-300;

/** Items of any form, by their probabilities and derivatives: 3PL, 4PL, GRM. */
export class CurveFamily implements ItemFamily {
  readonly exponential = false;
  readonly id: string;
  readonly names: readonly string[];
  readonly size: number;
  readonly categories: number;
  readonly item: (local: Float64Array) => Item;
  readonly #design: CurveDesign;
  readonly #curve: ParameterCurve;

  constructor(design: CurveDesign) {
    this.#design = design;
    this.id = design.id;
    this.names = design.names;
    this.size = design.names.length;
    this.categories = design.categories;
    this.item = design.item;
    this.#curve = {
      p: new Float64Array(this.categories),
      first: new Float64Array(this.categories * this.size),
      second: new Float64Array(this.categories * this.size * this.size),
    };
  }

  /** @throws {Error} always: the family has none. */
  naturalParameters(): void {
    throw new Error(`the item ${this.id} is of no exponential form`);
  }

  logProbabilities(local: Float64Array, grid: Grid, into: Float64Array, at: number): boolean {
    if (!this.#design.valid(local)) return false;
    const { p } = this.#curve;
    for (let q = 0; q < grid.size; q += 1) {
      this.#design.probabilities(local, grid.theta[q] ?? 0, p);
      for (let k = 0; k < this.categories; k += 1) into[at + k * grid.size + q] = Math.log(Math.max(p[k] ?? 0, LEAST));
    }
    return true;
  }

  value(local: Float64Array, expected: ExpectedCounts, grid: Grid): number {
    if (!this.#design.valid(local)) return -Infinity;
    const { p } = this.#curve;
    let value = 0;
    for (let q = 0; q < grid.size; q += 1) {
      if ((expected.atNode[q] ?? 0) === 0) continue;
      this.#design.probabilities(local, grid.theta[q] ?? 0, p);
      for (let k = 0; k < this.categories; k += 1) {
        value += (expected.counts[k * grid.size + q] ?? 0) * Math.log(Math.max(p[k] ?? 0, LEAST));
      }
    }
    return value;
  }

  expand(local: Float64Array, expected: ExpectedCounts, grid: Grid): Expansion {
    const { size, categories } = this;
    const { p, first, second } = this.#curve;
    const gradient = new Float64Array(size);
    const observed = new Float64Array(size * size);
    const fisher = new Float64Array(size * size);
    if (!this.#design.valid(local)) return { value: -Infinity, gradient, observed, fisher };
    let value = 0;
    for (let q = 0; q < grid.size; q += 1) {
      const n = expected.atNode[q] ?? 0;
      if (n === 0) continue;
      this.#design.derive(local, grid.theta[q] ?? 0, this.#curve);
      for (let k = 0; k < categories; k += 1) {
        const probability = Math.max(p[k] ?? 0, LEAST);
        const r = expected.counts[k * grid.size + q] ?? 0;
        value += r * Math.log(probability);
        const share = r / probability;
        for (let j = 0; j < size; j += 1) {
          const slope = first[k * size + j] ?? 0;
          gradient[j] = (gradient[j] ?? 0) + share * slope;
          for (let l = 0; l < size; l += 1) {
            const cross = (slope * (first[k * size + l] ?? 0)) / probability;
            const at = j * size + l;
            observed[at] = (observed[at] ?? 0) + share * (cross - (second[k * size * size + at] ?? 0));
            fisher[at] = (fisher[at] ?? 0) + n * cross;
          }
        }
      }
    }
    return { value, gradient, observed, fisher };
  }

  scores(local: Float64Array, grid: Grid, into: Float64Array): void {
    const { p, first } = this.#curve;
    for (let q = 0; q < grid.size; q += 1) {
      this.#design.derive(local, grid.theta[q] ?? 0, this.#curve);
      for (let at = 0; at < first.length; at += 1) {
        const probability = Math.max(p[Math.floor(at / this.size)] ?? 0, LEAST);
        into[at * grid.size + q] = (first[at] ?? 0) / probability;
      }
    }
  }
}
