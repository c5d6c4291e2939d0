/**
 * Ratings with performances in the rows and raters in the columns.
 *
 * A performance is whatever is rated as one thing: a person's answer to one task, an essay, a portfolio.
 */
export interface Ratings {
  /** Ids; unique. */
  readonly performances: readonly string[];
  /** Ids; unique. */
  readonly raters: readonly string[];
  /** One row per performance, one rating per rater: a score, or the code of a label; null where there is none. */
  readonly scores: readonly (readonly (number | null)[])[];
  /** The labels whose codes 0, 1, … stand in `scores`; null where the ratings are numbers. */
  readonly labels: readonly string[] | null;
}

/** One rating: who was rated by whom, on which item (task, trait, criterion), when, and how. */
export interface Rating {
  readonly person: string;
  readonly rater: string;
  /** Null where there is only one thing to rate per person. */
  readonly item: string | null;
  /** A period, a round or a date, as given; null where the ratings have none. */
  readonly time: string | null;
  readonly score: number;
}

/**
 * Ratings from rows of numbers.
 *
 * @param rows one per performance, one value per rater; null where there is no rating.
 * @throws {RangeError} naming the row that has another length, or the value that is no finite number.
 */
export function ratingsOf(
  rows: readonly (readonly (number | null)[])[],
  ids: { readonly performances?: readonly string[]; readonly raters?: readonly string[] } = {},
): Ratings {
  const raters = ids.raters ?? (rows[0] ?? []).map((_, rater) => `${rater + 1}`);
  const performances = ids.performances ?? rows.map((_, row) => `${row + 1}`);
  if (performances.length !== rows.length) {
    throw new RangeError(
      `there are ${rows.length} rows and ${performances.length} ids of performances; give one per row`,
    );
  }
  rows.forEach((row, at) => {
    if (row.length !== raters.length) {
      throw new RangeError(`row ${at + 1} has ${row.length} ratings where ${raters.length} raters stand`);
    }
    row.forEach((score, rater) => {
      if (score !== null && !Number.isFinite(score)) {
        throw new RangeError(`row ${at + 1}, rater ${raters[rater]}: ${score} is no score; give a number, or null`);
      }
    });
  });
  return { performances, raters, scores: rows, labels: null };
}

/** The column of a rater: one rating per performance. */
export const ratingsBy = ({ scores }: Ratings, rater: number): readonly (number | null)[] =>
  scores.map((row) => row[rater] ?? null);

/** The index of a rater. @throws {RangeError} naming the raters that there are. */
export function raterIndex({ raters }: Ratings, rater: string): number {
  const index = raters.indexOf(rater);
  if (index < 0) throw new RangeError(`there is no rater "${rater}"; the raters are ${raters.join(', ')}`);
  return index;
}

/** The ratings as they come, sorted: the categories that anybody used. */
export function categoriesOf({ scores, labels }: Ratings): readonly number[] {
  if (labels !== null) return labels.map((_, code) => code);
  return [...new Set(scores.flat().filter((score) => score !== null))].sort((a, b) => a - b);
}

/** What a category is called. */
export const categoryName = ({ labels }: Ratings, category: number): string => labels?.[category] ?? `${category}`;

/**
 * Refuses what cannot be computed: words where numbers are needed, fewer than two raters, no performance.
 *
 * @throws {RangeError} that says which, and what can be done.
 */
export function requireRatings(ratings: Ratings, method: string, level: 'numbers' | 'categories'): void {
  const { raters, performances, labels } = ratings;
  if (level === 'numbers' && labels !== null) {
    throw new RangeError(
      `${method} needs ratings that are numbers; here they are words (${labels.slice(0, 3).join(', ')}); use a nominal method, such as kappa or Krippendorff's alpha at nominal level`,
    );
  }
  if (raters.length < 2) {
    throw new RangeError(
      `${method} needs at least two raters; there is ${raters.length === 1 ? `one (${raters[0]})` : 'none'}`,
    );
  }
  if (performances.length === 0) throw new RangeError(`${method} needs at least one rated performance; there is none`);
}
