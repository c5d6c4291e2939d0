import type { Patterns } from './patterns.ts';

/**
 * Patterns that share a starting point: the same group and, where many share it, the same items presented. Per class and
 * item one reference state is the most frequent one, so that only what deviates from it has to be stored and summed.
 */
export interface Classes {
  readonly count: number;
  readonly groupOf: Int32Array;
  /** One per pattern. */
  readonly ofPattern: Int32Array;
  /** Row by class: the reference category of each item, −1 where the reference is that there is no response. */
  readonly reference: Int16Array;
}

/** A set of presented items gets a class of its own from this many patterns on; smaller ones share that of their group. */
const LEAST_PATTERNS = 32;
/** The most classes besides those of the groups. */
const MOST_CLASSES = 64;

/** Puts patterns into classes: those of the groups first, then the largest sets of items presented. */
export function classesOf(patterns: Patterns, width: number, groups: number, mostCategories: number): Classes {
  const keyOf = presentedKeys(patterns, width);
  const sizes = new Map<string, number>();
  for (const key of keyOf) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const own = [...sizes]
    .filter(([, size]) => size >= LEAST_PATTERNS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CLASSES)
    .map(([key]) => key);
  const classOfKey = new Map(own.map((key, index) => [key, groups + index]));
  const count = groups + own.length;
  const ofPattern = Int32Array.from(keyOf, (key, p) => classOfKey.get(key) ?? patterns.groupOf[p] ?? 0);
  const groupOf = new Int32Array(count);
  for (let g = 0; g < groups; g += 1) groupOf[g] = g;
  ofPattern.forEach((c, p) => {
    groupOf[c] = patterns.groupOf[p] ?? 0;
  });
  return { count, groupOf, ofPattern, reference: references(patterns, width, count, ofPattern, mostCategories) };
}

/** Group and set of presented items as text; one per pattern. */
function presentedKeys({ count, values, groupOf }: Patterns, width: number): string[] {
  const words = Math.ceil(width / 16);
  const bits = new Uint16Array(words);
  return Array.from({ length: count }, (_, p) => {
    bits.fill(0);
    let missing = false;
    for (let at = 0; at < width; at += 1) {
      if ((values[p * width + at] ?? -1) >= 0) continue;
      missing = true;
      bits[at >> 4] = (bits[at >> 4] ?? 0) | (1 << (at & 15));
    }
    return missing ? `${groupOf[p]}:${String.fromCharCode(...bits)}` : `${groupOf[p]}`;
  });
}

function references(
  { count, values }: Patterns,
  width: number,
  classes: number,
  ofPattern: Int32Array,
  mostCategories: number,
): Int16Array {
  const states = mostCategories + 1;
  const tally = new Int32Array(classes * width * states);
  for (let p = 0; p < count; p += 1) {
    const base = (ofPattern[p] ?? 0) * width;
    for (let at = 0; at < width; at += 1) {
      const cell = (base + at) * states + (values[p * width + at] ?? -1) + 1;
      tally[cell] = (tally[cell] ?? 0) + 1;
    }
  }
  return Int16Array.from({ length: classes * width }, (_, cell) => {
    let best = -1;
    let most = -1;
    for (let state = 0; state < states; state += 1) {
      const found = tally[cell * states + state] ?? 0;
      if (found > most) {
        most = found;
        best = state - 1;
      }
    }
    return best;
  });
}
