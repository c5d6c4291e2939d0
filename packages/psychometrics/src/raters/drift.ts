import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { studentT } from '../numeric/distributions/student-t.ts';
import { adjustKnownP } from '../numeric/multiplicity.ts';
import { describe } from './consensus.ts';
import type { Rating } from './ratings.ts';

/** A rater's severity in one period, and its change since the rater's first period. */
export interface PeriodSeverity {
  readonly rater: string;
  readonly time: string;
  /** Ratings in the period whose performance somebody else rated too. */
  readonly n: number;
  /** Mean of (own − mean of the others), in score points. */
  readonly difference: number | null;
  readonly se: number | null;
  /** Change since the rater's first period; null in that period. */
  readonly change: number | null;
  readonly changeSe: number | null;
  /** Against no change, by Welch's t. */
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly flagged: boolean;
  readonly sample: SampleJudgment;
}

/** A rater's second ratings of the same performances beside the first. */
export interface SelfAgreement {
  readonly rater: string;
  /** Performances that the rater rated twice. */
  readonly n: number;
  /** Mean of (second − first): below 0 the rater has become more severe. */
  readonly change: number | null;
  readonly se: number | null;
  readonly p: number | null;
  /** Share of equal scores, 0 to 1. */
  readonly exact: number | null;
  readonly sample: SampleJudgment;
}

/** Drift of raters over time. */
export interface Drift {
  /** The periods, in order. */
  readonly times: readonly string[];
  readonly periods: readonly PeriodSeverity[];
  /** Raters who rated something twice; empty where none did. */
  readonly self: readonly SelfAgreement[];
}

/**
 * Drift: whether raters become more severe or lenient, against the others and against their own earlier ratings.
 *
 * Against the others only ratings of the same performance count, whenever the others gave theirs. A rating given twice
 * counts in the first part by each period. Flagged where the adjusted p is below 0.05 and the change is at least
 * `smallest` standard deviations of all ratings.
 *
 * @param options.times the periods in order; unless told, sorted as numbers or text.
 * @param options.smallest 0.25 unless told, a convention.
 * @throws {RangeError} with fewer than two periods.
 * @see Myford & Wolfe (2009), Journal of Educational Measurement 46(4).
 */
export function drift(
  records: readonly Rating[],
  options: {
    readonly times?: readonly string[];
    readonly smallest?: number;
    readonly override?: { readonly reason: string };
  } = {},
): Drift {
  const found = [...new Set(records.flatMap(({ time }) => (time === null ? [] : [time])))];
  const times = options.times ?? found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (times.length < 2) throw new RangeError('drift needs ratings of at least two periods; give a column "time"');
  const stranger = found.find((time) => !times.includes(time));
  if (stranger !== undefined)
    throw new RangeError(
      `the period "${stranger}" stands in the data and not among the periods given (${times.join(', ')})`,
    );
  const { smallest = 0.25, override } = options;
  const all = describe(records.map(({ score }) => score)).variance ?? 0;
  const raters = [...new Set(records.map(({ rater }) => rater))];
  const performances = Map.groupBy(records, ({ person, item }) => JSON.stringify([person, item]));

  const bare = raters.flatMap((rater) => {
    let first: { readonly mean: number; readonly se: number; readonly n: number } | null = null;
    return times.flatMap((time) => {
      const given = records.filter((record) => record.rater === rater && record.time === time);
      if (given.length === 0) return [];
      const differences = given.flatMap(({ person, item, score }) => {
        const others = (performances.get(JSON.stringify([person, item])) ?? []).filter(
          (other) => other.rater !== rater,
        );
        const { mean } = describe(others.map((other) => other.score));
        return mean === null ? [] : [score - mean];
      });
      const { mean: difference, se } = describe(differences);
      const from = first;
      if (from === null && difference !== null && se !== null) first = { mean: difference, se, n: differences.length };
      const known = from !== null && difference !== null && se !== null;
      const change = known ? difference - from.mean : null;
      const changeSe = known ? Math.hypot(se, from.se) : null;
      const p = known && changeSe ? welch(difference - from.mean, [from, { se, n: differences.length }]) : null;
      return [
        {
          rater,
          time,
          n: differences.length,
          difference,
          se,
          change,
          changeSe,
          p,
          sample: judgeSample('ratings', differences.length, override),
        },
      ];
    });
  });
  const adjusted = adjustKnownP(
    bare.map(({ p }) => p),
    'holm',
  );
  const periods = bare.map((period, at): PeriodSeverity => {
    const adjustedP = adjusted[at] ?? null;
    const certain = adjustedP === null ? period.changeSe === 0 : adjustedP < 0.05;
    const allowed = period.sample.verdict !== 'too-few' || override !== undefined;
    const matters =
      period.change !== null && period.change !== 0 && Math.abs(period.change) >= smallest * Math.sqrt(all);
    return { ...period, adjustedP, flagged: allowed && certain && matters };
  });
  return { times, periods, self: raters.flatMap((rater) => selfAgreement(rater, performances, times, override)) };
}

/** Welch's t of a difference of two means, two-sided. @see Welch (1947), Biometrika 34(1/2). */
function welch(difference: number, means: readonly { readonly se: number; readonly n: number }[]): number {
  const variance = means.reduce((sum, { se }) => sum + se * se, 0);
  const df = variance ** 2 / means.reduce((sum, { se, n }) => sum + se ** 4 / (n - 1), 0);
  return studentT.twoSided(difference / Math.sqrt(variance), df);
}

function selfAgreement(
  rater: string,
  performances: ReadonlyMap<string, readonly Rating[]>,
  times: readonly string[],
  override: { readonly reason: string } | undefined,
): readonly SelfAgreement[] {
  const changes: number[] = [];
  for (const given of performances.values()) {
    const own = given
      .filter((record) => record.rater === rater && record.time !== null)
      .sort((a, b) => times.indexOf(a.time ?? '') - times.indexOf(b.time ?? ''));
    const [first] = own;
    const last = own.at(-1);
    if (first !== undefined && last !== undefined && first.time !== last.time) changes.push(last.score - first.score);
  }
  const n = changes.length;
  if (n === 0) return [];
  const { mean: change, se } = describe(changes);
  return [
    {
      rater,
      n,
      change,
      se,
      p: change === null || !se ? null : studentT.twoSided(change / se, n - 1),
      exact: changes.filter((value) => value === 0).length / n,
      sample: judgeSample('ratings', n, override),
    },
  ];
}
