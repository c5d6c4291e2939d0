import { listed } from '../../data/listed.ts';
import type { PreparedData } from '../calibrate/data/prepare.ts';

/**
 * Conditional estimates exist where the items do not fall apart: for each way to part them in two, somebody did better in
 * an item of the one part while an item of the other left room for more, and the other way round. That is, the graph
 * with an edge i → j where somebody scored in i and not fully in j is strongly connected.
 *
 * @throws {RangeError} naming the items of the parts.
 * @see Fischer (1981), Psychometrika 46(1).
 */
export function requireWellConditioned({ n, items, values }: PreparedData): void {
  const width = items.length;
  const edges = new Uint8Array(width * width);
  for (let p = 0; p < n; p += 1) {
    const row = values.subarray(p * width, (p + 1) * width);
    for (let i = 0; i < width; i += 1) {
      if ((row[i] ?? -1) <= 0) continue;
      for (let j = 0; j < width; j += 1) {
        const value = row[j] ?? -1;
        if (j !== i && value >= 0 && value < (items[j]?.categories.length ?? 1) - 1) edges[i * width + j] = 1;
      }
    }
  }
  const ahead = reach(edges, width, (from, to) => from * width + to);
  const back = reach(edges, width, (from, to) => to * width + from);
  const apart = items.filter((_, i) => ahead[i] === 0 || back[i] === 0).map(({ id }) => id);
  if (apart.length === 0) return;
  const rest = items.filter((_, i) => ahead[i] === 1 && back[i] === 1).map(({ id }) => id);
  throw new RangeError(
    `the items fall apart: no candidates tie ${listed(apart)} to ${listed(rest)} from both sides, so their difficulties cannot be compared; leave the smaller part out, or use mml`,
  );
}

/** Which items can be reached from the first. */
function reach(edges: Uint8Array, width: number, cell: (from: number, to: number) => number): Uint8Array {
  const seen = new Uint8Array(width);
  const open = [0];
  seen[0] = 1;
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (let to = 0; to < width; to += 1) {
      if (seen[to] === 1 || edges[cell(from, to)] !== 1) continue;
      seen[to] = 1;
      open.push(to);
    }
  }
  return seen;
}
