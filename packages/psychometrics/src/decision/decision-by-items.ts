import { judgeSample, type SampleJudgment, worstVerdict } from '../guard/index.ts';
import { expectedSumScore } from '../irt/information/test-information.ts';
import { abilityAtTrueScore, notRising, trueScoreRange } from '../irt/information/true-score.ts';
import type { Item } from '../irt/items/item.ts';
import { judgeModels } from '../irt/items/judge-models.ts';
import { highestSum } from '../irt/scoring/sum-score.ts';
import { type IrtDecision, lee, normalPoints, rudner } from './irt-decision.ts';

/** The methods that take calibrated items in place of scores. */
export const IRT_DECISION_METHODS = ['lee', 'rudner'] as const;
/** One of {@link IRT_DECISION_METHODS}. */
export type IrtDecisionMethod = (typeof IRT_DECISION_METHODS)[number];

/** How the decisions of an examination are judged from its calibrated items. */
export interface ItemDecisionOptions {
  readonly method: IrtDecisionMethod;
  /** The lowest sum score that passes; needed unless rudner is given `cutTheta`. */
  readonly cut?: number;
  /** Rudner only: the cut on the scale of ability, in place of `cut`. */
  readonly cutTheta?: number;
  /** The normal distribution of ability; standard normal by default. */
  readonly latent?: { readonly mean: number; readonly variance: number };
  /** How many candidates the items were calibrated on; without it the sample is not judged. */
  readonly n?: number;
  readonly override?: { readonly reason: string };
}

/** Decision quality by item response theory, with the cut in score points and as an ability. */
export interface ItemDecision extends Omit<IrtDecision, 'n' | 'sample'> {
  /** Candidates of the calibration; null where that was not given. */
  readonly n: number | null;
  /** The lowest sum score that passes, not rounded where it was given as an ability. */
  readonly cut: number;
  /** The ability whose true score is the cut; null where none has. */
  readonly cutTheta: number | null;
  /** The highest sum score. */
  readonly maximum: number;
  readonly latent: { readonly mean: number; readonly variance: number };
  /** By the more severe of the rules for decisions and for the models of the items; null without n. */
  readonly sample: SampleJudgment | null;
  readonly notices: readonly string[];
}

/**
 * Consistency and accuracy of the decisions at a cut, from calibrated items and the distribution of ability.
 *
 * Lee decides by sum scores; Rudner by estimates of ability, a cut in score points being read as an ability from the
 * test characteristic curve.
 *
 * @throws {RangeError} for no items, a cut that is missing, outside the scores, or by `rudner` the true score of nobody.
 * @see Lee (2010), JEM 47(1); Rudner (2005), Pract. Assess. Res. Eval. 10(13).
 */
export function decisionByItems(items: readonly Item[], options: ItemDecisionOptions): ItemDecision {
  const { method, latent = { mean: 0, variance: 1 }, n, override } = options;
  if (items.length === 0) throw new RangeError('there are no items; give the calibrated items of the form');
  if (!(Number.isFinite(latent.mean) && latent.variance > 0 && Number.isFinite(latent.variance))) {
    throw new RangeError(`abilities have mean ${latent.mean} and variance ${latent.variance}; give a variance above 0`);
  }
  const points = normalPoints(latent.mean, latent.variance);
  const shared = { points, n: n ?? 0, ...(override === undefined ? {} : { override }) };
  const { cut, cutTheta } = method === 'lee' ? cutOfLee(items, options) : cutOfRudner(items, options);
  const found =
    method === 'lee' ? lee(items, { ...shared, cut }) : rudner(items, { ...shared, cut: cutTheta ?? Number.NaN });
  return {
    ...found,
    cut,
    cutTheta,
    maximum: highestSum(items),
    latent,
    n: n ?? null,
    sample: n === undefined ? null : severest(items, n, override),
    notices: [
      'Intervals are not given: they would need the errors of all item parameters.',
      ...(n === undefined ? ['The size of the calibration was not given, so that the sample is not judged.'] : []),
    ],
  };
}

interface Cuts {
  readonly cut: number;
  readonly cutTheta: number | null;
}

function cutOfLee(items: readonly Item[], { cut, cutTheta }: ItemDecisionOptions): Cuts {
  if (cutTheta !== undefined) throw new RangeError('lee decides by sum scores; give its cut in score points');
  if (cut === undefined) throw new RangeError('there is no cut; give the lowest sum score that passes');
  return { cut, cutTheta: abilityAt(items, cut) };
}

function cutOfRudner(items: readonly Item[], { cut, cutTheta }: ItemDecisionOptions): Cuts {
  if (cutTheta !== undefined && cut === undefined && Number.isFinite(cutTheta)) {
    return { cut: expectedSumScore(items, cutTheta), cutTheta };
  }
  if (cut === undefined || cutTheta !== undefined) {
    throw new RangeError('rudner needs one cut: the lowest sum score that passes, or an ability');
  }
  const odd = notRising(items);
  if (odd !== undefined) {
    throw new RangeError(
      `item ${odd.id} does not score higher for the more able, so that a sum score has no one ability; give the cut as an ability`,
    );
  }
  const found = abilityAt(items, cut);
  if (found !== null) return { cut, cutTheta: found };
  const { bottom, top } = trueScoreRange(items);
  throw new RangeError(
    `no ability has the true score ${cut}: true scores lie between ${Number(bottom.toFixed(3))} and ${Number(top.toFixed(3))}; give a cut between them`,
  );
}

function abilityAt(items: readonly Item[], cut: number): number | null {
  const { bottom, top } = trueScoreRange(items);
  return notRising(items) === undefined && cut > bottom && cut < top ? abilityAtTrueScore(items, cut) : null;
}

function severest(items: readonly Item[], n: number, override?: { readonly reason: string }): SampleJudgment {
  const [decided, calibrated] = [judgeSample('decision', n, override), judgeModels(items, n, override)];
  return worstVerdict([decided.verdict, calibrated.verdict]) === decided.verdict ? decided : calibrated;
}
