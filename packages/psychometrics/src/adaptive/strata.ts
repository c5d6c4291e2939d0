import { difficultyOf, type Item, isDichotomous, thresholdsOf } from '../irt/items/item.ts';

/** a-stratified testing: items of low discrimination first, while the estimate is still rough. */
export interface Strata {
  /** The stratum of each item of the bank, from 0. */
  readonly of: ArrayLike<number>;
  /** How many items are given from each stratum, in their order. */
  readonly lengths: readonly number[];
}

function discriminationOf(item: Item): number {
  return item.model === 'nrm' ? Math.max(...item.slopes) - Math.min(...item.slopes) : Math.abs(item.discrimination);
}

function locationOf(item: Item): number {
  if (isDichotomous(item)) return difficultyOf(item) ?? 0;
  if (item.model === 'nrm') return 0;
  const thresholds = thresholdsOf(item) ?? [0];
  return thresholds.reduce((sum, threshold) => sum + threshold, 0) / thresholds.length;
}

/**
 * Parts a bank into strata of rising discrimination, each with the same spread of difficulty: items are sorted into
 * blocks by difficulty, and each block gives one item to each stratum.
 *
 * @returns the stratum of each item, from 0 (least discriminating).
 * @throws {RangeError} unless 1 ≤ count ≤ items.
 * @see Chang & Ying (1999), Applied Psychological Measurement 23(3); Chang, Qian & Ying (2001), 25(4), for the blocks.
 */
export function stratify(items: readonly Item[], count: number): Int32Array {
  if (!(Number.isInteger(count) && count >= 1 && count <= items.length)) {
    throw new RangeError(`${items.length} items cannot be parted into ${count} strata`);
  }
  const byDifficulty = items
    .map((item, place) => ({ place, a: discriminationOf(item), b: locationOf(item) }))
    .sort((x, y) => x.b - y.b);
  const strata = new Int32Array(items.length);
  for (let from = 0; from < byDifficulty.length; from += count) {
    const block = byDifficulty.slice(from, from + count).sort((x, y) => x.a - y.a);
    block.forEach(({ place }, rank) => {
      // A last block that is not full is spread over all strata.
      strata[place] = Math.floor((rank * count) / block.length);
    });
  }
  return strata;
}

/** The stratum that the next item comes from; the last one when all have given theirs. */
export function currentStratum({ lengths }: Strata, given: number): number {
  let end = 0;
  for (const [stratum, length] of lengths.entries()) {
    end += length;
    if (given < end) return stratum;
  }
  return lengths.length - 1;
}
