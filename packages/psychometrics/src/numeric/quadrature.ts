import { normal } from './distributions/normal.ts';

/** Points and their weights: Σ w f(x) stands for an integral. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** A family of orthonormal polynomials by its recurrence b_(j+1) p_(j+1) = x p_j − b_j p_(j−1); mass 1. */
interface Family {
  readonly b: (j: number) => number;
  /** All nodes of the n-point rule lie within ± this. */
  readonly bound: (n: number) => number;
}

/** How many eigenvalues of the n × n Jacobi matrix lie below x (Sturm). */
function countBelow({ b }: Family, n: number, x: number): number {
  let below = 0;
  let pivot = -x;
  for (let j = 1; ; j += 1) {
    if (pivot < 0) below += 1;
    if (j >= n) return below;
    pivot = -x - b(j) ** 2 / (pivot === 0 ? 1e-300 : pivot);
  }
}

/** The polynomials p_0 … p_(n−1) and p_n b_n at x: the sum of squares of the first, the value and slope of the last. */
function evaluate({ b }: Family, n: number, x: number): { readonly squares: number; readonly step: number } {
  let [before, at] = [0, 1];
  let [slopeBefore, slope] = [0, 0];
  let squares = 0;
  for (let j = 0; j < n; j += 1) {
    squares += at * at;
    const scale = j + 1 === n ? 1 : b(j + 1);
    const down = j === 0 ? 0 : b(j);
    const next = (x * at - down * before) / scale;
    const nextSlope = (at + x * slope - down * slopeBefore) / scale;
    [before, at, slopeBefore, slope] = [at, next, slope, nextSlope];
  }
  return { squares, step: at / slope };
}

/** Nodes are halved apart by Sturm counts, then polished by Newton; symmetric about 0 by construction. */
function gauss(family: Family, n: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let k = Math.ceil(n / 2); k < n || (k === 0 && n === 1); k += 1) {
    let low = -1e-9;
    let high = family.bound(n);
    for (let halving = 0; halving < 50; halving += 1) {
      const middle = (low + high) / 2;
      if (countBelow(family, n, middle) > k) high = middle;
      else low = middle;
    }
    let x = (low + high) / 2;
    for (let polish = 0; polish < 3; polish += 1) {
      const next = x - evaluate(family, n, x).step;
      if (next > low - 1e-6 && next < high + 1e-6) x = next;
    }
    const weight = 1 / evaluate(family, n, x).squares;
    nodes.set([x], k);
    nodes.set([-x], n - 1 - k);
    weights.set([weight], k);
    weights.set([weight], n - 1 - k);
  }
  if (n % 2 === 1) {
    nodes[n >> 1] = 0;
    weights[n >> 1] = 1 / evaluate(family, n, 0).squares;
  }
  return { nodes, weights };
}

function requireNodes(n: number, most: number): void {
  if (!(Number.isInteger(n) && n >= 1 && n <= most)) {
    throw new RangeError(`${n} is no number of quadrature points; give a whole number from 1 to ${most}`);
  }
}

/**
 * The Gauss–Hermite rule for the standard normal density: Σ w f(x) = ∫ φ(x) f(x) dx, exact for polynomials up to degree
 * 2n − 1. Nodes rising; the weights sum to 1.
 *
 * @param n 1 to 400; far nodes of large rules have weights that leave the range of numbers and are 0.
 * @see Golub & Welsch (1969), Mathematics of Computation 23(106).
 */
export function gaussHermite(n: number): Quadrature {
  requireNodes(n, 400);
  return gauss({ b: Math.sqrt, bound: (size) => 2 * Math.sqrt(size) + 1 }, n);
}

/**
 * The Gauss–Legendre rule: Σ w f(x) = ∫ f(x) dx from `low` to `high`, exact for polynomials up to degree 2n − 1. Nodes
 * rising.
 *
 * @param n 1 to 2000.
 */
export function gaussLegendre(n: number, low: number, high: number): Quadrature {
  requireNodes(n, 2000);
  const { nodes, weights } = gauss({ b: (j) => j / Math.sqrt(4 * j * j - 1), bound: () => 1 }, n);
  const half = (high - low) / 2;
  return { nodes: nodes.map((x) => low + half * (1 + x)), weights: weights.map((w) => w * 2 * half) };
}

/**
 * Evenly spaced points from `low` to `high` with weights in proportion to a normal density, normalized to sum 1.
 *
 * @throws {RangeError} without a standard deviation above 0, or when all weights vanish.
 */
export function normalGrid(n: number, low: number, high: number, mean = 0, sd = 1): Quadrature {
  requireNodes(n, 100_000);
  if (!(sd > 0)) throw new RangeError(`a normal density wants a standard deviation above 0, not ${sd}`);
  const nodes = Float64Array.from({ length: n }, (_, k) =>
    n === 1 ? (low + high) / 2 : low + ((high - low) * k) / (n - 1),
  );
  const density = nodes.map((x) => normal.density((x - mean) / sd));
  const total = density.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError(`the points from ${low} to ${high} lie where the normal density vanishes`);
  return { nodes, weights: density.map((weight) => weight / total) };
}
