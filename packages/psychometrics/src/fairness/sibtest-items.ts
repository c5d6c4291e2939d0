import type { ResponseMatrix } from '../data/response-matrix.ts';
import type { DifOptions } from './dif-options.ts';
import type { DifTest } from './dif-result.ts';
import { favored, untested } from './dif-test.ts';
import type { GroupSplit } from './groups.ts';
import type { Matcher } from './matching.ts';
import { itemVariances, matchingAlpha } from './matching-reliability.ts';
import { sibtest } from './sibtest.ts';

/** Prepares SIBTEST of single items, each against the other clean items. */
export function sibtestOf(
  data: ResponseMatrix,
  groups: GroupSplit,
  clean: readonly boolean[],
  all: Matcher,
  highest: Int16Array,
  options: DifOptions,
): (id: string, item: number, deltaMh: number | null) => DifTest {
  const ofGroup = (code: number): Float64Array =>
    itemVariances(
      data,
      all.matched.filter((person) => groups.membership[person] === code),
    );
  const variances = { reference: ofGroup(0), focal: ofGroup(1) };
  return (id, item, deltaMh) => {
    const matched = all.match(item, 'out');
    const others = clean.flatMap((flag, at) => (flag && at !== item ? [at] : []));
    const alpha = (own: 'reference' | 'focal'): number | null =>
      matchingAlpha(
        matched,
        own === 'reference' ? 0 : 1,
        others.map((at) => variances[own][at] ?? 0),
      );
    const [reference, focal] = [alpha('reference'), alpha('focal')];
    if (reference === null || focal === null || reference <= 0 || focal <= 0) {
      return untested(
        id,
        'the matching score has no reliability above 0 in one of the groups: true scores cannot be estimated',
        deltaMh,
      );
    }
    const result = sibtest(
      matched,
      { reference, focal },
      {
        matchingItems: others.length,
        range: Math.max(1, highest[item] ?? 1),
        // `correct` of the options is the continuity correction of Mantel and Haenszel, another thing.
        ...(options.least !== undefined && { least: options.least }),
        ...(options.level !== undefined && { level: options.level }),
      },
    );
    const { n, statistic, p, beta, se, interval, crossing, reason, levels } = result;
    return {
      id,
      n,
      statistic,
      df: statistic === null ? null : 1,
      p,
      effect: beta,
      se,
      interval,
      deltaMh,
      class: result.class,
      favors: favored(beta),
      reason,
      measures: {
        levels,
        crossingBeta: crossing?.beta ?? null,
        crossingStatistic: crossing?.statistic ?? null,
        crossingDf: crossing?.df ?? null,
        crossingP: crossing?.p ?? null,
        crossesAt: crossing?.crossesAt ?? null,
      },
    };
  };
}
