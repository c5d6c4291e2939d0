import { type Area, SHAPES } from '../model/declarations.ts';
import type { Attributes } from './attributes.ts';
import { parseNumber } from './lexical.ts';

/**
 * Reads the attributes shape and coords (class Coords): numbers with commas, or spaces, between. undefined where the
 * coordinates do not make the shape; `areaInWords` says what would.
 */
export function readArea(attributes: Attributes): Area | undefined {
  const shape = attributes.requireOneOf('shape', SHAPES);
  const text = attributes.take('coords') ?? '';
  if (shape === 'default') return { shape, coords: [] };
  const words = text.split(/[,\s]+/).filter((word) => word !== '');
  const coords = words.map(parseNumber).filter((number) => number !== undefined);
  if (coords.length !== words.length) return undefined;
  const [, , third = -1, fourth = -1] = coords;
  switch (shape) {
    case 'circle':
      return coords.length === 3 && third >= 0 ? { shape, coords } : undefined;
    case 'ellipse':
      return coords.length === 4 && third >= 0 && fourth >= 0 ? { shape, coords } : undefined;
    case 'rect':
      return coords.length === 4 ? { shape, coords: cornered(coords) } : undefined;
    case 'poly':
      return coords.length >= 6 && coords.length % 2 === 0 ? { shape, coords } : undefined;
  }
}

/** How to write coordinates. */
export const AREA_IN_WORDS =
  'coords must be numbers: circle x,y,r; ellipse x,y,h,v; rect left,top,right,bottom; poly x1,y1,x2,y2,x3,y3,…';

/** Two opposite corners in whichever order, as left, top, right, bottom. */
function cornered([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): number[] {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
