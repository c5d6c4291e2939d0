import type { Area } from '../model/declarations.ts';
import type { Scalar } from '../model/value.ts';

/**
 * Whether a point ("10 20") lies in an area, its border among it (QTI 3.0 ASI information model, enumeration Shape). Areas
 * with too few coordinates hold no point.
 */
export function holdsPoint({ shape, coords }: Area, point: Scalar): boolean {
  const [x = Number.NaN, y = Number.NaN] = String(point).split(' ').map(Number);
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = coords;
  switch (shape) {
    case 'default':
      return true;
    case 'rect':
      return x >= Math.min(a, c) && x <= Math.max(a, c) && y >= Math.min(b, d) && y <= Math.max(b, d);
    case 'circle':
      return (x - a) ** 2 + (y - b) ** 2 <= c ** 2;
    case 'ellipse':
      // Without divisions, so that an ellipse of no width is a line.
      return (
        (x - a) ** 2 * d ** 2 + (y - b) ** 2 * c ** 2 <= c ** 2 * d ** 2 && Math.abs(x - a) <= c && Math.abs(y - b) <= d
      );
    case 'poly':
      return polygonHolds(coords, x, y);
  }
}

/** By the rule of even and odd; the last corner is joined to the first. */
function polygonHolds(coords: readonly number[], x: number, y: number): boolean {
  const corners = Math.floor(coords.length / 2);
  if (corners < 3) return false;
  let inside = false;
  for (let at = 0; at < corners; at += 1) {
    const before = (at + corners - 1) % corners;
    const [x1 = 0, y1 = 0] = [coords[at * 2], coords[at * 2 + 1]];
    const [x2 = 0, y2 = 0] = [coords[before * 2], coords[before * 2 + 1]];
    const turn = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    const between = x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
    if (turn === 0 && between) return true;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
