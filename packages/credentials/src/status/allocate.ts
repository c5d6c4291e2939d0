import { MINIMUM_ENTRIES } from './list.ts';

/**
 * Picks an unused entry at random, each with the same chance, so that an index tells nothing about when or to whom
 * a credential was issued.
 *
 * @param used the indexes given away so far.
 * @param random gives a uniformly distributed integer of [0, below); `randomInt` of `node:crypto` fits.
 * @param entries size of the list.
 * @returns undefined when the list is full: begin another.
 * @throws {RangeError} when `random` leaves its range.
 * @see Bitstring Status List 1.0, privacy considerations.
 */
export function pickIndex(
  used: ReadonlySet<number>,
  random: (below: number) => number,
  entries: number = MINIMUM_ENTRIES,
): number | undefined {
  const taken = [...used].filter((index) => index >= 0 && index < entries).toSorted((a, b) => a - b);
  const free = entries - taken.length;
  if (free <= 0) {
    return undefined;
  }
  const drawn = random(free);
  if (!Number.isInteger(drawn) || drawn < 0 || drawn >= free) {
    throw new RangeError(`random(${free}) must return an integer from 0 to ${free - 1}, not ${drawn}.`);
  }
  // The drawn-th free index lies as much higher as there are taken ones at or below it.
  let index = drawn;
  for (const one of taken) {
    if (one > index) {
      break;
    }
    index += 1;
  }
  return index;
}
