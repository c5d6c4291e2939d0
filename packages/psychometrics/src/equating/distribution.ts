/** The lowest and the highest score that a form can give; whole numbers. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/** How many candidates have each score of a range; counts may be fractions (smoothed). */
export interface FrequencyDistribution extends ScoreRange {
  /** One per score, from `low` to `high`. */
  readonly counts: Float64Array;
}

/** How many candidates have each pair of a total score and a score on the common items (the anchor). */
export interface JointDistribution {
  readonly total: ScoreRange;
  readonly anchor: ScoreRange;
  /** Row by row: one row per total score, in it one count per anchor score. */
  readonly counts: Float64Array;
}

/** More cells of total by anchor scores take too long to resample a thousand times. */
const MOST_CELLS = 250_000;

/** How many scores a range holds. */
export const widthOf = ({ low, high }: ScoreRange): number => high - low + 1;

/** The number of candidates; a fraction where the counts are. */
export const totalOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

/** @throws {RangeError} when the ends are no whole numbers or stand in the wrong order. */
export function requireRange({ low, high }: ScoreRange, what: string): void {
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high || high - low > 100_000) {
    throw new RangeError(`the range of ${what} is ${low} to ${high}; give two whole numbers, the lower first`);
  }
}

const place = (score: number, range: ScoreRange, row: number, what: string): number => {
  if (!Number.isInteger(score)) {
    throw new RangeError(
      `row ${row + 1}: ${what} ${score} is no whole number; equating works on number-correct scores`,
    );
  }
  if (score < range.low || score > range.high) {
    throw new RangeError(
      `row ${row + 1}: ${what} ${score} lies outside ${range.low} to ${range.high}; mend the score or give the range of the form`,
    );
  }
  return score - range.low;
};

/**
 * Counts scores over their whole possible range.
 *
 * @param range of the form, not of the data: scores that nobody has count too.
 * @throws {RangeError} without scores, or naming the row of a score outside the range.
 */
export function frequencies(scores: ArrayLike<number>, range: ScoreRange, what = 'score'): FrequencyDistribution {
  requireRange(range, `${what}s`);
  if (scores.length === 0) throw new RangeError(`there is no ${what}; a group of nobody cannot be equated`);
  const counts = new Float64Array(widthOf(range));
  for (let row = 0; row < scores.length; row += 1) {
    const at = place(scores[row] ?? Number.NaN, range, row, what);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { low: range.low, high: range.high, counts };
}

/**
 * Counts pairs of total and anchor scores.
 *
 * @param internal whether the anchor counts in the total; a candidate's anchor score is then never above the total.
 * @throws {RangeError} without candidates, with lists of two lengths, with ranges that are far too wide, or naming the row
 *   of an impossible score.
 */
export function jointFrequencies(
  total: ArrayLike<number>,
  anchor: ArrayLike<number>,
  ranges: { readonly total: ScoreRange; readonly anchor: ScoreRange; readonly internal?: boolean },
): JointDistribution {
  requireRange(ranges.total, 'total scores');
  requireRange(ranges.anchor, 'anchor scores');
  if (total.length === 0) throw new RangeError('there is no score; a group of nobody cannot be equated');
  if (total.length !== anchor.length) {
    throw new RangeError(
      `there are ${total.length} total scores and ${anchor.length} anchor scores; every candidate needs both`,
    );
  }
  const width = widthOf(ranges.anchor);
  const cells = widthOf(ranges.total) * width;
  if (cells > MOST_CELLS) {
    throw new RangeError(
      `${widthOf(ranges.total)} total scores by ${width} anchor scores are more than ${MOST_CELLS} cells; check the highest scores, or use raw instead of scaled scores`,
    );
  }
  const counts = new Float64Array(cells);
  for (let row = 0; row < total.length; row += 1) {
    const score = total[row] ?? Number.NaN;
    const common = anchor[row] ?? Number.NaN;
    if (ranges.internal === true && common - ranges.anchor.low > score - ranges.total.low) {
      throw new RangeError(
        `row ${row + 1}: the anchor score ${common} is above the total ${score}; an internal anchor counts in the total, so mend the row or declare the anchor external`,
      );
    }
    const at = place(score, ranges.total, row, 'score') * width + place(common, ranges.anchor, row, 'anchor score');
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { total: ranges.total, anchor: ranges.anchor, counts };
}

/** The distribution of the total scores of a joint distribution. */
export function totalMargin({ total, anchor, counts }: JointDistribution): FrequencyDistribution {
  const width = widthOf(anchor);
  const margin = new Float64Array(widthOf(total));
  counts.forEach((count, at) => {
    const row = Math.floor(at / width);
    margin[row] = (margin[row] ?? 0) + count;
  });
  return { low: total.low, high: total.high, counts: margin };
}

/** The distribution of the anchor scores of a joint distribution. */
export function anchorMargin({ anchor, counts }: JointDistribution): FrequencyDistribution {
  const width = widthOf(anchor);
  const margin = new Float64Array(width);
  counts.forEach((count, at) => {
    margin[at % width] = (margin[at % width] ?? 0) + count;
  });
  return { low: anchor.low, high: anchor.high, counts: margin };
}
