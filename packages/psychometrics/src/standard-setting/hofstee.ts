import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { quantile } from '../numeric/summary.ts';
import { type Impact, impactOf, requireScores } from './impact.ts';
import { average, ONE_JUDGE, requireJudges } from './panel.ts';

/** What one judge holds acceptable. */
export interface HofsteeJudgment {
  readonly judge: string;
  /** Lowest and highest acceptable cut, on the scale of the scores. */
  readonly minCut: number;
  readonly maxCut: number;
  /** Lowest and highest acceptable share of candidates who fail; 0 to 1, or 0 to 100 throughout. */
  readonly minFail: number;
  readonly maxFail: number;
}

/** The point where what judges accept meets what candidates did. */
export interface HofsteeCut {
  readonly cut: number;
  /** Share of candidates who fail at the cut, 0 to 1, between scores by straight lines. */
  readonly fail: number;
  /** False when the line does not meet the curve: the cut is then the end of the line that is nearest. */
  readonly crosses: boolean;
}

/** The compromise of the whole panel. */
export interface Hofstee extends HofsteeCut {
  readonly n: number;
  /**
   * By leaving out one judge after the other (jackknife), all put together by means; with medians √(π/2) times that, for
   * the jackknife fails them (Efron, 1982, section 3.4). Null with one judge.
   */
  readonly se: number | null;
  /** The four judgments put together; shares from 0 to 1. */
  readonly bounds: Omit<HofsteeJudgment, 'judge'>;
  /** Each judge's judgments, with the cut that they would give alone. */
  readonly judges: readonly (HofsteeJudgment & HofsteeCut & { readonly id: string })[];
  /** Share failing at each score, for the figure. */
  readonly curve: readonly { readonly score: number; readonly fail: number }[];
  readonly impact: readonly Impact[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * The Hofstee compromise: the line from (lowest cut, highest failure rate) to (highest cut, lowest failure rate) is
 * brought to meet the curve of the failure rate by cut.
 *
 * @param scores of all candidates.
 * @param options.center how judgments are put together (default `mean`).
 * @throws {RangeError} naming a judge whose lowest exceeds the highest, or a score that is no number.
 * @see Hofstee (1983), in Anderson & Helmick, On Educational Testing; De Gruijter (1985), Journal of Educational
 *   Measurement 22(4).
 */
export function hofstee(
  judgments: readonly HofsteeJudgment[],
  scores: readonly number[],
  options: { readonly center?: 'mean' | 'median'; readonly override?: { readonly reason: string } } = {},
): Hofstee {
  const shares = toShares(judgments);
  requireScores(scores);
  if (scores.length === 0)
    throw new RangeError('there are no scores; the Hofstee method needs those of the candidates');
  const curve = failureCurve(scores);
  const { center = 'mean' } = options;
  const bounds = boundsOf(shares, center);
  const result = meet(bounds, curve);
  const judges = shares.map((one) => ({ ...one, id: one.judge, ...meet(one, curve) }));
  const n = judges.length;
  const without = (n < 2 ? [] : shares).map(
    (_, left) =>
      meet(
        boundsOf(
          shares.filter((_, at) => at !== left),
          'mean',
        ),
        curve,
      ).cut,
  );
  const mean = n < 2 ? 0 : average(without);
  const wider = center === 'mean' || n < 3 ? 1 : Math.PI / 2;
  const squares = without.reduce((sum, cut) => sum + (cut - mean) ** 2, 0);
  const se = n < 2 ? null : Math.sqrt(wider * ((n - 1) / n) * squares);
  const notices = n === 1 ? [ONE_JUDGE] : [];
  if (!result.crosses) notices.push(whyNot(bounds, result));
  const apart = judges.filter(({ crosses }) => !crosses).map(({ id }) => id);
  if (apart.length > 0) notices.push(`The judgments of ${apart.join(', ')} alone do not meet the scores.`);
  const impact = impactOf(scores, result.cut, se);
  return {
    n,
    ...result,
    se,
    bounds,
    judges,
    curve,
    impact,
    sample: judgeSample('judges', n, options.override),
    notices,
  };
}

function whyNot(bounds: Omit<HofsteeJudgment, 'judge'>, { cut, fail }: HofsteeCut): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return cut === bounds.minCut && fail > bounds.maxFail
    ? `The line does not meet the scores: even at the lowest cut ${percent(fail)} fail, more than is accepted; the lowest cut is given.`
    : `The line does not meet the scores: even at the highest cut ${percent(fail)} fail, fewer than is accepted; the highest cut is given.`;
}

function toShares(judgments: readonly HofsteeJudgment[]): HofsteeJudgment[] {
  requireJudges(judgments.map(({ judge }) => judge));
  const most = judgments.some(({ minFail, maxFail }) => minFail > 1 || maxFail > 1) ? 100 : 1;
  return judgments.map(({ judge, minCut, maxCut, minFail, maxFail }) => {
    if (!(minCut <= maxCut) || !Number.isFinite(maxCut - minCut)) {
      throw new RangeError(`judge ${judge}: the lowest cut ${minCut} exceeds the highest ${maxCut}; swap them`);
    }
    if (!(minFail >= 0 && minFail <= maxFail && maxFail <= most)) {
      throw new RangeError(
        `judge ${judge}: failure rates ${minFail} to ${maxFail} are none; give two numbers from 0 to ${most}, the lower first`,
      );
    }
    return { judge, minCut, maxCut, minFail: minFail / most, maxFail: maxFail / most };
  });
}

function boundsOf(judgments: readonly HofsteeJudgment[], center: 'mean' | 'median'): Omit<HofsteeJudgment, 'judge'> {
  const of = (name: 'minCut' | 'maxCut' | 'minFail' | 'maxFail'): number => {
    const values = judgments.map((judgment) => judgment[name]);
    return center === 'mean'
      ? average(values)
      : quantile(
          values.sort((a, b) => a - b),
          0.5,
        );
  };
  return { minCut: of('minCut'), maxCut: of('maxCut'), minFail: of('minFail'), maxFail: of('maxFail') };
}

type Curve = readonly { readonly score: number; readonly fail: number }[];

/**
 * Share of candidates below each score: at every whole number when all scores are whole, else at every score that
 * occurs.
 */
function failureCurve(scores: readonly number[]): Curve {
  const sorted = [...scores].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted[sorted.length - 1]];
  const whole = sorted.every(Number.isInteger) && last - first < 100_000;
  const knots = whole ? Array.from({ length: last - first + 2 }, (_, at) => first + at) : [...new Set(sorted)];
  let below = 0;
  const curve = knots.map((score) => {
    while (below < sorted.length && (sorted[below] ?? 0) < score) below += 1;
    return { score, fail: below / sorted.length };
  });
  return whole ? curve : [...curve, { score: last + (last - first || 1) * 1e-9, fail: 1 }];
}

