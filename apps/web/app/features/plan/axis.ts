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
interface LineEnd {
  readonly y: number;
  readonly lowest: number;
}

/**
 * Where the names of lines stand, in pixels from the top: the line that ends highest has its name above its end, the
 * others below themselves, or above where the plot ends below them; none over another.
 *
 * @param bottom where the plot ends.
 */
export const namePlaces = (
  ends: readonly LineEnd[],
  bottom: number,
  { above = 12, below = 20, apart = 18 } = {},
): readonly number[] => {
  const order = ends.map((end, at) => ({ ...end, at })).sort((one, other) => one.y - other.y || one.at - other.at);
  const places: number[] = [];
  const taken: number[] = [];
  for (const [rank, { y, lowest, at }] of order.entries()) {
    const under = Math.max(y + below, lowest + below, ...taken.map((place) => place + apart));
    const over = [...taken]
      .sort((one, other) => other - one)
      .reduce((place, other) => (Math.abs(place - other) < apart ? other - apart : place), y - above);
    const place = rank === 0 || under > bottom ? over : under;
    places[at] = place;
    taken.push(place);
  }
  return places;
};
