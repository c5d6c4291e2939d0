import type { MatchedItem } from './matching.ts';

interface Side {
  readonly n: number;
  readonly mean: number;
  /** With n − 1. */
  readonly variance: number;
}

/** One level of the matching score, before or after the correction by regression. */
export interface RegressedLevel {
  readonly score: number;
  readonly reference: Side;
  readonly focal: Side;
  /** Persons of both groups. */
  readonly weight: number;
  /** Whether the level is large enough and varied enough to count. */
  readonly counts: boolean;
}

/**
 * Sums up each level of the matching score, rising. The lowest and the highest level never count: they have no
 * neighbor.
 */
export function levelsOf({ scores, responses, focal }: MatchedItem, least: number): RegressedLevel[] {
  const byScore = new Map<number, [number[], number[]]>();
  scores.forEach((score, at) => {
    const sides = byScore.get(score) ?? [[], []];
    sides[focal[at] === 1 ? 1 : 0].push(responses[at] ?? 0);
    byScore.set(score, sides);
  });
  const rising = [...byScore].sort(([a], [b]) => a - b);
  return rising.map(([score, sides], at) => {
    const [reference, focalSide] = [sideOf(sides[0]), sideOf(sides[1])];
    const large = reference.n >= least && focalSide.n >= least && reference.n > 1 && focalSide.n > 1;
    const varied = reference.variance > 0 && focalSide.variance > 0;
    const inner = at > 0 && at < rising.length - 1;
    return { score, reference, focal: focalSide, weight: reference.n + focalSide.n, counts: large && varied && inner };
  });
}

function sideOf(values: readonly number[]): Side {
  const n = values.length;
  const mean = n === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / n;
  const variance = n < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, variance };
}

/**
 * Carries the mean of each group from its own estimated true score to the average of both, along the slope between the
 * neighboring levels.
 *
 * The true score at an observed score x is (M + r(x − M)) / items, with the group's mean M and reliability r (Kelley).
 */
export function regress(
  levels: readonly RegressedLevel[],
  { scores, focal }: MatchedItem,
  reliability: { readonly reference: number; readonly focal: number },
  items: number,
): RegressedLevel[] {
  const means = [0, 1].map((group) => {
    const own = scores.filter((_, at) => focal[at] === group);
    return own.reduce((sum, score) => sum + score, 0) / Math.max(1, own.length);
  });
  const trueScore = (score: number, group: 0 | 1): number => {
    const mean = means[group] ?? 0;
    return (mean + (group === 0 ? reliability.reference : reliability.focal) * (score - mean)) / items;
  };
  return levels.flatMap((level, at) => {
    if (!level.counts) return [];
    const common = (trueScore(level.score, 0) + trueScore(level.score, 1)) / 2;
    const carried = (side: 'reference' | 'focal', group: 0 | 1): Side | undefined => {
      // A neighboring level without anybody of the group has no mean; the next one that has stands in.
      const below = levels.slice(0, at).findLast((one) => one[side].n > 0);
      const above = levels.slice(at + 1).find((one) => one[side].n > 0);
      if (below === undefined || above === undefined) return undefined;
      const run = trueScore(above.score, group) - trueScore(below.score, group);
      if (run === 0) return undefined;
      const slope = (above[side].mean - below[side].mean) / run;
      return { ...level[side], mean: level[side].mean + slope * (common - trueScore(level.score, group)) };
    };
    const [reference, focalSide] = [carried('reference', 0), carried('focal', 1)];
    if (reference === undefined || focalSide === undefined) return [];
    return [{ ...level, reference, focal: focalSide }];
  });
}

/** Where the weighted straight line through the differences crosses zero; null when it does so outside the levels. */
export function crossingPoint(levels: readonly RegressedLevel[]): number | null {
  let [weights, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { score, reference, focal, weight } of levels) {
    const difference = reference.mean - focal.mean;
    weights += weight;
    x += weight * score;
    y += weight * difference;
    xx += weight * score * score;
    xy += weight * score * difference;
  }
  const spread = xx - (x * x) / weights;
  if (!(spread > 0)) return null;
  const slope = (xy - (x * y) / weights) / spread;
  if (slope === 0) return null;
  const crossing = (x - y / slope) / weights;
  const [first, last] = [levels[0], levels[levels.length - 1]];
  if (first === undefined || last === undefined || crossing <= first.score || crossing > last.score) return null;
  return crossing;
}