function failAt(curve: Curve, cut: number): number {
  const above = curve.findIndex(({ score }) => score >= cut);
  const [left, right] = [curve[above - 1], curve[above]];
  if (right === undefined) return 1;
  if (left === undefined || right.score === cut) return right.score === cut ? right.fail : 0;
  return left.fail + ((cut - left.score) / (right.score - left.score)) * (right.fail - left.fail);
}

/** Walks from knot to knot: the curve never falls and the line never rises, so they meet once at most. */
function meet(bounds: Omit<HofsteeJudgment, 'judge'>, curve: Curve): HofsteeCut {
  const { minCut, maxCut, minFail, maxFail } = bounds;
  const line = (cut: number): number =>
    maxCut === minCut ? maxFail : maxFail + ((cut - minCut) / (maxCut - minCut)) * (minFail - maxFail);
  const knots = [
    minCut,
    ...curve.map(({ score }) => score).filter((score) => score > minCut && score < maxCut),
    maxCut,
  ];
  let previous = { cut: minCut, over: failAt(curve, minCut) - maxFail };
  if (minCut === maxCut) {
    const fail = failAt(curve, minCut);
    return { cut: minCut, fail, crosses: fail >= minFail && fail <= maxFail };
  }
  if (previous.over > 0) return { cut: minCut, fail: failAt(curve, minCut), crosses: false };
  for (const cut of knots.slice(1)) {
    const over = failAt(curve, cut) - line(cut);
    if (over >= 0) {
      const step = over - previous.over;
      const met = step === 0 ? previous.cut : previous.cut - (previous.over / step) * (cut - previous.cut);
      return { cut: met, fail: line(met), crosses: true };
    }
    previous = { cut, over };
  }
  return { cut: maxCut, fail: failAt(curve, maxCut), crosses: false };
}
