import { type Direction, directions, type Point } from './geometry.ts';

const keys: readonly Direction[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

const inListOrder = (count: number, from: number, direction: Direction): number => {
  const { x, y } = directions[direction];
  return (from + x + y + count) % count;
};

/** The nearest in a direction, sideways steps counting double; at the edge the next in the list, or the one before. */
const inSpace = (points: readonly Point[], from: number, direction: Direction): number => {
  const start = points[from];
  if (start === undefined) return 0;
  const { x: dx, y: dy } = directions[direction];
  const distances = points.map((point, at) => {
    const [across, down] = [point.x - start.x, point.y - start.y];
    const ahead = across * dx + down * dy;
    const aside = Math.abs(across * dy) + Math.abs(down * dx);
    return at === from || ahead <= 0 || aside > 2 * ahead ? Number.POSITIVE_INFINITY : ahead + 2 * aside;
  });
  const nearest = Math.min(...distances);
  return Number.isFinite(nearest) ? distances.indexOf(nearest) : inListOrder(points.length, from, direction);
};

const reachesAll = (edges: readonly (readonly number[])[]): boolean => {
  const reached = new Set([0]);
  for (const from of reached) for (const to of edges[from] ?? []) reached.add(to);
  return reached.size === edges.length;
};

/** Whether arrow keys lead from everywhere to everywhere when they follow the picture. */
const isConnected = (points: readonly Point[]): boolean => {
  const onward = points.map((_point, from) => keys.map((key) => inSpace(points, from, key)));
  const back = points.map((_point, to) => onward.flatMap((each, from) => (each.includes(to) ? [from] : [])));
  return reachesAll(onward) && reachesAll(back);
};

/**
 * Where an arrow key leads from one of some points: to the nearest in that direction. Where that would leave a point out of
 * reach, the keys follow the list instead: right and down to the next, left and up to the one before. -1 without points.
 */
export const nextInDirection = (points: readonly Point[], from: number, direction: Direction): number => {
  if (points.length === 0) return -1;
  if (points[from] === undefined) return 0;
  return isConnected(points) ? inSpace(points, from, direction) : inListOrder(points.length, from, direction);
};
