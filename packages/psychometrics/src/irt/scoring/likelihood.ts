import { type Item, isDichotomous } from '../items/item.ts';
import { ItemCurve } from './item-curve.ts';

/** What the answered items say at one θ, summed over them. */
export interface LikelihoodAt {
  /** The logarithm of the likelihood; only where the corrections are wanted. */
  readonly log: number;
  /** Its first derivative to θ. */
  readonly score: number;
  /** Minus its second derivative. */
  readonly observedInformation: number;
  /** Fisher information of the answered items. */
  readonly information: number;
  /** The derivative of the Fisher information to θ. */
  readonly informationSlope: number;
  /** Warm's J. */
  readonly warm: number;
}

/**
 * The likelihood of a row of responses at θ; missing responses say nothing.
 *
 * @param correcting whether the terms of Warm's and Jeffreys' corrections are wanted; 0 otherwise, at half the time.
 */
export function likelihoodAt(
  items: readonly Item[],
  responses: Int16Array,
  theta: number,
  curve: ItemCurve = new ItemCurve(),
  correcting = true,
): LikelihoodAt {
  let log = 0;
  let score = 0;
  let observedInformation = 0;
  let information = 0;
  let informationSlope = 0;
  let warm = 0;
  for (let at = 0; at < responses.length; at += 1) {
    const category = responses[at] ?? -1;
    const item = items[at];
    if (category < 0 || item === undefined) continue;
    curve.at(item, theta);
    const slope = curve.slope[category] ?? 0;
    score += slope;
    observedInformation += slope * slope - (curve.bend[category] ?? 0);
    information += curve.information();
    if (!correcting) continue;
    log += Math.log(curve.p[category] ?? 1);
    informationSlope += curve.informationSlope();
    warm += curve.warm();
  }
  return { log, score, observedInformation, information, informationSlope, warm };
}

/**
 * The limit of the log-likelihood as θ runs to plus or minus infinity: what a pattern that is all right or all wrong
 * rises to. −Infinity where the responses become impossible.
 */
export function limitOfLog(items: readonly Item[], responses: Int16Array, end: 1 | -1): number {
  let log = 0;
  for (let at = 0; at < responses.length; at += 1) {
    const category = responses[at] ?? -1;
    const item = items[at];
    if (category < 0 || item === undefined) continue;
    const p = limitOfProbability(item, category, end);
    if (p === 0) return Number.NEGATIVE_INFINITY;
    log += Math.log(p);
  }
  return log;
}

function limitOfProbability(item: Item, category: number, end: 1 | -1): number {
  if (item.model === 'nrm') {
    const best = Math.max(...item.slopes.map((slope) => slope * end));
    const weights = item.intercepts.map((intercept, k) =>
      (item.slopes[k] ?? 0) * end === best ? Math.exp(intercept) : 0,
    );
    return (weights[category] ?? 0) / weights.reduce((sum, weight) => sum + weight, 0);
  }
  const direction = Math.sign(item.discrimination) * end;
  if (direction === 0) {
    const curve = new ItemCurve();
    curve.at(item, 0);
    return curve.p[category] ?? 0;
  }
  if (isDichotomous(item)) {
    const right = direction > 0 ? item.upper : item.guessing;
    return category === 1 ? right : 1 - right;
  }
  return category === (direction > 0 ? item.intercepts.length : 0) ? 1 : 0;
}
