import { expMinusSquare, scaledErfc } from '../special/error-function.ts';
import { erfc } from '../special.ts';
import { requireProbability } from './invert.ts';

// Wichura (1988), algorithm AS 241, PPND16; from the highest power down.
// biome-ignore format: tables
const CENTER = [
  [2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665],
  [5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1],
] as const;
// biome-ignore format: tables
const MIDDLE = [
  [0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
  [1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1],
] as const;
// biome-ignore format: tables
const TAIL = [
  [2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103],
  [2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1],
] as const;

function ratio([above, below]: readonly [readonly number[], readonly number[]], x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let n = 0; n < above.length; n += 1) {
    numerator = numerator * x + (above[n] ?? 0);
    denominator = denominator * x + (below[n] ?? 0);
  }
  return numerator / denominator;
}

/** P(Z > z). */
function upper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('NaN has no place in a normal distribution');
  if (z < 1) return erfc(z * Math.SQRT1_2) / 2;
  return z > 39 ? 0 : (expMinusSquare(z, 2) * scaledErfc(z * Math.SQRT1_2)) / 2;
}

/** The quantile of AS 241. */
function quantile(p: number): number {
  requireProbability(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTER, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5);
  return q < 0 ? -size : size;
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The standard normal distribution.
 *
 * `cdf` and `upper` keep a relative 1e-15 in their small tails, down to 1e-308 (Cody 1969); `quantile` is exact to a
 * relative 1e-15 and −Infinity at 0, Infinity at 1 (Wichura 1988, AS 241); `twoSided(z)` is P(|Z| ≥ |z|).
 *
 * @throws {RangeError} for NaN; `quantile` for a p that is no probability.
 */
export const normal = {
  density: (x: number): number => expMinusSquare(x, 2) / ROOT_TWO_PI,
  cdf: (x: number): number => upper(-x),
  upper,
  quantile,
  twoSided: (z: number): number => Math.min(1, 2 * upper(Math.abs(z))),
} as const;
