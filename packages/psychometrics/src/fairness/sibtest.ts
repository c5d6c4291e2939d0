import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { intervalAround } from '../numeric/intervals.ts';
import { type DifClass, sibtestClass } from './dif-class.ts';
import type { MatchedItem } from './matching.ts';
import { crossingPoint, levelsOf, type RegressedLevel, regress } from './sibtest-levels.ts';

/** SIBTEST of one item. */
export interface Sibtest {
  readonly n: { readonly reference: number; readonly focal: number };
  /** Levels of the matching score that count. */
  readonly levels: number;
  /** β: mean score of the reference group minus that of the focal group at equal true score, in score points. */
  readonly beta: number | null;
  readonly se: number | null;
  /** 95 % of β. */
  readonly interval: readonly [number, number] | null;
  /** (β / SE)², one degree of freedom. */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly class: DifClass | null;
  /** DIF that changes its direction along the score. */
  readonly crossing: CrossingSibtest | null;
  readonly reason: string | null;
}

/** Crossing SIBTEST. */
export interface CrossingSibtest {
  /** Sum of the absolute differences on both sides of the crossing point. */
  readonly beta: number;
  /** χ². */
  readonly statistic: number;
  /** 1 where the curves do not cross within the scores, else 2. */
  readonly df: number;
  readonly p: number;
  /** The matching score where the regression of the difference crosses zero; null outside the scores. */
  readonly crossesAt: number | null;
}

/**
 * SIBTEST: the difference between the groups at equal true score on the other items. Observed scores of groups that
 * differ in ability are not comparable, so each group's item mean is carried along its regression to the common true
 * score.
 *
 * @param matched persons with the total of the other, presumably fair items, the studied item left out.
 * @param reliability coefficient alpha of the matching items, in each group.
 * @param options.least persons of each group that a level needs to count (default 6: more than five, as mirt and difR).
 * @param options.matchingItems how many items the matching score has; true scores stand in proportions of them.
 * @param options.range the item's highest category, for the class (default 1).
 * @see Shealy & Stout (1993), Psychometrika 58(2); for the correction Jiang & Stout (1998), Journal of Educational and
 *   Behavioral Statistics 23(4); crossing: Li & Stout (1996), Psychometrika 61(4), with the test of Chalmers (2018),
 *   Psychometrika 83(2).
 */
export function sibtest(
  matched: MatchedItem,
  reliability: { readonly reference: number; readonly focal: number },
  options: {
    readonly matchingItems: number;
    readonly least?: number;
    readonly range?: number;
    readonly level?: number;
    readonly correct?: boolean;
  },
): Sibtest {
  const { least = 6, range = 1, level = 0.05, correct = true, matchingItems } = options;
  const all = levelsOf(matched, least);
  const used = correct ? regress(all, matched, reliability, matchingItems) : all.filter(({ counts }) => counts);
  const n = {
    reference: used.reduce((sum, { reference }) => sum + reference.n, 0),
    focal: used.reduce((sum, { focal }) => sum + focal.n, 0),
  };
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  let beta = 0;
  let variance = 0;
  for (const { reference, focal, weight } of used) {
    beta += (weight / total) * (reference.mean - focal.mean);
    variance += (weight / total) ** 2 * (reference.variance / reference.n + focal.variance / focal.n);
  }
  const beyond = Math.abs(beta) > range;
  if (used.length === 0 || !(variance > 0) || beyond) {
    const reason = beyond
      ? `the correction for ability goes beyond the item’s ${range} points: the groups are too small, or their true scores too uncertain`
      : `no level of the matching score has ${least} persons of each group whose answers differ, between others that have`;
    return {
      n,
      levels: used.length,
      beta: null,
      se: null,
      interval: null,
      statistic: null,
      p: null,
      class: null,
      crossing: null,
      reason,
    };
  }
  const se = Math.sqrt(variance);
  const p = normal.twoSided(beta / se);
  return {
    n,
    levels: used.length,
    beta,
    se,
    interval: intervalAround(beta, se),
    statistic: (beta / se) ** 2,
    p,
    class: sibtestClass(beta / range, p < level),
    crossing: crossingSibtest(used),
    reason: null,
  };
}

interface Side {
  beta: number;
  variance: number;
}

function crossingSibtest(used: readonly RegressedLevel[]): CrossingSibtest | null {
  const crossesAt = crossingPoint(used);
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const sides: [Side, Side] = [
    { beta: 0, variance: 0 },
    { beta: 0, variance: 0 },
  ];
  for (const { score, reference, focal, weight } of used) {
    const side = crossesAt === null || score < crossesAt ? sides[0] : sides[1];
    side.beta += (weight / total) * (reference.mean - focal.mean);
    side.variance += (weight / total) ** 2 * (reference.variance / reference.n + focal.variance / focal.n);
  }
  const counted = sides.filter(({ variance }) => variance > 0);
  if (counted.length === 0) return null;
  const statistic = counted.reduce((sum, { beta, variance }) => sum + beta ** 2 / variance, 0);
  const df = counted.length;
  const beta = Math.abs(sides[0].beta - sides[1].beta);
  return { beta, statistic, df, p: chiSquare.upper(statistic, df), crossesAt: df === 1 ? null : crossesAt };
}
