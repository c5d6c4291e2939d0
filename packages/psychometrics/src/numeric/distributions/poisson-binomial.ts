/**
 * The mass of the number of successes in independent trials of unequal probability, 0 to n: exact, by folding in one
 * trial after the other.
 *
 * @param probabilities each in [0, 1].
 * @returns n + 1 masses that sum to 1; each to a relative n · 1e-16, for all terms are positive.
 * @throws {RangeError} naming the place of what is no probability.
 * @see Lord & Wingersky (1984), Applied Psychological Measurement 8(4).
 */
export function poissonBinomial(probabilities: ArrayLike<number>): Float64Array {
  const n = probabilities.length;
  const mass = new Float64Array(n + 1);
  mass[0] = 1;
  for (let trial = 0; trial < n; trial += 1) {
    const p = probabilities[trial] ?? 0;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`number ${trial + 1}, ${p}, is no probability; give 0 to 1`);
    for (let k = trial + 1; k > 0; k -= 1) mass[k] = (mass[k] ?? 0) * (1 - p) + (mass[k - 1] ?? 0) * p;
    mass[0] = (mass[0] ?? 0) * (1 - p);
  }
  return mass;
}
