import { studentT } from '../../numeric/distributions/student-t.ts';

/** The mean of a center against all other candidates. */
export interface CenterMean {
  readonly mean: number;
  /** Mean of the center minus mean of all others. */
  readonly difference: number;
  readonly se: number | null;
  /** Welch's t of the difference; null where nothing varies or the center has one candidate. */
  readonly statistic: number | null;
  readonly df: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /**
   * The mean drawn toward the grand mean by its reliability (empirical Bayes): what one should expect of the center.
   */
  readonly shrunken: number;
  /** Variance between centers as a share of that of the mean of this center, in [0, 1]. */
  readonly reliability: number;
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  /** With n − 1; 0 for one value. */
  readonly variance: number;
}

/**
 * Compares the mean of each group with that of everybody else.
 *
 * @param groups indices of the members, one list per group; whoever stands in no list belongs to the others only.
 * @see Welch (1947), Biometrika 34(1/2); the variance between groups by analysis of variance, Searle et al. (1992),
 *   Variance Components, section 3.6.
 */
export function compareMeans(values: readonly number[], groups: readonly (readonly number[])[]): readonly CenterMean[] {
  const inGroups = groups.map((list) => momentsOf(list.map((index) => values[index] ?? 0)));
  const { within, between, grand } = components(inGroups);
  return groups.map((list, at) => {
    const inside = new Set(list);
    const own = inGroups[at] ?? { n: 0, mean: 0, variance: 0 };
    const rest = momentsOf(values.filter((_, index) => !inside.has(index)));
    const a = own.variance / Math.max(1, own.n);
    const b = rest.variance / Math.max(1, rest.n);
    const difference = own.mean - rest.mean;
    const reliability = between > 0 ? between / (between + within / own.n) : 0;
    const base = { mean: own.mean, difference, shrunken: grand + reliability * (own.mean - grand), reliability };
    if (own.n < 2 || rest.n < 2 || !(a + b > 0)) return { ...base, se: null, statistic: null, df: null, p: null };
    const se = Math.sqrt(a + b);
    const df = (a + b) ** 2 / ((a * a) / (own.n - 1) + (b * b) / (rest.n - 1));
    const statistic = difference / se;
    return { ...base, se, statistic, df, p: studentT.twoSided(statistic, df) };
  });
}

function components(groups: readonly Moments[]): {
  readonly within: number;
  readonly between: number;
  readonly grand: number;
} {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const grand = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const squaresWithin = groups.reduce((sum, group) => sum + (group.n - 1) * group.variance, 0);
  const squaresBetween = groups.reduce((sum, group) => sum + group.n * (group.mean - grand) ** 2, 0);
  const free = n - groups.length;
  const within = free > 0 ? squaresWithin / free : 0;
  if (groups.length < 2) return { within, between: 0, grand };
  const size = (n - groups.reduce((sum, group) => sum + group.n ** 2, 0) / n) / (groups.length - 1);
  const between = Math.max(0, (squaresBetween / (groups.length - 1) - within) / size);
  return { within, between, grand };
}

function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = n > 0 ? values.reduce((sum, value) => sum + value, 0) / n : 0;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}
