import type { Area } from '@testamur/qti';

/** Pixels of an image. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** The smallest upright box around an area; a shape whose coordinates are missing has none of its own: the whole image. */
export const boundsOf = ({ shape, coords }: Area, size: Size): Box => {
  const [a, b, c, d] = coords;
  if (shape === 'circle' && a !== undefined && b !== undefined && c !== undefined) {
    return { x: a - c, y: b - c, width: 2 * c, height: 2 * c };
  }
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
    if (shape === 'rect')
      return { x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(c - a), height: Math.abs(d - b) };
    if (shape === 'ellipse') return { x: a - c, y: b - d, width: 2 * c, height: 2 * d };
    if (shape === 'poly') {
      const [xs, ys] = [0, 1].map((odd) => coords.filter((_, at) => at % 2 === odd));
      const [x, y] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))];
      return { x, y, width: Math.max(...(xs ?? [])) - x, height: Math.max(...(ys ?? [])) - y };
    }
  }
  return { x: 0, y: 0, ...size };
};

export const centerOf = (area: Area, size: Size): Point => {
  const { x, y, width, height } = boundsOf(area, size);
  return { x: x + width / 2, y: y + height / 2 };
};

/** Where a mark on an area hides least of what is in it: at its upper right, on the shape itself. */
export const markOf = (area: Area, size: Size): Point => {
  const { x, y, width, height } = boundsOf(area, size);
  if (area.shape === 'circle' || area.shape === 'ellipse') {
    return { x: x + (width * (1 + Math.SQRT1_2)) / 2, y: y + (height * (1 - Math.SQRT1_2)) / 2 };
  }
  if (area.shape !== 'poly') return { x: x + width, y };
  const corners = area.coords.flatMap((left, at) => {
    const top = area.coords[at + 1];
    return at % 2 === 0 && top !== undefined ? [{ x: left, y: top }] : [];
  });
  return corners.reduce((best, corner) => (corner.x - corner.y > best.x - best.y ? corner : best), {
    x,
    y: y + height,
  });
};

/** The line between two areas: it ends inside of both, short of the middle, where an image often has its words. */
export const joinOf = (one: Area, other: Area, size: Size): readonly [Point, Point] => {
  const [from, to] = [centerOf(one, size), centerOf(other, size)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const inward = (area: Area): number => {
    const { width, height } = boundsOf(area, size);
    const border = Math.min(width / 2 / Math.max(Math.abs(dx), 1), height / 2 / Math.max(Math.abs(dy), 1));
    return Math.min(0.4, (border * 2) / 3);
  };
  const [start, end] = [inward(one), inward(other)];
  return [
    { x: from.x + dx * start, y: from.y + dy * start },
    { x: to.x - dx * end, y: to.y - dy * end },
  ];
};

/** As near as the image allows, in whole pixels. */
export const inside = ({ x, y }: Point, { width, height }: Size): Point => ({
  x: Math.max(0, Math.min(width, Math.round(x))),
  y: Math.max(0, Math.min(height, Math.round(y))),
});

export const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const satisfies Record<string, Point>;
export type Direction = keyof typeof directions;

export const directionOf = (key: string): Direction | undefined =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown' ? key : undefined;

/** A point as QTI writes it: "10 20". */
export const textOfPoint = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;

export const pointOf = (text: string): Point | undefined => {
  const [x, y] = /^(-?\d+) (-?\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  return x === undefined || y === undefined ? undefined : { x, y };
};

/** A place on an image as shares of its sides, for positions that grow with it. */
export const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(3)}%`;
