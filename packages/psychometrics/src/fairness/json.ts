import type { AdverseImpact } from './adverse-impact.ts';
import type { DifResult } from './dif-result.ts';

/**
 * The result of `dif` as one JSON object; `items[].{id, statistic, p, effect, deltaMh, class}` and `purified` are fixed
 * names.
 */
export function difJson(result: DifResult): Record<string, unknown> {
  const { method, n, groups, level, purification, purified, sample, notices } = result;
  const items = result.items.map(({ id, statistic, p, effect, deltaMh, class: own, ...more }) => {
    const { n: size, df, se, interval, favors, flagged, pHolm, pBenjaminiHochberg, reason, measures } = more;
    const fixed = { id, statistic, p, effect, deltaMh, class: own };
    return { ...fixed, n: size, df, se, interval, favors, flagged, pHolm, pBenjaminiHochberg, reason, measures };
  });
  return { method, n, groups, level, items, purified, purification, sample, notices };
}

/** Pass rates by group as one JSON object. */
export function adverseImpactJson(result: AdverseImpact): Record<string, unknown> {
  return { n: result.n, reference: result.reference, groups: result.groups, notices: result.notices };
}
