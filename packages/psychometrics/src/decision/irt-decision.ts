import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import { conditionalSe, expectedSumScore } from '../irt/information/test-information.ts';
import type { Item } from '../irt/items/item.ts';
import { highestSum, sumScoreDistribution } from '../irt/scoring/sum-score.ts';
import { normal } from '../numeric/distributions/index.ts';
import { normalGrid } from '../numeric/quadrature.ts';
import { type Classification, classify } from './classification.ts';

/** Abilities over which decision quality is averaged: a grid, a distribution, or the estimates of candidates. */
export interface LatentPoints {
  readonly thetas: ArrayLike<number>;
  /** Equal weights without them; need not sum to 1. */
  readonly weights?: ArrayLike<number>;
}

/** Abilities that are normally distributed: 201 points within five standard deviations. */
export function normalPoints(mean = 0, variance = 1): LatentPoints {
  const sd = Math.sqrt(variance);
  const { nodes, weights } = normalGrid(201, mean - 5 * sd, mean + 5 * sd, mean, sd);
  return { thetas: nodes, weights };
}

/** Decision quality by item response theory. */
export interface IrtDecision extends Classification {
  readonly method: 'lee' | 'rudner';
  readonly cut: number;
  readonly conditional: readonly {
    readonly theta: number;
    readonly passing: number;
    readonly consistency: number;
    readonly accuracy: number;
  }[];
  readonly n: number;
  readonly sample: SampleJudgment;
}

/** What besides items and cut the methods by item response theory take. */
export interface IrtDecisionOptions {
  /** Abilities; a standard normal distribution by default. */
  readonly points?: LatentPoints;
  /** How many candidates the items were calibrated on, or the abilities are of. */
  readonly n: number;
  readonly override?: { readonly reason: string };
}

/**
 * Lee's method: at each ability the distribution of sum scores by Lord and Wingersky's recursion; the true score is the
 * expected sum score.
 *
 * @param options.cut in score points: who reaches it passes.
 * @param options.trueCut the cut on expected sum scores; the same by default.
 * @throws {RangeError} for a cut outside the scores, abilities that are no numbers, weights that do not fit them.
 * @see Lee (2010), JEM 47(1); Lord & Wingersky (1984), APM 8(4).
 */
export function lee(
  items: readonly Item[],
  options: IrtDecisionOptions & { readonly cut: number; readonly trueCut?: number },
): IrtDecision {
  const { cut, trueCut = cut } = options;
  const highest = highestSum(items);
  if (!(cut > 0 && cut <= highest)) {
    throw new RangeError(`a cut of ${cut} is outside the sum scores above 0 to ${highest}; give one of them`);
  }
  const first = Math.ceil(cut);
  return average('lee', options, (theta) => ({
    passing: sumScoreDistribution(items, theta)
      .subarray(first)
      .reduce((sum, mass) => sum + mass, 0),
    competent: expectedSumScore(items, theta) >= trueCut,
  }));
}

/**
 * Rudner's method: at each ability the estimate is normal about it, with the standard error from the test information.
 *
 * @param options.cut on the scale of the ability: who reaches it passes.
 * @param options.se the standard error at each ability; from the items by default.
 * @throws {RangeError} where the items tell nothing at an ability, for abilities or weights that do not fit.
 * @see Rudner (2001), Pract. Assess. Res. Eval. 7(14); Rudner (2005), ibid. 10(13).
 */
export function rudner(
  items: readonly Item[],
  options: IrtDecisionOptions & { readonly cut: number; readonly se?: ArrayLike<number> },
): IrtDecision {
  const { cut, se } = options;
  return average('rudner', options, (theta, at) => {
    const error = se === undefined ? conditionalSe(items, theta) : (se[at] ?? null);
    if (error === null || !(error > 0)) {
      throw new RangeError(
        `the items give no standard error at ability ${theta}; choose abilities nearer to the items`,
      );
    }
    return { passing: normal.upper((cut - theta) / error), competent: theta >= cut };
  });
}

function average(
  method: 'lee' | 'rudner',
  { cut, points = normalPoints(), n, override }: IrtDecisionOptions & { readonly cut: number },
  at: (theta: number, index: number) => { readonly passing: number; readonly competent: boolean },
): IrtDecision {
  const thetas = Array.from(points.thetas);
  const given = points.weights === undefined ? thetas.map(() => 1) : Array.from(points.weights);
  const sum = given.reduce((total, weight) => total + weight, 0);
  if (thetas.length === 0 || !thetas.every(Number.isFinite) || given.length !== thetas.length || !(sum > 0)) {
    throw new RangeError(
      `${thetas.length} abilities and ${given.length} weights: give finite abilities, and one weight each that is not below 0`,
    );
  }
  const found = thetas.map(at);
  const passing = found.map((point) => Math.min(1, Math.max(0, point.passing)));
  return {
    ...classify({
      weights: given.map((weight) => weight / sum),
      passing,
      competent: found.map(({ competent }) => competent),
    }),
    method,
    cut,
    conditional: thetas.map((theta, index) => {
      const pass = passing[index] ?? 0;
      const accuracy = found[index]?.competent === true ? pass : 1 - pass;
      return { theta, passing: pass, consistency: pass ** 2 + (1 - pass) ** 2, accuracy };
    }),
    n,
    sample: judgeSample('decision', n, override),
  };
}
