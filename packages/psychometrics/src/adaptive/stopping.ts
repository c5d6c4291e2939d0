import { normal } from '../numeric/distributions/normal.ts';
import type { AbilityRecord } from './ability.ts';

/** When a test ends. `maxItems` always holds; of the others the first that is met. */
export interface StoppingRules {
  readonly maxItems: number;
  /** Before it no other rule ends the test; 1 when left out. */
  readonly minItems?: number;
  /** Standard error of θ, at most. */
  readonly se?: number;
  /** The cut lies outside the confidence interval of θ (Kingsbury & Weiss 1983). */
  readonly classify?: { readonly cut: number; readonly confidence: number };
  /**
   * Wald's sequential probability ratio test of cut + δ against cut − δ, with error rates α (passing wrongly) and β
   * (failing wrongly).
   *
   * @see Reckase (1983); Eggen (1999), Applied Psychological Measurement 23(3).
   */
  readonly sprt?: { readonly cut: number; readonly delta: number; readonly alpha: number; readonly beta: number };
  /** Expected seconds of each item, and how many there are: no item is given that begins after them. */
  readonly time?: { readonly seconds: readonly number[]; readonly limit: number };
}

/** The rule that ended a test: enough items, precision, a classification, the ratio test, time, or no item left. */
export type StopReason = 'length' | 'se' | 'classified' | 'sprt' | 'time' | 'bank';

/** A decision at the cut, where the rule that ended the test made one. */
export type StopDecision = 'pass' | 'fail' | null;

/** @throws {RangeError} naming the rule that makes no sense. */
export function requireRules({ maxItems, minItems = 1, se, classify, sprt, time }: StoppingRules, items: number): void {
  if (!(Number.isInteger(maxItems) && maxItems >= 1))
    throw new RangeError(`"maxItems" is ${maxItems}; give a whole number from 1`);
  if (!(Number.isInteger(minItems) && minItems >= 0 && minItems <= maxItems)) {
    throw new RangeError(`"minItems" is ${minItems}; give a whole number up to "maxItems"`);
  }
  if (se !== undefined && !(se > 0)) throw new RangeError(`"se" is ${se}; give a number above 0`);
  if (classify !== undefined && !(classify.confidence > 0 && classify.confidence < 1)) {
    throw new RangeError(`the confidence is ${classify.confidence}; give a number between 0 and 1`);
  }
  if (sprt !== undefined && !(sprt.delta > 0 && sprt.alpha > 0 && sprt.beta > 0 && sprt.alpha + sprt.beta < 1)) {
    throw new RangeError('the sequential test wants delta, alpha and beta above 0 and alpha + beta below 1');
  }
  if (time !== undefined && time.seconds.length !== items) {
    throw new RangeError(`${time.seconds.length} times are given for ${items} items; give one per item`);
  }
}

/** log L(cut + δ) − log L(cut − δ) of the responses so far. */
function logRatio(
  { bank, responses }: AbilityRecord,
  low: number,
  high: number,
  probability: (place: number, category: number, theta: number) => number,
): number {
  let ratio = 0;
  for (let place = 0; place < bank.items.length; place += 1) {
    const category = responses[place] ?? -1;
    if (category >= 0) ratio += Math.log(probability(place, category, high) / probability(place, category, low));
  }
  return ratio;
}

/** Whether the test ends here, by which rule, and what it decided; null when it goes on. */
export function stopNow(
  rules: StoppingRules,
  record: AbilityRecord,
  probability: (place: number, category: number, theta: number) => number,
): { readonly reason: StopReason; readonly decision: StopDecision } | null {
  const given = record.administered.length;
  const { theta, se } = record.current;
  if (given >= (rules.minItems ?? 1) && given > 0) {
    if (rules.sprt !== undefined) {
      const { cut, delta, alpha, beta } = rules.sprt;
      const ratio = logRatio(record, cut - delta, cut + delta, probability);
      if (ratio >= Math.log((1 - beta) / alpha)) return { reason: 'sprt', decision: 'pass' };
      if (ratio <= Math.log(beta / (1 - alpha))) return { reason: 'sprt', decision: 'fail' };
    }
    if (rules.classify !== undefined && se !== null) {
      const reach = normal.quantile((1 + rules.classify.confidence) / 2) * se;
      if (theta - reach > rules.classify.cut) return { reason: 'classified', decision: 'pass' };
      if (theta + reach < rules.classify.cut) return { reason: 'classified', decision: 'fail' };
    }
    if (rules.se !== undefined && se !== null && se <= rules.se) return { reason: 'se', decision: null };
  }
  if (given >= rules.maxItems) return { reason: 'length', decision: null };
  if (rules.time !== undefined) {
    const used = record.administered.reduce((sum, place) => sum + (rules.time?.seconds[place] ?? 0), 0);
    if (used >= rules.time.limit) return { reason: 'time', decision: null };
  }
  return null;
}
