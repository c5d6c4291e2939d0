import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import { alphaInterval, alphaOf, kr21, semInterval, standardizedAlpha } from './alpha.ts';
import { type BootstrapOptions, bootstrapAlphaInterval } from './bootstrap-alpha.ts';
import { type Composite, compositeOf } from './composite.ts';
import { type GuttmanBounds, guttmanBounds } from './guttman.ts';
import { fromMatrix, type ItemCovariance } from './item-covariance.ts';
import { type ItemScores, isDichotomousTest } from './item-scores.ts';
import { omegaTotal } from './omega.ts';
import type { ScoreSummary } from './score-summary.ts';
import { type SplitHalves, splitHalves } from './split-half.ts';

/** How precisely the total scores rank candidates, by the coefficients in use. */
export interface Reliability extends Omit<GuttmanBounds, 'lambda3'> {
  readonly alpha: number | null;
  readonly alphaInterval: readonly [number, number] | null;
  readonly intervalMethod: 'feldt' | 'bootstrap';
  readonly standardizedAlpha: number | null;
  /** Alpha of items scored 0 and 1; null of a polytomous test. */
  readonly kr20: number | null;
  /** Null of a polytomous test or with missing scores. */
  readonly kr21: number | null;
  readonly splitHalf: SplitHalves;
  /** Guttman's fourth bound: the best split half among those tried. */
  readonly lambda4: number | null;
  /** Of one common factor, standardized items. */
  readonly omegaTotal: number | null;
  /** Null where no parts were named. */
  readonly composite: Composite | null;
  /** The standard error of measurement by alpha, in score points. */
  readonly sem: number | null;
  readonly semInterval: readonly [number, number] | null;
  readonly sample: SampleJudgment;
}

/** What the reliability is computed with besides the scores. */
export interface ReliabilityOptions {
  readonly confidence: number;
  readonly seed: number;
  readonly bootstrap?: BootstrapOptions | undefined;
  readonly parts?: readonly string[] | undefined;
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly override?: { readonly reason: string } | undefined;
}

/** @param given null where some items have no covariance; the coefficients are null then. */
export function reliabilityOf(
  scores: ItemScores,
  given: ItemCovariance | null,
  score: ScoreSummary,
  options: ReliabilityOptions,
): Reliability {
  const covariance = given ?? fromMatrix([], new Float64Array(0));
  const { confidence, bootstrap, parts } = options;
  const { n, mean, variance, sd } = score;
  const k = covariance.items.length;
  const alpha = alphaOf(covariance);
  const dichotomous = isDichotomousTest(scores);
  const { lambda3: _, ...bounds } = guttmanBounds(covariance);
  const drawn = bootstrap === undefined ? null : bootstrapAlphaInterval(scores, bootstrap, confidence);
  const sem = alpha === null || sd === null ? null : sd * Math.sqrt(Math.max(0, 1 - alpha));
  const splitHalf = splitHalves(covariance, options.seed);
  return {
    alpha,
    alphaInterval: drawn ?? alphaInterval(alpha, n, k, confidence),
    intervalMethod: drawn === null ? 'feldt' : 'bootstrap',
    standardizedAlpha: standardizedAlpha(covariance),
    kr20: dichotomous ? alpha : null,
    kr21: dichotomous && scores.complete && variance !== null ? kr21(k, mean, (variance * (n - 1)) / n) : null,
    ...bounds,
    splitHalf,
    lambda4: splitHalf.best,
    omegaTotal: omegaTotal(covariance).omega,
    composite:
      parts === undefined || given === null ? null : compositeOf(scores, given, parts, options.weights, confidence),
    sem,
    semInterval: semInterval(sem, n, k, confidence),
    sample: judgeSample('reliability', n, options.override),
  };
}
