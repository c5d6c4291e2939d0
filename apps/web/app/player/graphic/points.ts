import type { PlainValue } from '@testamur/qti';
import { asValue, membersOf } from '../answers/choose.ts';
import { type Point, pointOf, textOfPoint } from './geometry.ts';

export interface Points {
  readonly cardinality: string;
  /** 0 is no limit. */
  readonly max: number;
}

/** The points of a value, in its order; what is no point is passed over. */
export const pointsOf = (value: PlainValue | undefined): readonly Point[] =>
  membersOf(value).flatMap((text) => pointOf(text) ?? []);

const valueOfPoints = (points: readonly Point[], cardinality: string): PlainValue =>
  asValue(points.map(textOfPoint), cardinality);

/**
 * The value with one more point; where one may be set, it takes the place of the old one. undefined: no more may be set. A
 * point that is set already changes nothing.
 */
export const withPoint = (value: PlainValue, point: Point, { cardinality, max }: Points): PlainValue | undefined => {
  const points = pointsOf(value);
  if (cardinality === 'single' || max === 1) return valueOfPoints([point], cardinality);
  if (points.some((each) => textOfPoint(each) === textOfPoint(point))) return value;
  return max > 0 && points.length >= max ? undefined : valueOfPoints([...points, point], cardinality);
};

/** The value with the point at an index somewhere else. */
export const withPointAt = (value: PlainValue, index: number, point: Point, { cardinality }: Points): PlainValue =>
  valueOfPoints(
    pointsOf(value).map((each, at) => (at === index ? point : each)),
    cardinality,
  );

export const withoutPoint = (value: PlainValue, index: number, { cardinality }: Points): PlainValue =>
  valueOfPoints(
    pointsOf(value).filter((_each, at) => at !== index),
    cardinality,
  );
