import { type FrequencyDistribution, type JointDistribution, type ScoreRange, widthOf } from './distribution.ts';
import { fitLoglinear, type LoglinearDesign, type LoglinearFit, loglinearDesign } from './loglinear.ts';

/** Degrees of the polynomials in a bivariate loglinear model. */
export interface BivariateDegrees {
  /** Moments of the total score that the fit keeps. */
  readonly total: number;
  /** Moments of the anchor score that the fit keeps. */
  readonly anchor: number;
  /** Keeps the cross moments x^i v^j with i, j up to this; 1 keeps the covariance. */
  readonly cross: number;
}

/** Scores centered and scaled to −1 … 1, so that their powers stay of one size. */
const centered = ({ low, high }: ScoreRange, score: number): number => (2 * (score - low)) / (high - low) - 1;

const requireDegree = (degree: number, observed: number, what: string): void => {
  if (!Number.isInteger(degree) || degree < 1) {
    throw new RangeError(`${degree} is no degree of smoothing for ${what}; give a whole number from 1`);
  }
  if (degree >= observed) {
    throw new RangeError(
      `degree ${degree} for ${what} wants more than ${degree} different scores, and there are ${observed}; use a lower degree`,
    );
  }
};

/** A polynomial design of the given degree for the scores of a range. */
export function polynomialDesign(range: ScoreRange, degree: number): LoglinearDesign {
  const columns = Array.from({ length: degree }, (_, power) =>
    Float64Array.from({ length: widthOf(range) }, (_cell, at) => centered(range, range.low + at) ** (power + 1)),
  );
  return loglinearDesign(columns);
}

/**
 * Smooths a distribution so that its first C moments stay.
 *
 * @param degree C; 2 makes it near normal, 4 to 6 are usual.
 * @returns the smoothed distribution and how well it fits.
 * @throws {RangeError} when there are not more different scores than the degree.
 * @see Holland & Thayer (2000); Kolen & Brennan (2014), section 3.3.
 */
export function smoothDistribution(
  distribution: FrequencyDistribution,
  degree: number,
): { readonly distribution: FrequencyDistribution; readonly fit: LoglinearFit } {
  requireDegree(degree, distribution.counts.filter((count) => count > 0).length, 'the scores');
  const fit = fitLoglinear(distribution.counts, polynomialDesign(distribution, degree));
  return { distribution: { ...distribution, counts: fit.fitted }, fit };
}

/**
 * The fits of degree 1 to the highest, to choose by their criteria (least AIC, or the difference of two G²).
 *
 * @see Moses & Holland (2009), JEM 46(2).
 */
export function compareDegrees(distribution: FrequencyDistribution, highest: number): readonly LoglinearFit[] {
  return Array.from({ length: highest }, (_, at) => smoothDistribution(distribution, at + 1).fit);
}

/** A bivariate design; with an internal anchor, pairs that cannot be are left out. */
export function bivariateDesign(
  { total, anchor }: Pick<JointDistribution, 'total' | 'anchor'>,
  degrees: BivariateDegrees,
  internal: boolean,
): LoglinearDesign {
  const width = widthOf(anchor);
  const cells = widthOf(total) * width;
  const column = (i: number, j: number): Float64Array =>
    Float64Array.from({ length: cells }, (_, at) => {
      const x = centered(total, total.low + Math.floor(at / width));
      return x ** i * centered(anchor, anchor.low + (at % width)) ** j;
    });
  const columns = [
    ...Array.from({ length: degrees.total }, (_, power) => column(power + 1, 0)),
    ...Array.from({ length: degrees.anchor }, (_, power) => column(0, power + 1)),
  ];
  for (let i = 1; i <= degrees.cross; i += 1) for (let j = 1; j <= degrees.cross; j += 1) columns.push(column(i, j));
  const others = total.high - total.low - (anchor.high - anchor.low);
  const possible = Float64Array.from({ length: cells }, (_, at) => {
    const rest = Math.floor(at / width) - (at % width);
    return !internal || (rest >= 0 && rest <= others) ? 1 : 0;
  });
  return loglinearDesign(columns, possible);
}

/** Smooths a joint distribution so that the moments of its degrees stay; see {@link smoothDistribution}. */
export function smoothJoint(
  joint: JointDistribution,
  degrees: BivariateDegrees,
  internal: boolean,
): { readonly distribution: JointDistribution; readonly fit: LoglinearFit } {
  requireBivariate(joint, degrees);
  const fit = fitLoglinear(joint.counts, bivariateDesign(joint, degrees, internal));
  return { distribution: { ...joint, counts: fit.fitted }, fit };
}

/** @throws {RangeError} naming a degree for which there are too few different scores. */
export function requireBivariate(
  { anchor, counts }: JointDistribution,
  { total, anchor: common, cross }: BivariateDegrees,
) {
  const width = widthOf(anchor);
  const rows = new Set<number>();
  const columns = new Set<number>();
  counts.forEach((count, at) => {
    if (count <= 0) return;
    rows.add(Math.floor(at / width));
    columns.add(at % width);
  });
  requireDegree(total, rows.size, 'the total scores');
  requireDegree(common, columns.size, 'the anchor scores');
  if (!Number.isInteger(cross) || cross < 0 || cross > Math.min(total, common)) {
    throw new RangeError(`${cross} is no degree of cross moments; give 0 to ${Math.min(total, common)}`);
  }
}
