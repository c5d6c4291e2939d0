import type { Item } from '../../items/item.ts';
import type { Grid } from './grid.ts';

/**
 * What the E-step knows of an item: how many candidates are expected in each category at each node, or, for a family of
 * exponential form, the sums that say as much.
 */
export interface ExpectedCounts {
  /** Row by category: candidates expected at each node. Only of families that are not `exponential`. */
  readonly counts: Float64Array;
  /** Candidates at each node who answered the item. */
  readonly atNode: Float64Array;
  /** Candidates in each category. */
  readonly inCategory: Float64Array;
  /** The sum of expected θ over the candidates in each category. */
  readonly theta: Float64Array;
}

/** The expected complete-data log-likelihood of an item with its derivatives to the local parameters. */
export interface Expansion {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row by row. */
  readonly observed: Float64Array;
  /** Their expectation, never negative definite: what Fisher scoring divides by. */
  readonly fisher: Float64Array;
}

/**
 * The response function of an item in the parameters in which it is estimated. The local parameters of an item are, in
 * order: dichotomous `a, d, logit g, logit u` as far as the model has them; step models `a` (gpcm), `d_1 … d_m`; rsm
 * `location, shared steps`; grm `a, d_1 … d_m`; nrm `s_1 … s_m, c_1 … c_m`.
 */
export interface ItemFamily {
  readonly id: string;
  readonly categories: number;
  /** How many local parameters there are; 0 for an anchored item. */
  readonly size: number;
  /** Names of the local parameters, unique within the item. */
  readonly names: readonly string[];
  /** Whether log P_k = s_kθ + c_k − log Σ exp(s_lθ + c_l): then a few sums say all about the data. */
  readonly exponential: boolean;
  /** Of an exponential family: writes s_0 … s_m, c_0 … c_m. */
  naturalParameters(local: Float64Array, into: Float64Array): void;
  /**
   * Writes log P_k(θ) row by category.
   *
   * @returns false where the parameters give no distribution (thresholds out of order).
   */
  logProbabilities(local: Float64Array, grid: Grid, into: Float64Array, at: number): boolean;
  /** The expected log-likelihood alone; −Infinity where the parameters give no distribution. */
  value(local: Float64Array, expected: ExpectedCounts, grid: Grid): number;
  expand(local: Float64Array, expected: ExpectedCounts, grid: Grid): Expansion;
  /** Writes ∂ log P_k(θ) / ∂ parameter j at `((k * size) + j) * grid.size + q`. */
  scores(local: Float64Array, grid: Grid, into: Float64Array): void;
  /** The item with these parameters. */
  item(local: Float64Array): Item;
}
