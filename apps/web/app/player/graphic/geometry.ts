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
