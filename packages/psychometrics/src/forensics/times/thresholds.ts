import { mixtureThreshold } from './time-mixture.ts';

/**
 * Where rapid guessing ends and solving begins. `normative`: a share of the item's mean time, never above a cap (NT10
 * with a share of 0.1 and 10 seconds). `mixture`: where the two lognormal distributions of guessing and solving cross.
 * `fixed`: seconds that were read off the plots of the items, one for all or one each.
 */
export type ThresholdRule =
  | { readonly rule: 'normative'; readonly share?: number; readonly capSeconds?: number }
  | { readonly rule: 'mixture' }
  | { readonly rule: 'fixed'; readonly seconds: number | readonly number[] };

/**
 * The threshold of one item in seconds; null where the rule finds none.
 *
 * @param column log seconds of the item.
 * @param item its place among `width` items, for thresholds given one each.
 * @throws {RangeError} for thresholds and shares that make no sense.
 */
export function thresholdSeconds(
  rule: ThresholdRule,
  column: readonly number[],
  item: number,
  id: string,
  width: number,
): number | null {
  if (rule.rule === 'fixed') {
    const seconds = typeof rule.seconds === 'number' ? rule.seconds : rule.seconds[item];
    if (seconds === undefined || !(seconds > 0) || !Number.isFinite(seconds)) {
      throw new RangeError(`the threshold of item ${id} is ${seconds}; give ${width} times above 0, or one for all`);
    }
    return seconds;
  }
  if (column.length === 0) return null;
  if (rule.rule === 'mixture') return mixtureThreshold(column);
  const { share = 0.1, capSeconds = 10 } = rule;
  if (!(share > 0 && share < 1) || !(capSeconds > 0)) {
    throw new RangeError(`a share of ${share} and a cap of ${capSeconds} s: give a share in (0, 1) and a cap above 0`);
  }
  const mean = column.reduce((sum, log) => sum + Math.exp(log), 0) / column.length;
  return Math.min(capSeconds, share * mean);
}
