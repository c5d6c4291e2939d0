import { toCorrelations } from './guttman.ts';
import type { ItemCovariance } from './item-covariance.ts';

/** McDonald's omega of one common factor. */
export interface OmegaTotal {
  /** (Σλ)² / ((Σλ)² + Σ(1 − λ²)); null with fewer than three items that vary, or where a loading passes 1. */
  readonly omega: number | null;
  /** One per item that varies, in their order. */
  readonly loadings: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A sweep takes m² steps; this bounds the work for any number of items. */
const sweeps = (m: number): number => Math.min(5000, Math.ceil(2e9 / m ** 2));

/**
 * Omega total of the correlations, with one factor by least squares of the residual correlations (minres).
 *
 * @see McDonald (1999), Test Theory; Harman & Jones (1966), Psychometrika 31(3), for minres.
 */
export function omegaTotal(covariance: ItemCovariance): OmegaTotal {
  const { matrix, items } = toCorrelations(covariance);
  const m = items.length;
  const loadings = new Float64Array(m).fill(0.5);
  if (m < 3) return { omega: null, loadings, iterations: 0, converged: false };
  let iterations = 0;
  let change = Infinity;
  while (change > 1e-12 && iterations < sweeps(m)) {
    iterations += 1;
    change = sweep(matrix, loadings);
  }
  const sum = loadings.reduce((total, x) => total + x, 0);
  const unique = loadings.reduce((total, x) => total + 1 - x * x, 0);
  const proper = change <= 1e-12 && loadings.every((x) => Math.abs(x) <= 1);
  return {
    omega: proper ? sum ** 2 / (sum ** 2 + unique) : null,
    loadings: sum < 0 ? loadings.map((x) => -x) : loadings,
    iterations,
    converged: change <= 1e-12,
  };
}

/** Sets each loading in turn to its least-squares value given the others; gives the largest change. */
function sweep(matrix: Float64Array, loadings: Float64Array): number {
  const m = loadings.length;
  let change = 0;
  let squares = loadings.reduce((total, x) => total + x * x, 0);
  for (let a = 0; a < m; a += 1) {
    const old = loadings[a] ?? 0;
    let product = 0;
    for (let b = 0; b < m; b += 1) if (b !== a) product += (matrix[a * m + b] ?? 0) * (loadings[b] ?? 0);
    const others = squares - old * old;
    const next = others > 1e-300 ? product / others : 0;
    squares = others + next * next;
    loadings[a] = next;
    change = Math.max(change, Math.abs(next - old));
  }
  return change;
}
