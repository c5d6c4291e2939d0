import { listed } from '../../data/listed.ts';
import type { PreparedData } from './data/prepare.ts';

/**
 * Groups compare only through items that they share, or that are anchored.
 *
 * @throws {RangeError} naming the groups that hang together with no other.
 */
export function requireConnected({ items, groups, groupOf, values, n }: PreparedData): void {
  if (groups.length < 2) return;
  const width = items.length;
  const parent = Array.from({ length: groups.length + width + 1 }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const join = (left: number, right: number): void => {
    parent[find(left)] = find(right);
  };
  const scale = groups.length + width;
  items.forEach(({ anchor }, i) => {
    if (anchor !== null) join(groups.length + i, scale);
  });
  const seen = new Uint8Array(groups.length * width);
  for (let p = 0; p < n; p += 1) {
    for (let i = 0; i < width; i += 1) {
      if ((values[p * width + i] ?? -1) >= 0) seen[(groupOf[p] ?? 0) * width + i] = 1;
    }
  }
  seen.forEach((is, cell) => {
    if (is === 1) join(Math.floor(cell / width), groups.length + (cell % width));
  });
  const reference = items.some(({ anchor }) => anchor !== null) ? scale : 0;
  const apart = groups.filter((_, g) => find(g) !== find(reference)).map(({ id }) => id);
  if (apart.length > 0) {
    throw new RangeError(
      `group ${listed(apart)} shares no item with ${reference === 0 ? `group ${groups[0]?.id}` : 'an anchor'}, neither directly nor through other groups; calibrate it by itself and link afterwards`,
    );
  }
}
