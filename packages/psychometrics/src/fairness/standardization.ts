import { normal } from '../numeric/distributions/normal.ts';
import { intervalAround } from '../numeric/intervals.ts';
import { type DifClass, standardizationClass } from './dif-class.ts';
import { requireCounts, type TwoByTwo } from './strata.ts';

/** The standardized difference of one item; what cannot be computed is null, and `reason` says why. */
export interface Standardization {
  readonly n: { readonly reference: number; readonly focal: number };
  /**
   * STD P-DIF, focal minus reference, −1 to 1: how much less (negative) often the focal group is right than matched
   * peers.
   */
  readonly difference: number | null;
  readonly se: number | null;
  /** 95 %. */
  readonly interval: readonly [number, number] | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly class: DifClass | null;
  readonly reason: string | null;
}

/**
 * Standardization: the difference of the proportions right at each level of the matching score, weighted by the focal
 * group. Levels without anybody of the reference group have no comparison and do not count.
 *
 * The standard error is that of Dorans & Holland, sqrt(P(1 − P)/N + Σ (N_m/N)² p_m(1 − p_m)/R_m), with P and N of the
 * focal group, p_m and R_m of the reference group at level m.
 *
 * @throws {RangeError} naming a stratum with impossible counts.
 * @see Dorans & Kulick (1986), Journal of Educational Measurement 23(4); Dorans & Holland (1993), in Holland & Wainer.
 */
export function standardization(strata: readonly TwoByTwo[]): Standardization {
  requireCounts(strata);
  const sums = { focal: 0, reference: 0, right: 0, expected: 0, variance: 0 };
  for (const { referenceRight, referenceWrong, focalRight, focalWrong } of strata) {
    const reference = referenceRight + referenceWrong;
    const focal = focalRight + focalWrong;
    if (reference === 0 || focal === 0) continue;
    const p = referenceRight / reference;
    sums.focal += focal;
    sums.reference += reference;
    sums.right += focalRight;
    sums.expected += focal * p;
    sums.variance += (focal * focal * p * (1 - p)) / reference;
  }
  const n = { reference: sums.reference, focal: sums.focal };
  if (sums.focal === 0) {
    const reason = 'at no level of the matching score are both groups';
    return { n, difference: null, se: null, interval: null, z: null, p: null, class: null, reason };
  }
  const share = sums.right / sums.focal;
  const difference = (sums.right - sums.expected) / sums.focal;
  const se = Math.sqrt((share * (1 - share)) / sums.focal + sums.variance / sums.focal ** 2);
  if (se === 0) {
    const reason = 'matched candidates all answer alike: there is no variation to judge the difference by';
    return {
      n,
      difference,
      se: null,
      interval: null,
      z: null,
      p: null,
      class: standardizationClass(difference),
      reason,
    };
  }
  return {
    n,
    difference,
    se,
    interval: intervalAround(difference, se),
    z: difference / se,
    p: normal.twoSided(difference / se),
    class: standardizationClass(difference),
    reason: null,
  };
}
