import { categoryCount, type Item, isDichotomous } from './item.ts';

/** 1 / (1 + exp(−x)) without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/**
 * Writes the probability of each category at θ.
 *
 * @param into room for `categoryCount(item)` numbers from `at` on; filled with probabilities that sum to 1.
 */
export function categoryProbabilities(item: Item, theta: number, into: Float64Array, at = 0): void {
  if (isDichotomous(item)) {
    const p = item.guessing + (item.upper - item.guessing) * logistic(item.discrimination * theta + item.intercept);
    into[at] = 1 - p;
    into[at + 1] = p;
    return;
  }
  const { intercepts } = item;
  if (item.model === 'grm') {
    let above = 1;
    for (let k = 0; k < intercepts.length; k += 1) {
      const next = logistic(item.discrimination * theta + (intercepts[k] ?? 0));
      into[at + k] = above - next;
      above = next;
    }
    into[at + intercepts.length] = above;
    return;
  }
  const count = categoryCount(item);
  let highest = -Infinity;
  for (let k = 0; k < count; k += 1) {
    const exponent =
      item.model === 'nrm'
        ? (item.slopes[k] ?? 0) * theta + (intercepts[k] ?? 0)
        : k * item.discrimination * theta + (k === 0 ? 0 : (intercepts[k - 1] ?? 0));
    into[at + k] = exponent;
    if (exponent > highest) highest = exponent;
  }
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    const e = Math.exp((into[at + k] ?? 0) - highest);
    into[at + k] = e;
    sum += e;
  }
  for (let k = 0; k < count; k += 1) into[at + k] = (into[at + k] ?? 0) / sum;
}

/** The probability of each category at θ; they sum to 1. */
export function probabilities(item: Item, theta: number): Float64Array {
  const into = new Float64Array(categoryCount(item));
  categoryProbabilities(item, theta, into);
  return into;
}

/** Probabilities with their first and second derivatives to θ, one of each per category. */
export interface ResponseCurve {
  readonly p: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The probabilities of the categories at θ with their first and second derivatives to θ. */
export function responseCurve(item: Item, theta: number): ResponseCurve {
  const p = probabilities(item, theta);
  const first = new Float64Array(p.length);
  const second = new Float64Array(p.length);
  if (isDichotomous(item)) {
    const { discrimination: a, guessing, upper } = item;
    const q = logistic(a * theta + item.intercept);
    const slope = (upper - guessing) * a * q * (1 - q);
    const bend = slope * a * (1 - 2 * q);
    first.set([-slope, slope]);
    second.set([-bend, bend]);
    return { p, first, second };
  }
  if (item.model === 'grm') {
    const a = item.discrimination;
    let slope = 0;
    let bend = 0;
    for (let k = 0; k < p.length; k += 1) {
      const boundary = item.intercepts[k];
      const q = boundary === undefined ? 0 : logistic(a * theta + boundary);
      const nextSlope = a * q * (1 - q);
      const nextBend = a * nextSlope * (1 - 2 * q);
      first[k] = slope - nextSlope;
      second[k] = bend - nextBend;
      slope = nextSlope;
      bend = nextBend;
    }
    return { p, first, second };
  }
  const slopeAt = (k: number): number => (item.model === 'nrm' ? (item.slopes[k] ?? 0) : k * item.discrimination);
  let mean = 0;
  let square = 0;
  p.forEach((probability, k) => {
    mean += probability * slopeAt(k);
    square += probability * slopeAt(k) ** 2;
  });
  const variance = square - mean * mean;
  p.forEach((probability, k) => {
    const distance = slopeAt(k) - mean;
    first[k] = probability * distance;
    second[k] = probability * (distance * distance - variance);
  });
  return { p, first, second };
}

/** The expected category, Σ k P(X = k): of a dichotomous item P(1). */
export function expectedScore(item: Item, theta: number): number {
  return probabilities(item, theta).reduce((sum, p, category) => sum + category * p, 0);
}

/**
 * Fisher information of the item at θ, Σ P′² / P.
 *
 * @see Samejima (1969); for two categories Lord (1980), formula 5-3.
 */
export function itemInformation(item: Item, theta: number): number {
  const { p, first } = responseCurve(item, theta);
  let information = 0;
  p.forEach((probability, category) => {
    if (probability > 0) information += (first[category] ?? 0) ** 2 / probability;
  });
  return information;
}
