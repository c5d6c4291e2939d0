/** Candidates in groups from the lowest to the highest totals. */
export interface ScoreGroups {
  /** The group of each candidate, from 0 on. */
  readonly groupOf: Int32Array;
  /** From the lowest to the highest; groups may be fewer than asked for, never empty. */
  readonly groups: readonly { readonly n: number; readonly lowest: number; readonly highest: number }[];
}

/**
 * Divides candidates into groups of about equal size by their totals. Equal totals stay together: all candidates with a
 * total go where the middle one of them belongs.
 *
 * @param totals one per candidate.
 * @param count how many groups are wanted.
 * @throws {RangeError} unless 2 groups or more are wanted.
 */
export function scoreGroups(totals: Float64Array, count: number): ScoreGroups {
  if (!Number.isInteger(count) || count < 2) {
    throw new RangeError(`${count} score groups say nothing; ask for 2 or more`);
  }
  const order = Array.from(totals.keys()).sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0));
  const groupOf = new Int32Array(totals.length);
  const groups: { n: number; lowest: number; highest: number }[] = [];
  let last = -1;
  for (let from = 0; from < order.length; ) {
    const total = totals[order[from] ?? 0] ?? 0;
    let to = from;
    while (to < order.length && totals[order[to] ?? 0] === total) to += 1;
    const wanted = Math.min(count - 1, Math.floor((count * (from + to)) / 2 / order.length));
    if (wanted !== last) groups.push({ n: 0, lowest: total, highest: total });
    last = wanted;
    const group = groups[groups.length - 1];
    if (group !== undefined) {
      group.n += to - from;
      group.highest = total;
    }
    for (const person of order.slice(from, to)) groupOf[person] = groups.length - 1;
    from = to;
  }
  return { groupOf, groups };
}
