import { categoryCount, type Item, isDichotomous } from '../items/item.ts';
import { logistic } from '../items/response-function.ts';

/** The least probability that a logarithm is taken of: e^−708, where doubles end. */
const LEAST = 1e-308;

/**
 * The categories of one item at one θ, without allocation: probabilities p and the ratios p′/p and p″/p, which stay
 * exact where p itself runs to 0 or 1.
 *
 * One object serves a whole run; each `at` overwrites what the last one left.
 *
 * @see Baker & Kim (2004), Item Response Theory, 2nd ed., chapters 2, 8, 9 for the derivatives.
 */
export class ItemCurve {
  /** How many categories the item has; only as many entries of the arrays are valid. */
  count = 0;
  p = new Float64Array(16);
  /** p′ / p. */
  slope = new Float64Array(16);
  /** p″ / p. */
  bend = new Float64Array(16);

  /** Fills the arrays for the item at θ. */
  at(item: Item, theta: number): void {
    this.count = categoryCount(item);
    if (this.count > this.p.length) {
      this.p = new Float64Array(this.count);
      this.slope = new Float64Array(this.count);
      this.bend = new Float64Array(this.count);
    }
    if (isDichotomous(item)) {
      const { discrimination: a, guessing, upper } = item;
      const z = a * theta + item.intercept;
      const s = logistic(z);
      const rest = logistic(-z);
      const span = upper - guessing;
      const right = Math.max(guessing + span * s, LEAST);
      const wrong = Math.max(1 - upper + span * rest, LEAST);
      const first = span * a * s * rest;
      const turn = a * (rest - s);
      this.p[0] = wrong;
      this.p[1] = right;
      this.slope[0] = -first / wrong;
      this.slope[1] = first / right;
      this.bend[0] = (-first / wrong) * turn;
      this.bend[1] = (first / right) * turn;
    } else if (item.model === 'grm') this.#graded(item.discrimination, item.intercepts, theta);
    else this.#exponential(item, theta);
  }

  /** σ(x) − σ(y) = σ(x) σ(−y) (1 − e^(y − x)): no cancellation where both are near 1. */
  #graded(a: number, intercepts: readonly number[], theta: number): void {
    let above = Number.POSITIVE_INFINITY;
    let s = 1;
    let rest = 0;
    for (let k = 0; k < this.count; k += 1) {
      const intercept = intercepts[k];
      const next = intercept === undefined ? Number.NEGATIVE_INFINITY : a * theta + intercept;
      const nextS = intercept === undefined ? 0 : logistic(next);
      const nextRest = intercept === undefined ? 1 : logistic(-next);
      const slope = a * (rest - nextS);
      this.p[k] = Math.max(s * nextRest * -Math.expm1(next - above), LEAST);
      this.slope[k] = slope;
      this.bend[k] = slope * slope - a * a * (s * rest + nextS * nextRest);
      above = next;
      s = nextS;
      rest = nextRest;
    }
  }

  #exponential(item: Exclude<Item, { guessing: number }>, theta: number): void {
    const { p, slope, bend, count } = this;
    const { intercepts } = item;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k += 1) {
      const steep = item.model === 'nrm' ? (item.slopes[k] ?? 0) : k * item.discrimination;
      const level = item.model === 'nrm' ? (intercepts[k] ?? 0) : k === 0 ? 0 : (intercepts[k - 1] ?? 0);
      const exponent = steep * theta + level;
      slope[k] = steep;
      p[k] = exponent;
      if (exponent > highest) highest = exponent;
    }
    let sum = 0;
    for (let k = 0; k < count; k += 1) {
      const e = Math.exp((p[k] ?? 0) - highest);
      p[k] = e;
      sum += e;
    }
    let mean = 0;
    for (let k = 0; k < count; k += 1) {
      const share = Math.max((p[k] ?? 0) / sum, LEAST);
      p[k] = share;
      mean += share * (slope[k] ?? 0);
    }
    let variance = 0;
    for (let k = 0; k < count; k += 1) variance += (p[k] ?? 0) * ((slope[k] ?? 0) - mean) ** 2;
    for (let k = 0; k < count; k += 1) {
      const distance = (slope[k] ?? 0) - mean;
      slope[k] = distance;
      bend[k] = distance * distance - variance;
    }
  }

  /** Fisher information, Σ p′² / p. */
  information(): number {
    let sum = 0;
    for (let k = 0; k < this.count; k += 1) sum += (this.p[k] ?? 0) * (this.slope[k] ?? 0) ** 2;
    return sum;
  }

  /** Warm's J, Σ p′ p″ / p. */
  warm(): number {
    let sum = 0;
    for (let k = 0; k < this.count; k += 1) sum += (this.p[k] ?? 0) * (this.slope[k] ?? 0) * (this.bend[k] ?? 0);
    return sum;
  }

  /** The derivative of the information to θ, Σ (2 p′ p″ / p − p′³ / p²). */
  informationSlope(): number {
    let cubes = 0;
    for (let k = 0; k < this.count; k += 1) cubes += (this.p[k] ?? 0) * (this.slope[k] ?? 0) ** 3;
    return 2 * this.warm() - cubes;
  }

  /** The mean of the category, Σ k p. */
  expected(): number {
    let sum = 0;
    for (let k = 1; k < this.count; k += 1) sum += k * (this.p[k] ?? 0);
    return sum;
  }

  /** Σ (k − mean)^power p: 2 the variance, 4 the fourth central moment. */
  centralMoment(power: 2 | 4): number {
    const mean = this.expected();
    let sum = 0;
    for (let k = 0; k < this.count; k += 1) sum += (this.p[k] ?? 0) * (k - mean) ** power;
    return sum;
  }
}
