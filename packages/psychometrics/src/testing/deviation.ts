type Numbers = readonly (number | null | undefined)[];

/** The greatest of the differences; Infinity where a number is missing on either side or the counts differ. */
function greatest(found: Numbers, expected: Numbers, scale: (reference: number) => number): number {
  if (found.length !== expected.length) return Infinity;
  return found.reduce<number>((most, value, at) => {
    const difference = Math.abs((value ?? Number.NaN) - (expected[at] ?? Number.NaN)) / scale(expected[at] ?? 0);
    return Number.isNaN(difference) ? Infinity : Math.max(most, difference);
  }, 0);
}

/** The greatest absolute difference from the reference. */
export const largestDifference = (found: Numbers, expected: Numbers): number => greatest(found, expected, () => 1);

/** The greatest difference, relative to the reference where that is above 1 in absolute value. */
export const largestDeviation = (found: Numbers, expected: Numbers): number =>
  greatest(found, expected, (reference) => Math.max(1, Math.abs(reference)));

/** The greatest difference relative to the reference. */
export const largestRelativeError = (found: Numbers, expected: Numbers): number => greatest(found, expected, Math.abs);
