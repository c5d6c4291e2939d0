import {
  anchorMargin,
  type FrequencyDistribution,
  type JointDistribution,
  totalMargin,
  totalOf,
  widthOf,
} from './distribution.ts';
import { curve, type EquatingFunction, type EquatingSettings, meanAndSd, straightLine } from './equating-function.ts';
import { continuize, percentileRank, scoreAtRank } from './percentile-rank.ts';

/** A method that needs the whole distributions. */
export type DistributionMethod = (
  x: JointDistribution,
  y: JointDistribution,
  settings: EquatingSettings,
) => EquatingFunction;

/** The function that gives to a score the score of the same percentile rank in another distribution. */
export function equipercentileFunction(
  from: FrequencyDistribution,
  to: FrequencyDistribution,
): (score: number) => number {
  const [source, target] = [continuize(from), continuize(to)];
  return (score) => scoreAtRank(target, percentileRank(source, score));
}

/** Equipercentile equating of equivalent groups. @see Kolen & Brennan (2014), section 2.5. */
export const equipercentile: DistributionMethod = (x, y) =>
  curve(equipercentileFunction(totalMargin(x), totalMargin(y)));

/** X to the anchor in its group, the anchor to Y in the other. @see Livingston, Dorans & Wright (1990), AME 3(1). */
export const chainedEquipercentile: DistributionMethod = (x, y) => {
  const first = equipercentileFunction(totalMargin(x), anchorMargin(x));
  const second = equipercentileFunction(anchorMargin(y), totalMargin(y));
  return curve((score) => second(first(score)));
};

/** The distributions of both forms in the synthetic population, by scores given the anchor score. */
export interface SyntheticDistributions {
  readonly x: FrequencyDistribution;
  readonly y: FrequencyDistribution;
  readonly notices: readonly string[];
}

/**
 * Frequency estimation (poststratification): each form's scores given the anchor score are the same in both groups.
 *
 * An anchor score that one group lacks says nothing of that group's form; its share is spread over the others and noted.
 *
 * @throws {RangeError} when the groups have no anchor score in common.
 * @see Angoff (1971); Kolen & Brennan (2014), section 5.1.
 */
export function frequencyEstimation(
  x: JointDistribution,
  y: JointDistribution,
  weight: number,
): SyntheticDistributions {
  const [first, second] = [anchorMargin(x).counts, anchorMargin(y).counts];
  const notices: string[] = [];
  const synthetic = (
    own: JointDistribution,
    anchors: Float64Array,
    other: Float64Array,
    share: number,
    form: string,
  ) => {
    const [n, m] = [totalOf(anchors), totalOf(other)];
    const width = widthOf(own.anchor);
    let known = 0;
    anchors.forEach((count, at) => {
      if (count > 0) known += (other[at] ?? 0) / m;
    });
    if (share < 1 && !(known > 0)) {
      throw new RangeError('the groups have no anchor score in common; check that both took the same common items');
    }
    if (share < 1 && known < 1 - 1e-9) {
      notices.push(
        `${((1 - known) * 100).toFixed(1)} % of the other group have anchor scores that nobody with form ${form} has; smooth the distributions first.`,
      );
    }
    const counts = new Float64Array(widthOf(own.total));
    own.counts.forEach((count, at) => {
      if (count === 0) return;
      const common = at % width;
      const given = count / (anchors[common] ?? 1);
      const weighed = share * ((anchors[common] ?? 0) / n) + (1 - share) * ((other[common] ?? 0) / (m * (known || 1)));
      const row = Math.floor(at / width);
      counts[row] = (counts[row] ?? 0) + given * weighed;
    });
    return { ...own.total, counts };
  };
  const synthX = synthetic(x, first, second, weight, 'X');
  const synthY = synthetic(y, second, first, 1 - weight, 'Y');
  return { x: synthX, y: synthY, notices };
}

const momentsOf = ({ x, y }: SyntheticDistributions) => ({ x: meanAndSd(x), y: meanAndSd(y) });

/** Equipercentile equating in the synthetic population; see {@link frequencyEstimation}. */
export const frequency: DistributionMethod = (x, y, { weight }) => {
  const distributions = frequencyEstimation(x, y, weight);
  const at = equipercentileFunction(distributions.x, distributions.y);
  return { ...curve(at, distributions.notices), synthetic: momentsOf(distributions) };
};

/** Linear equating with the moments of the synthetic distributions. @see Braun & Holland (1982). */
export const braunHolland: DistributionMethod = (x, y, { weight }) => {
  const distributions = frequencyEstimation(x, y, weight);
  const synthetic = momentsOf(distributions);
  if (!(synthetic.x.sd > 0) || !(synthetic.y.sd > 0)) {
    throw new RangeError('a form has no variance in the synthetic population; use mean or identity equating');
  }
  const slope = synthetic.y.sd / synthetic.x.sd;
  const line = straightLine(slope, synthetic.y.mean - slope * synthetic.x.mean, synthetic.x.mean);
  return { ...line, synthetic, notices: distributions.notices };
};
