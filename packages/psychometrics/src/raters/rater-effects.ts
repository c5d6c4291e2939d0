import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { studentT } from '../numeric/distributions/student-t.ts';
import { adjustKnownP } from '../numeric/multiplicity.ts';
import { againstOthers, describe, pearson } from './consensus.ts';
import { type Ratings, requireRatings } from './ratings.ts';

/** How a rater stands to the others who rated the same performances. */
export interface RaterEffect {
  readonly rater: string;
  /** Performances that somebody else rated too. */
  readonly n: number;
  readonly mean: number | null;
  /** Mean of (own − mean of the others): above 0 lenient, below severe, in score points. */
  readonly difference: number | null;
  readonly se: number | null;
  readonly ci: readonly [number, number] | null;
  /** Against no difference, by Student's t. */
  readonly p: number | null;
  /** Holm's, over the raters. */
  readonly adjustedP: number | null;
  /** The difference in standard deviations of all ratings. */
  readonly effect: number | null;
  /** Standard deviation of the rater over that of the other raters on the same performances; well below 1: centrality. */
  readonly spread: number | null;
  /** Correlation with the mean of the others. */
  readonly correlation: number | null;
  readonly flags: readonly ('severe' | 'lenient' | 'central' | 'extreme' | 'inconsistent')[];
  readonly sample: SampleJudgment;
}

/** From where on a rater is flagged; conventions, to be set by the program. */
export interface RaterEffectLimits {
  /** Smallest difference that matters, in standard deviations of all ratings; 0.5, Cohen's (1988) medium effect. */
  readonly effect?: number;
  /** Ratio of standard deviations below which a rater is central, and above whose inverse extreme; 0.7. */
  readonly spread?: number;
  /** Correlation with the others below which a rater is inconsistent; 0.3. */
  readonly correlation?: number;
  readonly override?: { readonly reason: string };
}

/**
 * Severity and leniency, centrality and consistency of each rater against the others on the same performances.
 *
 * Flags of severity need both: a difference that matters and an adjusted p below 0.05. Flags are given only where the
 * sample is not too small.
 *
 * @throws {RangeError} with fewer than two raters, or of ratings that are words.
 * @see Saal, Downey & Lahey (1980), Psychological Bulletin 88(2); Myford & Wolfe (2003), J. Appl. Meas. 4(4).
 */
export function raterEffects(ratings: Ratings, limits: RaterEffectLimits = {}): readonly RaterEffect[] {
  requireRatings(ratings, 'severity', 'numbers');
  const { effect: smallest = 0.5, spread: narrow = 0.7, correlation: low = 0.3, override } = limits;
  const all = describe(ratings.scores.flat().filter((score) => score !== null)).variance;
  const bare = ratings.raters.map((rater, index) => {
    const pairs = againstOthers(ratings, index);
    const n = pairs.length;
    const own = pairs.map((pair) => pair.own);
    const { mean: difference, se } = describe(pairs.map((pair) => pair.own - pair.others));
    const p = difference === null || se === null || se === 0 ? null : studentT.twoSided(difference / se, n - 1);
    const half = n < 2 ? 0 : studentT.quantile(0.975, n - 1) * (se ?? 0);
    return {
      rater,
      n,
      mean: describe(own).mean,
      difference,
      se,
      ci: difference === null || se === null ? null : ([difference - half, difference + half] as const),
      p,
      effect: difference === null || !all ? null : difference / Math.sqrt(all),
      spread: spreadOf(ratings, index),
      correlation: pearson(
        own,
        pairs.map((pair) => pair.others),
      ),
      sample: judgeSample('ratings', n, override),
    };
  });
  const adjusted = adjustKnownP(
    bare.map(({ p }) => p),
    'holm',
  );
  return bare.map((rater, index): RaterEffect => {
    const adjustedP = adjusted[index] ?? null;
    const flags: RaterEffect['flags'][number][] = [];
    if (rater.sample.verdict !== 'too-few' || override !== undefined) {
      // Without any variation in the differences there is no t, but a constant distance is certain.
      const certain = adjustedP === null ? rater.se === 0 : adjustedP < 0.05;
      if (certain && rater.effect !== null && Math.abs(rater.effect) >= smallest)
        flags.push(rater.effect < 0 ? 'severe' : 'lenient');
      if (rater.spread !== null && rater.spread < narrow) flags.push('central');
      if (rater.spread !== null && rater.spread > 1 / narrow) flags.push('extreme');
      if (rater.correlation !== null && rater.correlation < low) flags.push('inconsistent');
    }
    return { ...rater, adjustedP, flags };
  });
}

/** Root of the rater's variance over the mean variance of the others, each on the performances both rated. */
function spreadOf(ratings: Ratings, rater: number): number | null {
  let own = 0;
  let other = 0;
  ratings.raters.forEach((_, index) => {
    if (index === rater) return;
    const shared = ratings.scores.flatMap((row) => {
      const a = row[rater] ?? null;
      const b = row[index] ?? null;
      return a === null || b === null ? [] : [[a, b] as const];
    });
    const degrees = shared.length - 1;
    own += (describe(shared.map(([a]) => a)).variance ?? 0) * degrees;
    other += (describe(shared.map(([, b]) => b)).variance ?? 0) * degrees;
  });
  return other > 0 ? Math.sqrt(own / other) : null;
}
