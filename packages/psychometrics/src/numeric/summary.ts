/** The sum with Neumaier's compensation: exact to the last digit or two however many there are; 0 of none. */
export function sum(xs: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let n = 0; n < xs.length; n += 1) {
    const x = xs[n] ?? 0;
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return total + lost;
}

/** @throws {RangeError} of no numbers. */
export function mean(xs: ArrayLike<number>): number {
  if (xs.length === 0) throw new RangeError('there is no mean of no numbers');
  return sum(xs) / xs.length;
}

/** The variance with n − 1 below. @throws {RangeError} of fewer than two numbers. */
export const variance = (xs: ArrayLike<number>): number => covariance(xs, xs);

/** The root of the variance with n − 1 below. @throws {RangeError} of fewer than two numbers. */
export const standardDeviation = (xs: ArrayLike<number>): number => Math.sqrt(variance(xs));

/** Σ (x − x̄)(y − ȳ), in two passes, corrected for the rounding of the means. */
function crossProduct(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} numbers are not paired with ${ys.length}`);
  const meanX = mean(xs);
  const meanY = mean(ys);
  let products = 0;
  let restX = 0;
  let restY = 0;
  for (let n = 0; n < xs.length; n += 1) {
    const x = (xs[n] ?? 0) - meanX;
    const y = (ys[n] ?? 0) - meanY;
    products += x * y;
    restX += x;
    restY += y;
  }
  return products - (restX * restY) / xs.length;
}

/** The covariance with n − 1 below. @throws {RangeError} of fewer than two pairs, of lists of unequal length. */
export function covariance(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  if (xs.length < 2) throw new RangeError(`a variance takes two numbers, there are ${xs.length}`);
  return crossProduct(xs, ys) / (xs.length - 1);
}

/** All equal, seen without rounding: a computed variance of equal numbers need not be exactly 0. */
const isConstant = (xs: ArrayLike<number>): boolean => Array.from(xs).every((x) => x === xs[0]);

/**
 * Pearson's correlation, in [−1, 1]; null with fewer than two pairs, or where one side does not vary.
 *
 * @throws {RangeError} of lists of unequal length.
 */
export function correlation(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} numbers are not paired with ${ys.length}`);
  if (xs.length < 2 || isConstant(xs) || isConstant(ys)) return null;
  const squares = crossProduct(xs, xs) * crossProduct(ys, ys);
  if (!(squares > 0 && squares < Infinity)) return null;
  const product = Math.sqrt(squares);
  return Math.max(-1, Math.min(1, crossProduct(xs, ys) / product));
}

/**
 * The quantile of numbers in rising order, interpolated linearly between ranks 1 + (n − 1)p (type 7 of Hyndman & Fan
 * 1996, American Statistician 50(4)).
 *
 * @throws {RangeError} of no numbers, of a p that is no probability.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('there is no quantile of no numbers');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability; give a number from 0 to 1`);
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (at - below) * (high - low);
}

/** Ranks from 1; ties share the mean of their ranks. */
export function ranks(xs: ArrayLike<number>): Float64Array {
  const order = Array.from(xs, (x, index) => ({ x, index })).sort((a, b) => a.x - b.x);
  const into = new Float64Array(order.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.x === order[from]?.x) to += 1;
    for (const { index } of order.slice(from, to)) into[index] = (from + 1 + to) / 2;
    from = Math.max(to, from + 1);
  }
  return into;
}
