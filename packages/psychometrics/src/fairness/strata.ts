import type { MatchedItem } from './matching.ts';

/** One level of the matching score: how many of each group were right and wrong. */
export interface TwoByTwo {
  readonly score: number;
  readonly referenceRight: number;
  readonly referenceWrong: number;
  readonly focalRight: number;
  readonly focalWrong: number;
}

/** One level of the matching score: how many of each group gave each category. */
export interface CategoryStratum {
  readonly score: number;
  readonly reference: Float64Array;
  readonly focal: Float64Array;
}

/**
 * Counts categories by group at each level of the matching score, in rising order of the score.
 *
 * @param categories how many categories the item has, 0 included.
 */
export function categoryStrata({ scores, responses, focal }: MatchedItem, categories: number): CategoryStratum[] {
  const byScore = new Map<number, CategoryStratum>();
  scores.forEach((score, at) => {
    let stratum = byScore.get(score);
    if (stratum === undefined) {
      stratum = { score, reference: new Float64Array(categories), focal: new Float64Array(categories) };
      byScore.set(score, stratum);
    }
    const counts = focal[at] === 1 ? stratum.focal : stratum.reference;
    const category = responses[at] ?? 0;
    counts[category] = (counts[category] ?? 0) + 1;
  });
  return [...byScore.values()].sort((a, b) => a.score - b.score);
}

/** Strata of a dichotomous item as 2 × 2 tables. */
export function twoByTwoStrata(matched: MatchedItem): TwoByTwo[] {
  return categoryStrata(matched, 2).map(({ score, reference, focal }) => ({
    score,
    referenceRight: reference[1] ?? 0,
    referenceWrong: reference[0] ?? 0,
    focalRight: focal[1] ?? 0,
    focalWrong: focal[0] ?? 0,
  }));
}

/** Both groups stand in the stratum, and not everybody answers alike: it says something about the difference. */
export function isInformative({ referenceRight, referenceWrong, focalRight, focalWrong }: TwoByTwo): boolean {
  return (
    referenceRight + referenceWrong > 0 &&
    focalRight + focalWrong > 0 &&
    referenceRight + focalRight > 0 &&
    referenceWrong + focalWrong > 0
  );
}

/**
 * @throws {RangeError} naming the stratum with a count that is negative or not a number.
 */
export function requireCounts(strata: readonly TwoByTwo[]): void {
  strata.forEach((stratum, at) => {
    const { referenceRight, referenceWrong, focalRight, focalWrong } = stratum;
    if (
      ![referenceRight, referenceWrong, focalRight, focalWrong].every((count) => Number.isFinite(count) && count >= 0)
    ) {
      throw new RangeError(
        `stratum ${at + 1} (score ${stratum.score}) has a count below zero or none; counts are needed`,
      );
    }
  });
}
