import type { ResponseMatrix } from '../../data/response-matrix.ts';
import type { Item } from '../items/item.ts';
import { forEachResidual, type Thetas } from './residuals.ts';

/** Mean squares of residuals; null where no response entered. Both are 1 on average where the model holds. */
export interface MeanSquares {
  readonly id: string;
  /** How many responses entered. */
  readonly n: number;
  /** Weighted by information: sensitive to surprises near the person's level. */
  readonly infit: number | null;
  /** Unweighted: sensitive to surprises far from it. */
  readonly outfit: number | null;
  /** Infit on the scale of the normal distribution, by the cube root. */
  readonly infitZ: number | null;
  readonly outfitZ: number | null;
}

/**
 * Infit and outfit of the items, over the persons at the given places.
 *
 * The residuals are taken at estimates, not at true places: shrunken estimates (EAP) make outfit fall below 1, and the
 * z of large samples reports trifles. With ML estimates leave persons with all or nothing right out (θ null).
 *
 * @see Wright & Masters (1982), Rating Scale Analysis, chapter 5; the cube root by Wilson & Hilferty (1931).
 */
export function itemMeanSquares(data: ResponseMatrix, items: readonly Item[], thetas: Thetas): readonly MeanSquares[] {
  const sums = new MeanSquareSums(data.items.length);
  forEachResidual(data, items, thetas, (residual) => sums.add(residual.item, residual));
  return data.items.map((id, item) => sums.result(id, item));
}

/** Infit and outfit of the persons, over the items. @see Wright & Masters (1982), chapter 5. */
export function personMeanSquares(
  data: ResponseMatrix,
  items: readonly Item[],
  thetas: Thetas,
): readonly MeanSquares[] {
  const sums = new MeanSquareSums(data.persons.length);
  forEachResidual(data, items, thetas, (residual) => sums.add(residual.person, residual));
  return data.persons.map((id, person) => sums.result(id, person));
}

class MeanSquareSums {
  readonly #n: Float64Array;
  readonly #squares: Float64Array;
  readonly #standardized: Float64Array;
  readonly #variances: Float64Array;
  /** Σ (fourth moment − variance²): the variance of the sum of squares. */
  readonly #spread: Float64Array;
  /** Σ fourth moment / variance². */
  readonly #kurtosis: Float64Array;

  constructor(length: number) {
    this.#n = new Float64Array(length);
    this.#squares = new Float64Array(length);
    this.#standardized = new Float64Array(length);
    this.#variances = new Float64Array(length);
    this.#spread = new Float64Array(length);
    this.#kurtosis = new Float64Array(length);
  }

  add(at: number, { raw, variance, fourth }: { raw: number; variance: number; fourth: number }): void {
    this.#n[at] = (this.#n[at] ?? 0) + 1;
    this.#squares[at] = (this.#squares[at] ?? 0) + raw * raw;
    this.#standardized[at] = (this.#standardized[at] ?? 0) + (raw * raw) / variance;
    this.#variances[at] = (this.#variances[at] ?? 0) + variance;
    this.#spread[at] = (this.#spread[at] ?? 0) + fourth - variance * variance;
    this.#kurtosis[at] = (this.#kurtosis[at] ?? 0) + fourth / (variance * variance);
  }

  result(id: string, at: number): MeanSquares {
    const n = this.#n[at] ?? 0;
    const variances = this.#variances[at] ?? 0;
    if (n === 0 || !(variances > 0)) return { id, n, infit: null, outfit: null, infitZ: null, outfitZ: null };
    const infit = (this.#squares[at] ?? 0) / variances;
    const outfit = (this.#standardized[at] ?? 0) / n;
    const infitSd = Math.sqrt(Math.max(0, this.#spread[at] ?? 0)) / variances;
    const outfitSd = Math.sqrt(Math.max(0, (this.#kurtosis[at] ?? 0) - n)) / n;
    return { id, n, infit, outfit, infitZ: cubeRootZ(infit, infitSd), outfitZ: cubeRootZ(outfit, outfitSd) };
  }
}

/** A mean square of the given standard deviation as a normal deviate; null where it cannot vary. */
function cubeRootZ(meanSquare: number, sd: number): number | null {
  if (!(sd > 1e-12)) return null;
  return (Math.cbrt(meanSquare) - 1) * (3 / sd) + sd / 3;
}
