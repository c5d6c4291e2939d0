import { findRoot } from '../../numeric/optimize.ts';
import type { Item } from '../items/item.ts';
import type { ItemCurve } from './item-curve.ts';
import { type LikelihoodAt, likelihoodAt } from './likelihood.ts';

/** Farther out than this no estimate is looked for. */
export const FARTHEST = 200;

/** Adds to the score of the likelihood what the method adds: the slope of a log prior, or Warm's correction. */
export type ScoreCorrection = (theta: number, at: LikelihoodAt) => number;

/** Where a row's estimating equation is solved, and for what. */
export interface Search {
  readonly items: readonly Item[];
  readonly responses: Int16Array;
  readonly correction: ScoreCorrection;
  /** Whether the correction needs Warm's and Jeffreys' terms. */
  readonly correcting: boolean;
  /** The precision of a normal prior; 0 without. */
  readonly precision: number;
  readonly curve: ItemCurve;
}

/** The likelihood of the row at θ. */
export const rowAt = ({ items, responses, curve, correcting }: Search, theta: number): LikelihoodAt =>
  likelihoodAt(items, responses, theta, curve, correcting);

/** The left side of the estimating equation at θ: positive where the estimate lies above θ. */
export function equationAt(search: Search, theta: number): number {
  const at = rowAt(search, theta);
  return at.score + search.correction(theta, at);
}

/**
 * Goes from the vertex of the parabola through the best node and its neighbors to the root beside it: one step of
 * Newton's, then secants, which take three evaluations as a rule.
 *
 * @returns null where they leave the neighborhood or do not settle; `refine` then goes the sure way.
 */
export function refineFast(search: Search, nodes: Float64Array, objective: Float64Array, best: number): number | null {
  const low = nodes[best - 1];
  const high = nodes[best + 1];
  const middle = objective[best] ?? 0;
  const left = objective[best - 1] ?? 0;
  const right = objective[best + 1] ?? 0;
  const bend = left - 2 * middle + right;
  if (low === undefined || high === undefined || !(bend < 0)) return null;
  let before = (nodes[best] ?? 0) + (((left - right) / (2 * bend)) * (high - low)) / 2;
  const start = rowAt(search, before);
  let valueBefore = start.score + search.correction(before, start);
  const curvature = start.observedInformation + search.precision;
  if (!(curvature > 0)) return null;
  let theta = before + valueBefore / curvature;
  for (let step = 0; step < 10; step += 1) {
    if (!(theta >= low && theta <= high)) return null;
    if (Math.abs(theta - before) <= 1e-8) return theta;
    const value = equationAt(search, theta);
    const secant = (value - valueBefore) / (theta - before);
    if (!(secant < 0)) return null;
    before = theta;
    valueBefore = value;
    theta -= value / secant;
  }
  return null;
}

/**
 * Refines the best of the nodes to the root of the estimating equation beside it. The global maximum is found because
 * the caller chose the node among all; at an end of the nodes the search walks outward in growing steps.
 *
 * @param best index of the node at which the objective is highest.
 * @returns the root; null where there is none up to {@link FARTHEST}.
 */
export function refine(search: Search, nodes: Float64Array, best: number): number | null {
  let low = nodes[best - 1] ?? nodes[best] ?? 0;
  let high = nodes[best + 1] ?? nodes[best] ?? 0;
  let step = (nodes[1] ?? 1) - (nodes[0] ?? 0);
  while (equationAt(search, high) > 0) {
    low = high;
    high += step;
    step *= 1.5;
    if (high > FARTHEST) return null;
  }
  step = (nodes[1] ?? 1) - (nodes[0] ?? 0);
  while (equationAt(search, low) < 0) {
    high = low;
    low -= step;
    step *= 1.5;
    if (low < -FARTHEST) return null;
  }
  const atLow = equationAt(search, low);
  const atHigh = equationAt(search, high);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  return findRoot((theta) => equationAt(search, theta), low, high, { tolerance: 1e-12 }).x;
}

/** Minus the slope of the estimating equation at θ, by central differences: the curvature of the objective. */
export function curvatureAt(search: Search, theta: number): number {
  const step = 1e-4 * Math.max(1, Math.abs(theta));
  return (equationAt(search, theta - step) - equationAt(search, theta + step)) / (2 * step);
}
