import type { ScoreRange } from './distribution.ts';
import { type EquatingFunction, type EquatingSettings, straightLine } from './equating-function.ts';
import { ANCHOR_MEAN, ANCHOR_VARIANCE, COVARIANCE, type GroupMoments, MEAN, VARIANCE } from './moments.ts';

/** A method that needs nothing of the scores but means, variances and covariances. */
export type MomentMethod = (x: GroupMoments, y: GroupMoments, settings: EquatingSettings) => EquatingFunction;

/** A group's moments with their names. */
const named = (moments: GroupMoments) => ({
  mean: moments[MEAN] ?? 0,
  anchor: moments[ANCHOR_MEAN] ?? 0,
  variance: moments[VARIANCE] ?? 0,
  covariance: moments[COVARIANCE] ?? 0,
  anchorVariance: moments[ANCHOR_VARIANCE] ?? 0,
});

const ratioOf = (top: number, bottom: number, what: string): number => {
  const ratio = top / bottom;
  if (!(bottom > 0) || !(top > 0) || !Number.isFinite(ratio)) {
    throw new RangeError(
      `${what}; use another method (mean, circle-arc or identity) or check the scores of the smaller group`,
    );
  }
  return ratio;
};

/** Mean equating of equivalent groups. @see Kolen & Brennan (2014), section 2.3.1. */
export const mean: MomentMethod = (x, y) => {
  const center = x[MEAN] ?? 0;
  return straightLine(1, (y[MEAN] ?? 0) - center, center);
};

/** Linear equating of equivalent groups. @see Kolen & Brennan (2014), formula 2.6. */
export const linear: MomentMethod = (x, y) => {
  const [a, b] = [named(x), named(y)];
  const slope = Math.sqrt(ratioOf(b.variance, a.variance, 'the scores of one form do not vary'));
  return straightLine(slope, b.mean - slope * a.mean, a.mean);
};

/** How much the total score changes with the anchor score in each group: γ₁ and γ₂. */
type AnchorSlopes = (x: GroupMoments, y: GroupMoments, settings: EquatingSettings) => readonly [number, number];

const regression: AnchorSlopes = (x, y) => {
  const [a, b] = [named(x), named(y)];
  const what = 'the anchor scores of one group do not vary with its total scores';
  return [ratioOf(a.covariance, a.anchorVariance, what), ratioOf(b.covariance, b.anchorVariance, what)];
};

const congeneric: AnchorSlopes = (x, y, { internal }) => {
  const what = 'anchor and total scores of one group do not vary together';
  const slope = ({ variance, covariance, anchorVariance }: ReturnType<typeof named>): number =>
    internal ? ratioOf(variance, covariance, what) : ratioOf(variance + covariance, anchorVariance + covariance, what);
  return [slope(named(x)), slope(named(y))];
};

const lengthOf = ({ low, high }: ScoreRange): number => high - low;

const nominal: AnchorSlopes = (_x, _y, settings) => {
  const length = lengthOf(settings.anchor);
  return [lengthOf(settings.x) / length, lengthOf(settings.y) / length];
};

/** Compares the forms in the synthetic population; with `unit` only their means. */
const synthetic =
  (slopes: AnchorSlopes, unit: boolean): MomentMethod =>
  (x, y, settings) => {
    const [a, b] = [named(x), named(y)];
    const [first, second] = slopes(x, y, settings);
    const w1 = settings.weight;
    const w2 = 1 - w1;
    const difference = a.anchor - b.anchor;
    const spread = a.anchorVariance - b.anchorVariance;
    const meanX = a.mean - w2 * first * difference;
    const meanY = b.mean + w1 * second * difference;
    const varianceX = a.variance + first ** 2 * (-w2 * spread + w1 * w2 * difference ** 2);
    const varianceY = b.variance + second ** 2 * (w1 * spread + w1 * w2 * difference ** 2);
    const ratio = unit ? 1 : ratioOf(varianceY, varianceX, 'a form has no variance in the synthetic population');
    const slope = Math.sqrt(ratio);
    return {
      ...straightLine(slope, meanY - slope * meanX, meanX),
      synthetic: {
        x: { mean: meanX, sd: Math.sqrt(Math.max(0, varianceX)) },
        y: { mean: meanY, sd: Math.sqrt(Math.max(0, varianceY)) },
      },
    };
  };

/** Tucker observed-score linear equating. @see Gulliksen (1950), chapter 19; Kolen & Brennan (2014), section 4.1. */
export const tucker: MomentMethod = synthetic(regression, false);
/** Tucker's means alone, with slope 1. */
export const tuckerMean: MomentMethod = synthetic(regression, true);
/** Levine observed-score linear equating. @see Levine (1955); Kolen & Brennan (2014), section 4.2. */
export const levineObserved: MomentMethod = synthetic(congeneric, false);
/** Levine's means alone, with slope 1. */
export const levineMean: MomentMethod = synthetic(congeneric, true);
/** Nominal weights mean equating, γ = test length / anchor length. @see Babcock, Albano & Raymond (2012), EPM 72(4). */
export const nominalMean: MomentMethod = synthetic(nominal, true);

/** Levine true-score linear equating. @see Levine (1955); Kolen & Brennan (2014), section 4.3. */
export const levineTrue: MomentMethod = (x, y, settings) => {
  const [a, b] = [named(x), named(y)];
  const [first, second] = congeneric(x, y, settings);
  const slope = second / first;
  return straightLine(slope, b.mean + second * (a.anchor - b.anchor) - slope * a.mean, a.mean);
};

/** X to the anchor in its group, the anchor to Y in the other. @see Kolen & Brennan (2014), section 4.4. */
export const chainedLinear: MomentMethod = (x, y) => {
  const [a, b] = [named(x), named(y)];
  const what = 'total or anchor scores of one group do not vary';
  const first = Math.sqrt(ratioOf(a.anchorVariance, a.variance, what));
  const second = Math.sqrt(ratioOf(b.variance, b.anchorVariance, what));
  const slope = first * second;
  return straightLine(slope, b.mean + second * (a.anchor - b.anchor) - slope * a.mean, a.mean);
};

/** The chain's middle point alone, with slope 1. */
export const chainedMean: MomentMethod = (x, y, settings) => {
  const center = x[MEAN] ?? 0;
  return straightLine(1, chainedLinear(x, y, settings).at(center) - center, center);
};
