import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';
import { type CenterMean, compareMeans } from './center-means.ts';
import { type CenterRate, compareFlags, comparePairsWithin } from './center-rates.ts';

/** A candidate as the comparison of centers sees one. */
export interface CenterCandidate {
  readonly id: string;
  readonly center: string;
  readonly score: number;
  /** Mean log seconds per item, or the speed τ; leave it out where there are no times. */
  readonly time?: number;
  /** Whether another method flagged the candidate. */
  readonly flagged?: boolean;
}

/** One measure with its p adjusted for the number of centers. */
export type Adjusted<T> = T & { readonly adjustedP: number | null; readonly flagged: boolean };

/** A center against all others; p values adjusted for the number of centers. */
export interface ComparedCenter {
  readonly id: string;
  readonly n: number;
  readonly score: Adjusted<CenterMean>;
  /** Null without times. */
  readonly time: Adjusted<CenterMean> | null;
  /** Flagged candidates; null without flags. */
  readonly flags: Adjusted<CenterRate> | null;
  /** Flagged pairs with both candidates of this center; null without pairs. */
  readonly pairs: Adjusted<CenterRate> | null;
  readonly sample: SampleJudgment;
}

/** All centers that are large enough, each against the others. */
export interface CenterComparison extends Evidence {
  readonly n: number;
  readonly adjustment: Adjustment;
  readonly alpha: number;
  /** Centers with at least `leastCandidates`, in the order of their ids. */
  readonly centers: readonly ComparedCenter[];
  readonly notices: readonly string[];
}

/**
 * Compares each center with all others: scores and times by Welch's t with means shrunken to the grand mean, flagged
 * candidates by the exact hypergeometric test, flagged pairs by permutation of the candidates over the centers.
 *
 * Every measure is adjusted for the number of centers by itself. A center may differ for honest reasons: whom it
 * serves.
 *
 * @param options.pairs flagged pairs, such as those of `similarity`.
 * @param options.seed of the permutation; needed with pairs.
 * @param options.leastCandidates smaller centers are left out; 5 without it.
 * @throws {RangeError} with fewer than two centers left, scores that are no numbers, pairs without a seed or of
 *   unknown ids.
 * @see Snijders & Bosker (2012), Multilevel Analysis, section 4.8, for the shrunken means.
 */
export function compareCenters(
  candidates: readonly CenterCandidate[],
  options: {
    readonly pairs?: readonly { readonly a: string; readonly b: string }[];
    readonly seed?: number;
    readonly permutations?: number;
    readonly leastCandidates?: number;
    readonly adjustment?: Adjustment;
    readonly alpha?: number;
    readonly override?: { readonly reason: string };
  } = {},
): CenterComparison {
  const { pairs, seed, permutations = 9999, leastCandidates = 5, adjustment = 'holm', alpha = 0.05 } = options;
  const members = new Map<string, number[]>();
  candidates.forEach(({ id, center, score, time }, index) => {
    if (!Number.isFinite(score) || (time !== undefined && !Number.isFinite(time))) {
      throw new RangeError(`candidate ${id} has the score ${score} and the time ${time}; give numbers`);
    }
    members.set(center, [...(members.get(center) ?? []), index]);
  });
  const order = new Intl.Collator('en', { numeric: true });
  const kept = [...members]
    .filter(([, list]) => list.length >= leastCandidates)
    .sort(([a], [b]) => order.compare(a, b));
  if (members.size < 2 || kept.length === 0) {
    throw new RangeError(
      `of ${members.size} centers ${kept.length} have ${leastCandidates} candidates or more; the comparison needs two centers, one of them so large`,
    );
  }
  if (pairs !== undefined && seed === undefined) throw new RangeError('pairs are compared by permutation; give a seed');
  const groups = kept.map(([, list]) => list);
  const adjust = <T extends { readonly p: number | null }>(measured: readonly T[]): readonly Adjusted<T>[] => {
    const judged = measured.flatMap(({ p }) => (p === null ? [] : [p]));
    const adjusted = adjustP(judged, adjustment);
    let at = 0;
    return measured.map((one) => {
      const adjustedP = one.p === null ? null : (adjusted[at++] ?? 1);
      return { ...one, adjustedP, flagged: adjustedP !== null && adjustedP <= alpha };
    });
  };
  const scores = adjust(
    compareMeans(
      candidates.map(({ score }) => score),
      groups,
    ),
  );
  const timed = candidates.every(({ time }) => time !== undefined);
  const times = timed
    ? adjust(
        compareMeans(
          candidates.map(({ time }) => time ?? 0),
          groups,
        ),
      )
    : null;
  const flags = candidates.some(({ flagged }) => flagged !== undefined)
    ? adjust(
        compareFlags(
          candidates.map(({ flagged }) => flagged === true),
          groups,
        ),
      )
    : null;
  const within =
    pairs === undefined
      ? null
      : adjust(
          comparePairsWithin(
            candidates.map(({ id }) => id),
            groups,
            pairs,
            { seed: seed ?? 0, permutations },
          ),
        );
  const small = members.size - kept.length;
  return {
    n: candidates.length,
    adjustment,
    alpha,
    centers: kept.map(([id, list], at) => ({
      id,
      n: list.length,
      score: entry(scores, at),
      time: times === null ? null : entry(times, at),
      flags: flags === null ? null : entry(flags, at),
      pairs: within === null ? null : entry(within, at),
      sample: judgeSample('group-comparison', Math.min(list.length, candidates.length - list.length), options.override),
    })),
    notices: [
      ...(small > 0
        ? [`${small} centers with fewer than ${leastCandidates} candidates are compared with as part of the rest only.`]
        : []),
      ...(!timed && candidates.some(({ time }) => time !== undefined)
        ? ['Some candidates have no time; times are not compared.']
        : []),
    ],
    evidence: EVIDENCE_NOT_PROOF,
  };
}

function entry<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error(`no measure of center ${at + 1}`);
  return found;
}
