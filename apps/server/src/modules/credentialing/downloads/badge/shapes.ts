/** Text as it may stand in XML. */
export const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

const rounded = (value: number): number => Math.round(value * 100) / 100;

const at = (angle: number, radius: number): string =>
  `${rounded(300 + radius * Math.cos(angle))} ${rounded(300 + radius * Math.sin(angle))}`;

/** The largest size, in whole pixels, at which so many letters of an average width stay within `room`. */
export const sizeFor = (text: string, room: number, most: number, widthOfLetter: number): number =>
  Math.max(1, Math.min(most, Math.floor(room / (Math.max(1, [...text].length) * widthOfLetter))));

export const ring = (radius: number, width: number): string =>
  `<circle cx="300" cy="300" r="${radius}" stroke-width="${width}"/>`;

/** The edge of a coin. */
export const teeth = (outer: number, inner: number, count: number): string => {
  const points = Array.from({ length: 2 * count }, (_, index) =>
    at((Math.PI * index) / count, index % 2 === 0 ? outer : inner),
  );
  return `M${points.join('L')}Z`;
};

/** A wave round the seal between two radii, as on banknotes; `shift` turns it by parts of a wave. */
export const petals = (outer: number, inner: number, waves: number, shift = 0): string => {
  const steps = waves * 12;
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const wave = Math.sin(waves * angle + 2 * Math.PI * shift);
    return at(angle, (outer + inner) / 2 + (wave * (outer - inner)) / 2);
  });
  return `M${points.join('L')}Z`;
};

const along = (id: string, path: string, text: string, size: number): string =>
  `<path id="${id}" fill="none" d="${path}"/><text text-anchor="middle" font-family="Source Sans 3" font-weight="600" font-size="${size}" letter-spacing="${rounded(size * 0.12)}"><textPath href="#${id}" startOffset="50%">${escaped(text)}</textPath></text>`;

/** Round the upper half of the edge. */
export const topText = (text: string): string => {
  const upper = text.toUpperCase();
  return along('top', 'M60.35 323.6A240.8 240.8 0 1 1 539.65 323.6', upper, sizeFor(upper, 790, 34, 0.76));
};

/** Round the foot of the edge, read from left to right. */
export const bottomText = (text: string, degrees = 110): string => {
  const upper = text.toUpperCase();
  const radius = 259;
  const half = (degrees * Math.PI) / 360;
  const size = sizeFor(upper, radius * 2 * half, 27, 0.76);
  const path = `M${at(Math.PI / 2 + half, radius)}A${radius} ${radius} 0 ${degrees > 180 ? 1 : 0} 0 ${at(Math.PI / 2 - half, radius)}`;
  return along('bottom', path, upper, size);
};

const widthOfLetter = 0.54;

/** One line, or two of about the same length, in the largest size that fits the band. */
export const titleLines = (title: string): { readonly lines: readonly string[]; readonly size: number } => {
  const room = 500;
  const one = sizeFor(title, room, 40, widthOfLetter);
  const words = title.split(/\s+/);
  if (one >= 27 || words.length < 2) return { lines: [title], size: one };
  const splits = words
    .slice(1)
    .map((_, index): readonly [string, string] => [
      words.slice(0, index + 1).join(' '),
      words.slice(index + 1).join(' '),
    ]);
  const longer = ([a, b]: readonly [string, string]) => ([...a].length > [...b].length ? a : b);
  const [best = [title, ''] as const] = splits.toSorted((a, b) => [...longer(a)].length - [...longer(b)].length);
  return { lines: best, size: sizeFor(longer(best), room, 36, widthOfLetter) };
};
