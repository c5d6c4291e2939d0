import type { Cardinality, PlainValue } from '@testamur/qti';
import type { Placement } from './pick-and-place.ts';

/** The placements that a value of directed pairs "PIECE PLACE" says, in its order; what is no pair is passed over. */
export const placementsOf = (value: PlainValue): Placement[] => {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return list.flatMap((each: unknown) => {
    const [piece, place, ...more] = typeof each === 'string' ? each.split(' ') : [];
    return piece && place && more.length === 0 ? [{ piece, place }] : [];
  });
};

/** Placements as the value of a response variable; none is NULL, a single variable holds the newest. */
export const valueOfPlacements = (placements: readonly Placement[], cardinality: Cardinality): PlainValue => {
  const pairs = placements.map(({ piece, place }) => `${piece} ${place}`);
  if (cardinality === 'single') return pairs.at(-1) ?? null;
  return pairs.length > 0 ? pairs : null;
};
