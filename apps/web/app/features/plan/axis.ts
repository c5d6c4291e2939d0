/** Round values from 0 to at least `most`: about four steps of 1, 2, 2.5 or 5 times a power of ten. */
export const roundTicks = (most: number): readonly number[] => {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
};

/** At most about six years to be named, the last one among the last. */
export const yearTicks = (years: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(years / 6));
  return Array.from({ length: Math.floor(years / step) + 1 }, (_, at) => at * step);
};

/** A line at its end, in pixels from the top, and at the lowest point that its name could touch. */
export interface LineEnd {
  readonly y: number;
  readonly lowest: number;
}

/**
 * Where the names of lines stand, in pixels from the top: the line that ends highest has its name above its end, the
 * others below themselves, none over another.
 */
export const namePlaces = (
  ends: readonly LineEnd[],
  { above = 12, below = 20, apart = 18 } = {},
): readonly number[] => {
  const order = ends.map((end, at) => ({ ...end, at })).sort((one, other) => one.y - other.y || one.at - other.at);
  const places: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [rank, { y, lowest, at }] of order.entries()) {
    const place = rank === 0 ? y - above : Math.max(y + below, lowest + below, last + apart);
    places[at] = place;
    last = place;
  }
  return places;
};
