import type { SampleJudgment } from '../guard/judge-sample.ts';
import { expectedSumScore } from '../irt/information/test-information.ts';
import { abilityAtTrueScore, notRising, type TrueScoreRange, trueScoreRange } from '../irt/information/true-score.ts';
import type { Item } from '../irt/items/item.ts';
import { judgeModels } from '../irt/items/judge-models.ts';
import { type LatentOptions, latentGrid } from '../irt/scoring/latent-grid.ts';
import { highestSum, sumScoreDistribution } from '../irt/scoring/sum-score.ts';
import type { FrequencyDistribution } from './distribution.ts';
import { equipercentileFunction } from './distribution-methods.ts';

/** A sum score of form X with the score of form Y that it equals. */
export interface IrtEquatedScore {
  readonly x: number;
  readonly y: number;
  /** The ability at which both are true scores; null where no ability has x for its true score. */
  readonly theta: number | null;
  /** Null: the errors of the item parameters are not known here. */
  readonly se: null;
}

/** The methods that take calibrated items in place of scores. */
export const IRT_EQUATING_METHODS = ['irt-true', 'irt-observed'] as const;
/** One of {@link IRT_EQUATING_METHODS}. */
export type IrtEquatingMethod = (typeof IRT_EQUATING_METHODS)[number];

/** Equating by calibrated items on one scale. */
export interface IrtEquating {
  readonly method: IrtEquatingMethod;
  /** Numbers of items. */
  readonly n: { readonly x: number; readonly y: number };
  readonly table: readonly IrtEquatedScore[];
  /** Of the smaller calibration; null where its size was not given. */
  readonly sample: SampleJudgment | null;
  readonly notices: readonly string[];
}

/** How many candidates stand behind the items. */
export interface IrtEvidence {
  /** Candidates of the smaller of the calibrations. */
  readonly candidates?: number;
  readonly override?: { readonly reason: string };
}

/** The verdict over the calibrations, and what to say of it. */
function evidenceOf(items: readonly Item[], { candidates, override }: IrtEvidence) {
  const sample = candidates === undefined ? null : judgeModels(items, candidates, override);
  const notices = [
    'Both forms must have their items on one scale, by linking or by calibrating them together; that is not checked here.',
    'Standard errors are not given: they would need the errors of all item parameters.',
  ];
  if (sample === null) notices.push('The size of the calibrations was not given, so that the sample is not judged.');
  return { sample, notices };
}

function limitsOf(items: readonly Item[], form: string): TrueScoreRange {
  if (items.length === 0) throw new RangeError(`form ${form} has no items; give the calibrated items of both forms`);
  const odd = notRising(items);
  if (odd !== undefined) {
    throw new RangeError(
      `item ${odd.id} of form ${form} does not score higher for the more able, so that a true score has no one ability; leave it out, or use observed-score equating`,
    );
  }
  return trueScoreRange(items);
}

/**
 * IRT true-score equating: a score equals the true score on Y at the ability whose true score on X it is.
 *
 * Below the sum of the guessing parameters and above that of the upper asymptotes, where there is none, by straight lines
 * to the lowest and highest scores (Kolen 1981).
 *
 * @param x items of the new form, on the scale of y (see transformItem).
 * @throws {RangeError} for a form without items, or naming an item that scores lower for the more able.
 * @see Lord (1980), chapter 13; Kolen & Brennan (2014), section 6.5.
 */
export function irtTrueScoreEquating(x: readonly Item[], y: readonly Item[], evidence: IrtEvidence = {}): IrtEquating {
  const [from, to] = [limitsOf(x, 'X'), limitsOf(y, 'Y')];
  const table = Array.from({ length: from.highest + 1 }, (_, score): IrtEquatedScore => {
    if (score <= from.bottom) {
      return { x: score, y: from.bottom === 0 ? to.bottom : (score / from.bottom) * to.bottom, theta: null, se: null };
    }
    if (score >= from.top) {
      const share = from.highest === from.top ? 1 : (score - from.top) / (from.highest - from.top);
      return { x: score, y: to.top + share * (to.highest - to.top), theta: null, se: null };
    }
    const theta = abilityAtTrueScore(x, score);
    return { x: score, y: expectedSumScore(y, theta), theta, se: null };
  });
  return { method: 'irt-true', n: { x: x.length, y: y.length }, table, ...evidenceOf([...x, ...y], evidence) };
}

/** Who the candidates are, for observed-score equating. */
export interface IrtPopulations extends IrtEvidence {
  /** Latent distribution of the group with form X, on the common scale; standard normal by default. */
  readonly x?: LatentOptions;
  /** Of the group with form Y; that of x by default. */
  readonly y?: LatentOptions;
  /** Weight of the group of X in the synthetic population; 1 by default. */
  readonly weight?: number;
}

/**
 * The distribution of sum scores that items give in a population.
 *
 * @returns shares that sum to 1.
 * @see Lord & Wingersky (1984), APM 8(4).
 */
export function modelDistribution(items: readonly Item[], population: LatentOptions = {}): FrequencyDistribution {
  const { nodes, weights } = latentGrid(items, population);
  const counts = new Float64Array(highestSum(items) + 1);
  nodes.forEach((theta, q) => {
    const masses = sumScoreDistribution(items, theta);
    for (let sum = 0; sum < counts.length; sum += 1) {
      counts[sum] = (counts[sum] ?? 0) + (weights[q] ?? 0) * (masses[sum] ?? 0);
    }
  });
  return { low: 0, high: counts.length - 1, counts };
}

/**
 * IRT observed-score equating: equipercentile equating of the distributions that the items give in a population.
 *
 * @param x items of the new form, on the scale of y.
 * @throws {RangeError} for a form without items or a weight outside 0 to 1.
 * @see Lord & Wingersky (1984); Kolen & Brennan (2014), section 6.6.
 */
export function irtObservedScoreEquating(
  x: readonly Item[],
  y: readonly Item[],
  populations: IrtPopulations = {},
): IrtEquating {
  const { weight = 1 } = populations;
  if (x.length === 0 || y.length === 0)
    throw new RangeError('a form has no items; give the calibrated items of both forms');
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`the weight of the group of X is ${weight}; give 0 to 1`);
  const [own, other] = [populations.x ?? {}, populations.y ?? populations.x ?? {}];
  const mixed = (items: readonly Item[]): FrequencyDistribution => {
    const [first, second] = [modelDistribution(items, own), modelDistribution(items, other)];
    return {
      ...first,
      counts: first.counts.map((share, sum) => weight * share + (1 - weight) * (second.counts[sum] ?? 0)),
    };
  };
  const at = equipercentileFunction(mixed(x), mixed(y));
  const table = Array.from({ length: highestSum(x) + 1 }, (_, score) => ({
    x: score,
    y: at(score),
    theta: null,
    se: null,
  }));
  return { method: 'irt-observed', n: { x: x.length, y: y.length }, table, ...evidenceOf([...x, ...y], populations) };
}
