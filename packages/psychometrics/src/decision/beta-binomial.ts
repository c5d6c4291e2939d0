import { kr21 } from '../classical/alpha.ts';
import { binomial } from '../numeric/distributions/index.ts';
import { fitTrueScores, type TrueScoreBeta } from './beta-distribution.ts';
import { betaPoints } from './beta-points.ts';
import { type Classification, classify } from './classification.ts';
import type { ScoreSample } from './score-sample.ts';
import { lordK, trueScoreMoments } from './true-score-moments.ts';

/** Decision quality with the model that gave it. */
export interface BetaBinomialDecision extends Classification {
  readonly trueScores: TrueScoreBeta;
  /** The number of items of the error distribution: those of the test, or the effective test length, rounded. */
  readonly length: number;
  /** The effective test length before rounding; null where the test's own length is used. */
  readonly effectiveLength: number | null;
  /** Lord's k; 0 for binomial errors. */
  readonly lordK: number;
  readonly reliability: number;
}

/** Why a method gives no numbers. */
export interface NoDecision {
  readonly reason: string;
}

/** What a method is told about the cut. */
export interface CutOptions {
  /** In score points: who reaches it passes. */
  readonly cut: number;
  /** The cut on true scores; the same by default. */
  readonly trueCut?: number | undefined;
  /** Of the scores; alpha by default. */
  readonly reliability?: number | undefined;
  /** 4 fits the bounds of true scores too, falling back to 2; 2 fits mean and variance alone. */
  readonly parameters?: 2 | 4 | undefined;
}

/**
 * Livingston and Lewis's method, for any scores with a reliability: the test is replaced by one of as many equally difficult
 * items, right or wrong, as give the same reliability (the effective test length).
 *
 * The cut on that test is the largest whole score not above the proportional one, as in the R package betafunctions; sums of
 * squares follow it too (observed variance with n − 1 for the length, moments with n).
 *
 * @see Livingston & Lewis (1995), JEM 32(2); Hanson (1991) for the moments; consistency by two independent administrations.
 */
export function livingstonLewis(sample: ScoreSample, options: CutOptions): BetaBinomialDecision | NoDecision {
  const { mean, variance, maximum, counts } = sample;
  const reliability = options.reliability ?? sample.alpha;
  if (reliability === null || !(variance > 0)) return { reason: 'the scores have no reliability' };
  if (!(reliability > 0 && reliability < 1))
    return { reason: `the reliability ${reliability.toFixed(3)} is not between 0 and 1` };
  const effectiveLength = (mean * (maximum - mean) - reliability * variance) / (variance * (1 - reliability));
  if (!(effectiveLength > 1)) return { reason: 'the effective test length is 1 or less: the reliability is too low' };
  const length = Math.round(effectiveLength);
  const moments = trueScoreMoments(counts, effectiveLength / maximum, effectiveLength, 0, effectiveLength > 3 ? 4 : 2);
  // 1e-9: a proportional cut that is whole must not fall short of it by rounding.
  const first = Math.floor((options.cut / maximum) * length + 1e-9);
  return decide(sample, options, { moments, length, effectiveLength, lordK: 0, reliability, first });
}

/**
 * Hanson and Brennan's method, for items scored right or wrong: beta true scores with Lord's two-term approximation to
 * compound binomial errors, so that items may differ in difficulty.
 *
 * @see Hanson & Brennan (1990), JEM 27(4); Hanson (1991); Lord (1965).
 */
export function hansonBrennan(sample: ScoreSample, options: CutOptions): BetaBinomialDecision | NoDecision {
  const { mean, variance, maximum, items, counts } = sample;
  if (maximum !== items)
    return { reason: 'Hanson and Brennan’s method takes items scored 0 and 1; use Livingston and Lewis’s' };
  const reliability = options.reliability ?? sample.alpha;
  if (reliability === null || !(variance > 0)) return { reason: 'the scores have no reliability' };
  if (!(reliability > 0 && reliability < 1))
    return { reason: `the reliability ${reliability.toFixed(3)} is not between 0 and 1` };
  const k = items < 3 ? 0 : lordK(items, mean, variance, reliability);
  if (k === null) return { reason: 'true scores as the reliability has them leave no room for error' };
  const moments = trueScoreMoments(counts, 1, items, k, items > 3 ? 4 : 2);
  const found = decide(sample, options, {
    moments,
    length: items,
    effectiveLength: null,
    lordK: k,
    reliability,
    first: Math.ceil(options.cut),
  });
  if ('reason' in found || areShares(found)) return found;
  return {
    reason: 'Lord’s approximation to the errors gives shares outside 0 to 1; use Livingston and Lewis’s method',
  };
}

/** 1e-9: of sums of many points that round. */
const areShares = ({ consistency, accuracy, falsePositive, falseNegative, passRate }: Classification): boolean =>
  [consistency, accuracy, falsePositive, falseNegative, passRate].every(
    (share) => share === null || (share > -1e-9 && share < 1 + 1e-9),
  );

/**
 * Huynh's method, for items scored right or wrong: beta-binomial scores whose reliability is KR-21.
 *
 * @see Huynh (1976), JEM 13(4).
 */
export function huynh(sample: ScoreSample, options: CutOptions): BetaBinomialDecision | NoDecision {
  const { mean, variance, maximum, items, n } = sample;
  if (maximum !== items) return { reason: 'Huynh’s method takes items scored 0 and 1; use Livingston and Lewis’s' };
  const reliability = options.reliability ?? kr21(items, mean, (variance * (n - 1)) / n);
  if (reliability === null || !(reliability > 0 && reliability < 1)) return { reason: 'KR-21 is not between 0 and 1' };
  const share = mean / items;
  const total = items * (1 / reliability - 1);
  const moments = [share, (share * (share * total + 1)) / (total + 1)];
  return decide(sample, options, {
    moments,
    length: items,
    effectiveLength: null,
    lordK: 0,
    reliability,
    first: Math.ceil(options.cut),
  });
}

/** Averages the probabilities of passing over the distribution of true scores. */
function decide(
  { maximum }: ScoreSample,
  { cut, trueCut = cut, parameters = 4 }: CutOptions,
  model: Omit<BetaBinomialDecision, keyof Classification | 'trueScores'> & {
    readonly moments: readonly number[];
    readonly first: number;
  },
): BetaBinomialDecision | NoDecision {
  const { moments, first, ...rest } = model;
  const trueScores = fitTrueScores(moments, parameters);
  if (trueScores === null)
    return { reason: 'the scores vary too little, or too much, for a distribution of true scores' };
  const { shares, weights } = betaPoints(trueScores, trueCut / maximum);
  const passing = shares.map((share) => 1 - failing(first, rest.length, share, rest.lordK));
  const competent = Array.from(shares, (share) => share >= trueCut / maximum);
  return { ...classify({ weights, passing, competent }), trueScores, ...rest };
}

/** The probability of a score below `first`, by Lord's two-term approximation; binomial with k = 0. */
function failing(first: number, length: number, share: number, k: number): number {
  if (first <= 0) return 0;
  const cumulative = binomial.cdf(first - 1, length, share);
  if (k === 0) return cumulative;
  const mass = (score: number): number =>
    score < 0 || score > length - 2 ? 0 : binomial.mass(score, length - 2, share);
  // May leave [0, 1] a little where it is an approximation only; cutting it off would spoil its moments.
  return cumulative - k * share * (1 - share) * (mass(first - 1) - mass(first - 2));
}
