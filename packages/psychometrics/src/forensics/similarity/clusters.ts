/** Candidates who are joined by flagged pairs, directly or through others. */
export interface Cluster {
  /** Ids in the order of the data. */
  readonly members: readonly string[];
  readonly size: number;
  /** Flagged pairs among the members. */
  readonly links: number;
  /** Links as a share of all pairs of members: 1 where everybody is joined with everybody. */
  readonly density: number;
}

/**
 * Connected components of the graph of flagged pairs, the largest first: rings that share answers, not only pairs.
 *
 * @param persons all ids, in the order of the data.
 * @param links pairs of ids that are joined; a pair given twice counts once.
 * @throws {RangeError} naming an id that is not among the persons.
 * @see Wollack & Maynes (2017), in Cizek & Wollack (eds.), Handbook of Quantitative Methods for Detecting Cheating on
 *   Tests: clustering by nearest neighbor.
 */
export function clusterPairs(
  persons: readonly string[],
  links: Iterable<{ readonly a: string; readonly b: string }>,
): readonly Cluster[] {
  const indexOf = new Map(persons.map((id, index) => [id, index]));
  const parent = Int32Array.from(persons, (_, index) => index);
  const rootOf = (start: number): number => {
    let at = start;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const joined: [number, number][] = [];
  const seen = new Set<number>();
  for (const { a, b } of links) {
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first === undefined || second === undefined) {
      throw new RangeError(`there is no candidate "${first === undefined ? a : b}"; give ids of the data`);
    }
    const low = Math.min(first, second);
    const high = Math.max(first, second);
    const name = low * persons.length + high;
    if (low === high || seen.has(name)) continue;
    seen.add(name);
    joined.push([low, high]);
    const to = rootOf(low);
    const from = rootOf(high);
    parent[Math.max(to, from)] = Math.min(to, from);
  }
  const members = new Map<number, string[]>();
  persons.forEach((id, index) => {
    const root = rootOf(index);
    members.set(root, [...(members.get(root) ?? []), id]);
  });
  const counts = new Map<number, number>();
  for (const [low] of joined) counts.set(rootOf(low), (counts.get(rootOf(low)) ?? 0) + 1);
  return [...counts]
    .map(([root, count]) => {
      const ids = members.get(root) ?? [];
      return { members: ids, size: ids.length, links: count, density: count / ((ids.length * (ids.length - 1)) / 2) };
    })
    .sort((x, y) => y.size - x.size || y.links - x.links);
}
