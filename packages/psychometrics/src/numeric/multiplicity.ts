/**
 * How the p values of many tests are adjusted. `bonferroni` and `holm` bound the probability of even one false flag,
 * `bh` bounds the expected share of false flags among the flags, `none` bounds nothing.
 */
export const ADJUSTMENTS = ['holm', 'bonferroni', 'bh', 'none'] as const;
/** The name of an adjustment. */
export type Adjustment = (typeof ADJUSTMENTS)[number];

/**
 * Adjusted p values: a test is significant at level α where its adjusted p is at most α.
 *
 * @param p one p value per test, in [0, 1].
 * @param tests how many tests were made, at least as many as there are p values; the others count as larger than all
 *   these.
 * @returns one per test, in the order given, in [0, 1].
 * @throws {RangeError} naming the first value that is no probability, or when fewer tests than p values are told.
 * @see Holm (1979), Scand. J. Statist. 6(2); Benjamini & Hochberg (1995), JRSS B 57(1).
 */
export function adjustP(p: ArrayLike<number>, method: Adjustment, tests = p.length): Float64Array {
  if (tests < p.length) throw new RangeError(`${p.length} p values cannot come from ${tests} tests`);
  const values = Float64Array.from(p);
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong >= 0) throw new RangeError(`p value ${wrong + 1} is ${values[wrong]}; it must lie in [0, 1]`);
  if (method === 'none') return values;
  if (method === 'bonferroni') return values.map((value) => Math.min(1, value * tests));
  const order = risingOrder(values);
  const adjusted = new Float64Array(values.length);
  if (method === 'holm') {
    let highest = 0;
    order.forEach((at, rank) => {
      highest = Math.max(highest, Math.min(1, (values[at] ?? 0) * (tests - rank)));
      adjusted[at] = highest;
    });
    return adjusted;
  }
  let lowest = 1;
  for (let rank = order.length - 1; rank >= 0; rank -= 1) {
    const at = order[rank] ?? 0;
    // The factor is at least 1, so that no rounding brings an adjusted p below p.
    lowest = Math.min(lowest, (values[at] ?? 0) * (tests / (rank + 1)));
    adjusted[at] = lowest;
  }
  return adjusted;
}

/** Indices from the smallest value to the largest; equal values keep their order. */
export function risingOrder(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, index) => index);
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/**
 * Adjusted p values where some tests gave none.
 *
 * @param ps one per test, in [0, 1]; null (no test) stays null and does not count.
 */
export function adjustKnownP(ps: readonly (number | null)[], method: Adjustment): readonly (number | null)[] {
  const adjusted = adjustP(
    ps.filter((p) => p !== null),
    method,
  ).values();
  return ps.map((p) => (p === null ? null : (adjusted.next().value ?? null)));
}
