import { type Adjustment, adjustP, risingOrder } from '../../numeric/multiplicity.ts';
import type { PairStatistic, PairTest } from './pair-test.ts';

/** Two indices; of a directional method `a` is the copier and `b` the source. */
export interface FoundPair extends PairStatistic {
  readonly a: number;
  readonly b: number;
  readonly adjustedP: number;
}

/** The pairs that a search found, and how many it compared. */
export interface PairSearch {
  /** The most improbable first. */
  readonly pairs: readonly FoundPair[];
  /** Tests that the adjustment counts: both directions of a directional method. */
  readonly tests: number;
  /** Pairs that were compared. */
  readonly compared: number;
}

/** The most candidates whose pairs are all compared: 32 million pairs, a quarter of a gigabyte. */
export const MOST_PERSONS = 8000;

/**
 * Compares all pairs. Every pair is scanned; those with the smallest p are computed exactly, and of them as many as
 * `limit` are given back; the p of all pairs enter the adjustment, approximate where the scan is. A directional method
 * gives the direction with the smaller p, and counts both directions as tests.
 *
 * @param persons how many there are, up to {@link MOST_PERSONS}.
 * @throws {RangeError} with more.
 */
export function searchAllPairs(
  test: PairTest,
  persons: number,
  options: { readonly adjustment: Adjustment; readonly limit: number; onProgress?: (done: number, of: number) => void },
): PairSearch {
  if (persons > MOST_PERSONS) {
    throw new RangeError(
      `${persons} candidates make ${Math.round((persons * (persons - 1)) / 2e6)} million pairs; name the pairs, or compare up to ${MOST_PERSONS} candidates at once, such as those of one center`,
    );
  }
  const count = (persons * (persons - 1)) / 2;
  // 2 is above any p: the pair has not been scanned yet.
  const ps = new Float64Array(count).fill(2);
  // Of a directional method 1 where the person of the higher index is the source.
  const reversed = new Uint8Array(test.directional ? count : 0);
  for (let source = 0; source < persons; source += 1) {
    test.scan(source, (other, p) => {
      const low = source < other ? source : other;
      const high = source < other ? other : source;
      const at = low * persons - (low * (low + 1)) / 2 + high - low - 1;
      if (p >= (ps[at] ?? 0)) return;
      ps[at] = p;
      if (test.directional) reversed[at] = source === high ? 1 : 0;
    });
    options.onProgress?.(source + 1, persons);
  }
  // An approximation may order neighbors wrongly: twice as many are computed as are given back.
  const kept = smallest(ps, test.scanIsExact ? options.limit : 2 * options.limit);
  const found = Array.from(kept, (at) => {
    const [low, high] = pairAt(at, persons);
    const [a, b] = !test.directional || reversed[at] === 1 ? [low, high] : [high, low];
    const statistic = test.exact(a, b);
    ps[at] = statistic.p;
    return { a, b, at, ...statistic };
  });
  const tests = test.directional ? 2 * count : count;
  const adjusted = adjustP(ps, options.adjustment, tests);
  const pairs = found
    .map(({ at, ...pair }) => ({ ...pair, adjustedP: adjusted[at] ?? 1 }))
    .sort((x, y) => x.p - y.p || x.a - y.a || x.b - y.b)
    .slice(0, options.limit);
  return { pairs, tests, compared: count };
}

/** Compares the pairs given, in their order, all exactly; of a directional method a is the copier and b the source. */
export function comparePairs(
  test: PairTest,
  pairs: readonly (readonly [number, number])[],
  options: { readonly adjustment: Adjustment; onProgress?: (done: number, of: number) => void },
): PairSearch {
  // One source after another, for methods that prepare a source.
  const order = pairs.map((_, index) => index).sort((x, y) => (pairs[x]?.[1] ?? 0) - (pairs[y]?.[1] ?? 0));
  const statistics: PairStatistic[] = [];
  order.forEach((index, done) => {
    const [a, b] = pairs[index] ?? [0, 0];
    statistics[index] = test.exact(a, b);
    options.onProgress?.(done + 1, pairs.length);
  });
  const adjusted = adjustP(
    statistics.map(({ p }) => p),
    options.adjustment,
  );
  const found = statistics.map((statistic, index) => {
    const [a, b] = pairs[index] ?? [0, 0];
    return { a, b, ...statistic, adjustedP: adjusted[index] ?? 1 };
  });
  return { pairs: found, tests: pairs.length, compared: pairs.length };
}

/** Indices of the smallest values, as many as `limit`. */
function smallest(values: Float64Array, limit: number): Uint32Array {
  if (values.length <= limit) return Uint32Array.from(values, (_, index) => index);
  const cut = values.slice().sort()[limit - 1] ?? 1;
  const candidates: number[] = [];
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? 1) <= cut) candidates.push(at);
  // Ties at the cut would let the number grow without bound.
  const order = risingOrder(Float64Array.from(candidates, (at) => values[at] ?? 1));
  return Uint32Array.from(order.subarray(0, limit), (rank) => candidates[rank] ?? 0);
}

/** The two indices of a place in the list of pairs (0,1), (0,2), …, (1,2), …. */
function pairAt(at: number, persons: number): readonly [number, number] {
  const back = (persons * (persons - 1)) / 2 - 1 - at;
  const fromEnd = Math.floor((Math.sqrt(8 * back + 1) - 1) / 2);
  const low = persons - 2 - fromEnd;
  return [low, at - (low * persons - (low * (low + 1)) / 2) + low + 1];
}
