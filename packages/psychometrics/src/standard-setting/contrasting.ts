import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { Random } from '../numeric/random.ts';
import { sentence } from '../presentation/index.ts';
import { bySplit, type ContrastingMethod, type Split } from './contrasting-cuts.ts';
import { type Impact, impactOf, requireScores } from './impact.ts';
import { panelCut } from './panel.ts';

/** One candidate whom judges know from elsewhere: whether competent, and the score. */
export interface ContrastingCase {
  readonly score: number;
  readonly competent: boolean;
  /** Who judged; empty or missing when the panel did. */
  readonly judge?: string;
}

/** The scores of one group. */
export interface ContrastingGroup {
  readonly n: number;
  readonly mean: number;
  /** n − 1; null with one candidate. */
  readonly sd: number | null;
}

/** A cut in score points; null where there is none, and `reason` says why. */
export interface ContrastingCut {
  readonly cut: number | null;
  readonly se: number | null;
  readonly reason: string | null;
}

/** A cut from two groups, and the cuts by the other methods. */
export interface Contrasting extends ContrastingCut {
  readonly method: ContrastingMethod;
  readonly n: number;
  readonly competent: ContrastingGroup;
  readonly notCompetent: ContrastingGroup;
  /** The cut by each method. */
  readonly cuts: Readonly<Record<ContrastingMethod, ContrastingCut>>;
  /** Log odds of being competent by score; null where the groups do not tell it. */
  readonly logistic: { readonly intercept: number; readonly slope: number; readonly penalized: boolean } | null;
  /** At the cut, as shares of all: competent who fail, not competent who pass. */
  readonly misclassified: { readonly falseFail: number; readonly falsePass: number } | null;
  /** Each judge's own cut, when judges are named. */
  readonly judges: readonly (ContrastingCut & { readonly id: string; readonly n: number })[];
  readonly impact: readonly Impact[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** Which cut is wanted, and what errors cost. */
export interface ContrastingOptions {
  /** Which cut is the result (default `logistic`). */
  readonly method?: ContrastingMethod;
  /** How many times as bad as a competent candidate failing it is that one who is not competent passes (default 1). */
  readonly falsePassCost?: number;
  /** Scores of all candidates, for the impact; without them, of those judged. */
  readonly scores?: readonly number[];
  /** Resamples for standard errors that have no formula (default 500; 0 leaves them out). */
  readonly resamples?: number;
  /** Default 1. */
  readonly seed?: number;
  readonly override?: { readonly reason: string };
}

const METHODS = ['logistic', 'midpoint', 'normal', 'pooled', 'cost'] as const satisfies readonly ContrastingMethod[];

/**
 * The contrasting groups method: where the scores of candidates known to be competent part from those of the others.
 *
 * Standard errors: `logistic` and `midpoint` by formula, the others by resampling each group with a seed.
 *
 * @throws {RangeError} when either group has nobody, a score is no number, or an option is out of range.
 * @see Livingston & Zieky (1982), Passing Scores; Brandon (2002), Measurement and Evaluation in Counseling and
 *   Development 35(3); logistic: Livingston & Zieky (1989), Applied Measurement in Education 2(2).
 */
export function contrasting(cases: readonly ContrastingCase[], options: ContrastingOptions = {}): Contrasting {
  const { method = 'logistic', falsePassCost = 1, resamples = 500, seed = 1 } = options;
  requireScores(cases.map(({ score }) => score));
  if (!(falsePassCost > 0 && Number.isFinite(falsePassCost))) {
    throw new RangeError(`a cost of ${falsePassCost} is none; give a number above 0`);
  }
  const split = splitOf(cases);
  for (const [name, scores] of [
    ['competent', split.competent],
    ['not competent', split.not],
  ] as const) {
    if (scores.length === 0) throw new RangeError(`nobody is ${name}; the method needs candidates of both kinds`);
  }
  const exact = bySplit(split, falsePassCost);
  const spread = resampled(split, falsePassCost, resamples, seed);
  const cutOf = (own: ContrastingMethod): ContrastingCut => {
    const { cut, se, reason } = exact[own];
    return { cut, se: cut === null ? null : (se ?? spread[own] ?? null), reason };
  };
  const cuts = {
    logistic: cutOf('logistic'),
    midpoint: cutOf('midpoint'),
    normal: cutOf('normal'),
    pooled: cutOf('pooled'),
    cost: cutOf('cost'),
  };
  const { cut, se, reason } = cuts[method];
  const n = cases.length;
  const share = (scores: readonly number[], passes: boolean): number =>
    cut === null ? 0 : scores.filter((score) => score >= cut === passes).length / n;
  const notices =
    exact.line?.penalized === true
      ? ['The groups do not overlap: the logistic curve is Firth’s, and the cut lies between them.']
      : [];
  if (reason !== null) notices.push(sentence(reason));
  return {
    method,
    n,
    cut,
    se,
    reason,
    competent: groupOf(split.competent),
    notCompetent: groupOf(split.not),
    cuts,
    logistic: exact.line,
    misclassified:
      cut === null ? null : { falseFail: share(split.competent, false), falsePass: share(split.not, true) },
    judges: judgesOf(cases, method, falsePassCost),
    impact: cut === null ? [] : impactOf(options.scores ?? cases.map(({ score }) => score), cut, se),
    sample: judgeSample('group-comparison', Math.min(split.competent.length, split.not.length), options.override),
    notices,
  };
}

const splitOf = (cases: readonly ContrastingCase[]): Split => ({
  competent: cases.flatMap(({ score, competent }) => (competent ? [score] : [])),
  not: cases.flatMap(({ score, competent }) => (competent ? [] : [score])),
});

function groupOf(scores: readonly number[]): ContrastingGroup {
  const { n, mean, sd } = panelCut(scores);
  return { n, mean, sd };
}

function judgesOf(
  cases: readonly ContrastingCase[],
  method: ContrastingMethod,
  cost: number,
): (ContrastingCut & { id: string; n: number })[] {
  const names = [...new Set(cases.flatMap(({ judge = '' }) => (judge === '' ? [] : [judge])))];
  return names.map((id) => {
    const own = cases.filter(({ judge }) => judge === id);
    const split = splitOf(own);
    if (split.competent.length === 0 || split.not.length === 0) {
      return { id, n: own.length, cut: null, se: null, reason: 'the judge sees candidates of one kind only' };
    }
    return { id, n: own.length, ...bySplit(split, cost)[method] };
  });
}

/** Standard deviations of the cuts over resamples of each group; of methods that always had a cut. */
function resampled(
  split: Split,
  cost: number,
  draws: number,
  seed: number,
): Partial<Record<ContrastingMethod, number>> {
  if (draws < 2 || split.competent.length < 2 || split.not.length < 2) return {};
  const random = new Random(seed);
  const draw = (scores: readonly number[]): number[] =>
    Array.from(scores, () => scores[random.integer(scores.length)] ?? 0);
  const found: Partial<Record<ContrastingMethod, number[]>> = {};
  for (let at = 0; at < draws; at += 1) {
    const cuts = bySplit({ competent: draw(split.competent), not: draw(split.not) }, cost, false);
    for (const method of METHODS) {
      const { cut } = cuts[method];
      if (cut === null) continue;
      const list = found[method] ?? [];
      list.push(cut);
      found[method] = list;
    }
  }
  // Resamples without a cut are rare; where they are not, the standard error would be too small.
  const spreads = METHODS.flatMap((method) => {
    const list = found[method] ?? [];
    const sd = list.length < 0.95 * draws ? null : panelCut(list).sd;
    return sd === null ? [] : [[method, sd] as const];
  });
  return Object.fromEntries(spreads);
}
