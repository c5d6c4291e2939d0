import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { studentT } from '../../numeric/distributions/student-t.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';

/** Two attempts of one candidate, scores on the same or on equated scales. */
export interface Attempts {
  readonly id: string;
  readonly first: number;
  readonly second: number;
}

/** The second score against what the first lets one expect. */
export interface GainedPerson extends Attempts {
  readonly gain: number;
  /** The second score that the regression of all others predicts. */
  readonly expected: number;
  /**
   * Residual divided by the standard error of a new prediction: Student's t with n − 3 degrees of freedom. Null without
   * spread.
   */
  readonly statistic: number | null;
  /** P(T ≥ statistic). */
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly flagged: boolean;
}

/** The gains of all candidates between two attempts. */
export interface ScoreGains extends Evidence {
  readonly n: number;
  /** The regression of second on first scores over all candidates. */
  readonly slope: number;
  readonly intercept: number;
  /** Residual standard deviation with n − 2 degrees of freedom. */
  readonly residualSd: number;
  readonly meanGain: number;
  readonly adjustment: Adjustment;
  readonly alpha: number;
  readonly persons: readonly GainedPerson[];
  readonly sample: SampleJudgment;
}

/**
 * Unusual score gains between two attempts. Each candidate is compared with the regression of all others (externally
 * studentized residual), so that an extreme gain does not hide itself.
 *
 * @throws {RangeError} with fewer than four candidates, scores that are no numbers, first scores that are all the same.
 * @see Cook & Weisberg (1982), Residuals and Influence in Regression, section 2.2; Skorupski & Egan (2011), NCME.
 */
export function scoreGains(
  attempts: readonly Attempts[],
  options: {
    readonly adjustment?: Adjustment;
    readonly alpha?: number;
    readonly override?: { readonly reason: string };
  } = {},
): ScoreGains {
  const { adjustment = 'holm', alpha = 0.05 } = options;
  const n = attempts.length;
  if (n < 4) throw new RangeError(`there are ${n} candidates with two attempts; the regression needs at least four`);
  const wrong = attempts.find(({ first, second }) => !Number.isFinite(first) || !Number.isFinite(second));
  if (wrong !== undefined) {
    throw new RangeError(`candidate ${wrong.id} has the scores ${wrong.first} and ${wrong.second}; give two numbers`);
  }
  const meanFirst = attempts.reduce((sum, { first }) => sum + first, 0) / n;
  const meanSecond = attempts.reduce((sum, { second }) => sum + second, 0) / n;
  let sxx = 0;
  let sxy = 0;
  for (const { first, second } of attempts) {
    sxx += (first - meanFirst) ** 2;
    sxy += (first - meanFirst) * (second - meanSecond);
  }
  if (!(sxx > 0)) throw new RangeError('all first scores are the same; nothing can be regressed on them');
  const slope = sxy / sxx;
  const intercept = meanSecond - slope * meanFirst;
  let rss = 0;
  let syy = 0;
  for (const { first, second } of attempts) {
    rss += (second - intercept - slope * first) ** 2;
    syy += (second - meanSecond) ** 2;
  }
  const found = attempts.map((person) => {
    const { first, second } = person;
    const leverage = 1 / n + (first - meanFirst) ** 2 / sxx;
    const residual = second - intercept - slope * first;
    const free = 1 - leverage;
    // What remains without this candidate; at the level of rounding it is nothing.
    const left = free > 1e-12 ? rss - (residual * residual) / free : 0;
    const spread = left > 1e-12 * Math.max(syy, Number.MIN_VALUE) ? Math.sqrt(left / (n - 3)) : null;
    const statistic = spread === null ? null : residual / (spread * Math.sqrt(free));
    return {
      ...person,
      gain: second - first,
      expected: free > 1e-12 ? second - residual / free : second,
      statistic,
      p: statistic === null ? null : studentT.upper(statistic, n - 3),
    };
  });
  const judged = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = adjustP(judged, adjustment);
  let at = 0;
  return {
    n,
    slope,
    intercept,
    residualSd: Math.sqrt(rss / (n - 2)),
    meanGain: meanSecond - meanFirst,
    adjustment,
    alpha,
    persons: found.map((person) => {
      const adjustedP = person.p === null ? null : (adjusted[at++] ?? 1);
      return { ...person, adjustedP, flagged: adjustedP !== null && adjustedP <= alpha };
    }),
    sample: judgeSample('classical', n, options.override),
    evidence: EVIDENCE_NOT_PROOF,
  };
}
