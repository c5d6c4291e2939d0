/** A beta distribution of true scores on [lower, upper] within [0, 1]. */
export interface TrueScoreBeta {
  readonly alpha: number;
  readonly beta: number;
  readonly lower: number;
  readonly upper: number;
  /** How many moments were fitted: 4, or 2 with the bounds 0 and 1. */
  readonly moments: 2 | 4;
}

/**
 * The beta distribution with given moments. Four moments fix the bounds too; where they call for bounds outside [0, 1], or
 * for no beta distribution at all, two moments are fitted and the bounds are 0 and 1.
 *
 * @param moments about 0: two or four of them.
 * @param parameters 2 asks for the fit of two moments at once.
 * @returns null where true scores have no variance, or more than any distribution on [0, 1].
 * @see Hanson (1991), ACT Research Report 91-5; Johnson & Kotz (1970), Continuous Univariate Distributions 2, chapter 24.
 */
export function fitTrueScores(moments: readonly number[], parameters: 2 | 4 = 4): TrueScoreBeta | null {
  const [mean = 0, second = 0] = moments;
  const variance = second - mean ** 2;
  if (!(variance > 1e-12) || !(mean > 0 && mean < 1)) return null;
  const four = parameters === 4 && moments.length >= 4 ? fitFour(moments, variance) : null;
  if (four !== null) return four;
  const total = (mean * (1 - mean)) / variance - 1;
  return total > 0 ? { alpha: mean * total, beta: (1 - mean) * total, lower: 0, upper: 1, moments: 2 } : null;
}

function fitFour(
  [mean = 0, second = 0, third = 0, fourth = 0]: readonly number[],
  variance: number,
): TrueScoreBeta | null {
  const skewness = (third - 3 * mean * second + 2 * mean ** 3) / variance ** 1.5;
  const kurtosis = (fourth - 4 * mean * third + 6 * mean ** 2 * second - 3 * mean ** 4) / variance ** 2;
  const total = (6 * (kurtosis - skewness ** 2 - 1)) / (6 + 3 * skewness ** 2 - 2 * kurtosis);
  if (!(total > 0)) return null;
  const inner = (total + 2) * (total + 3) * kurtosis - 3 * (total + 1) * (total - 6);
  const root = 1 - (24 * (total + 1)) / inner;
  if (!(root >= 0)) return null;
  const [larger, smaller] = [(total / 2) * (1 + Math.sqrt(root)), (total / 2) * (1 - Math.sqrt(root))];
  const [alpha, beta] = skewness < 0 ? [larger, smaller] : [smaller, larger];
  if (!(alpha > 0 && beta > 0)) return null;
  const unit = Math.sqrt((variance * (total + 1)) / (alpha * beta));
  const lower = mean - alpha * unit;
  const upper = mean + beta * unit;
  return lower < 0 || upper > 1 ? null : { alpha, beta, lower, upper, moments: 4 };
}
