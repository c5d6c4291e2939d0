/**
 * Moments about 0 of true scores (as shares of the maximum) from a frequency distribution of observed scores.
 *
 * The error is binomial, or Lord's two-term approximation to a compound binomial, for which the r-th factorial moment of the
 * score given the true score t is N⁽ʳ⁾tʳ − k r(r − 1)(N − 2)⁽ʳ⁻²⁾tʳ⁻¹(1 − t).
 *
 * @param counts how many candidates have each score 0, 1, 2, …
 * @param scale what a score is multiplied by to lie between 0 and `length`.
 * @param length N: items, or the effective test length, which need not be whole.
 * @param lordK k; 0 for binomial errors.
 * @param count how many moments are wanted, at most 4, and fewer than `length` + 1.
 * @see Lord (1965), Psychometrika 30(3); Hanson (1991), ACT Research Report 91-5.
 */
export function trueScoreMoments(
  counts: ArrayLike<number>,
  scale: number,
  length: number,
  lordK: number,
  count: number,
): readonly number[] {
  const moments: number[] = [1];
  for (let r = 1; r <= count; r += 1) {
    const correction = r < 2 ? 0 : lordK * r * (r - 1) * falling(length - 2, r - 2);
    const observed = meanFalling(counts, scale, r);
    moments.push((observed + correction * (moments[r - 1] ?? 0)) / (falling(length, r) + correction));
  }
  return moments.slice(1);
}

/** x(x − 1) … (x − r + 1). */
function falling(x: number, r: number): number {
  let product = 1;
  for (let s = 0; s < r; s += 1) product *= x - s;
  return product;
}

function meanFalling(counts: ArrayLike<number>, scale: number, r: number): number {
  let n = 0;
  let sum = 0;
  for (let score = 0; score < counts.length; score += 1) {
    const count = counts[score] ?? 0;
    if (count === 0) continue;
    n += count;
    sum += count * falling(score * scale, r);
  }
  return sum / n;
}

/**
 * Lord's k, by which the two-term approximation has the error variance that the reliability says.
 *
 * @param mean in score points; `variance` of observed scores; `reliability` of them.
 * @returns at least 0; null where the true scores would leave no room for error.
 * @see Lord (1965).
 */
export function lordK(items: number, mean: number, variance: number, reliability: number): number | null {
  const room = mean * (items - mean) - reliability * variance;
  if (!(room > 0)) return null;
  const error = (1 - reliability) * variance;
  return Math.max(0, (items - (items * items * error) / room) / 2);
}
