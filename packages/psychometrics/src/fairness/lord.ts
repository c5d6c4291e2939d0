import { chiSquare } from '../numeric/distributions/chi-square.ts';
import type { GroupItem } from './group-items.ts';

/** Lord's comparison of one item's parameters in two groups. */
export interface LordTest {
  /** χ²; null where the covariance is singular. */
  readonly statistic: number | null;
  /** 1 when only the difficulty was estimated by itself, else 2. */
  readonly df: number;
  readonly p: number | null;
  /** Difference of the difficulties, focal minus reference; positive where the item is harder for the focal group. */
  readonly difference: number;
  readonly seDifference: number | null;
  readonly reason: string | null;
}

/**
 * Lord's χ²: the differences of discrimination and difficulty, weighed by the sum of the covariance matrices.
 *
 * @param focal on the scale of the reference group.
 * @see Lord (1980), Applications of Item Response Theory to Practical Testing Problems, section 14.6.
 */
export function lordTest(reference: GroupItem, focal: GroupItem): LordTest {
  const difficulty = reference.variance.difficulty + focal.variance.difficulty;
  const slope = reference.variance.discrimination + focal.variance.discrimination;
  const both = reference.variance.covariance + focal.variance.covariance;
  const difference = focal.difficulty - reference.difficulty;
  const seDifference = difficulty > 0 ? Math.sqrt(difficulty) : null;
  const df = slope > 0 ? 2 : 1;
  const determinant = difficulty * slope - both * both;
  if (!(df === 1 ? difficulty > 0 : determinant > 0) || !Number.isFinite(difference + difficulty + slope)) {
    const reason = 'the covariance of the parameters is singular, or a difficulty does not exist';
    return { statistic: null, df, p: null, difference, seDifference, reason };
  }
  const steeper = focal.discrimination - reference.discrimination;
  const statistic =
    df === 1
      ? difference ** 2 / difficulty
      : (steeper ** 2 * difficulty - 2 * steeper * difference * both + difference ** 2 * slope) / determinant;
  return { statistic, df, p: chiSquare.upper(statistic, df), difference, seDifference, reason: null };
}
