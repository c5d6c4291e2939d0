import type { Rating } from '../ratings.ts';

/** One score in a design with several facets: one element of each facet, in the order of the facets. */
export interface FacetRating {
  readonly person: string;
  readonly elements: readonly string[];
  /** A whole number from 0. */
  readonly score: number;
}

/** Ratings with any number of facets besides the person. */
export interface FacetData {
  /** Names of the facets, such as `item` and `rater`. */
  readonly facets: readonly string[];
  readonly ratings: readonly FacetRating[];
}

/**
 * Single ratings as a design with the facets item (where there are items), rater and, when asked for, time.
 *
 * @throws {RangeError} when `time` is asked for and a rating has none.
 */
export function facetsOf(records: readonly Rating[], options: { readonly time?: boolean } = {}): FacetData {
  const items = new Set(records.map(({ item }) => item)).size > 1;
  const facets = [...(items ? ['item'] : []), 'rater', ...(options.time === true ? ['time'] : [])];
  const ratings = records.map(({ person, item, rater, time, score }): FacetRating => {
    if (options.time === true && time === null)
      throw new RangeError(`the rating of ${person} by ${rater} has no time; give a column "time"`);
    return {
      person,
      score,
      elements: [...(items ? [item ?? ''] : []), rater, ...(options.time === true ? [time ?? ''] : [])],
    };
  });
  return { facets, ratings };
}

/** An element left out because its scores say nothing about where it stands. */
export interface ExtremeElement {
  readonly facet: string;
  readonly id: string;
  readonly n: number;
  /** All its ratings are the lowest, or the highest, that can be given. */
  readonly score: 'lowest' | 'highest';
}

/** The data in numbers: elements, categories and persons as indexes. */
export interface FacetDesign {
  readonly facets: readonly { readonly name: string; readonly elements: readonly string[] }[];
  readonly persons: readonly string[];
  /** Groups of steps: one for all, or one per element of the facet with its own steps. */
  readonly groups: readonly { readonly id: string; readonly scores: readonly number[] }[];
  /** One per rating: person, elements, group and category (index into the group's scores). */
  readonly observations: readonly FacetObservation[];
  readonly extremes: readonly ExtremeElement[];
}

/** One rating in indexes. */
export interface FacetObservation {
  readonly person: number;
  readonly elements: readonly number[];
  readonly group: number;
  readonly category: number;
}

/**
 * Turns ratings into indexes; leaves out, again and again, elements with only lowest or only highest scores.
 *
 * Scores that nobody gave within a group of steps are closed up: the categories are those observed.
 *
 * @param stepsOf the facet whose elements have steps of their own; null for one rating scale.
 * @throws {RangeError} naming a score that is no whole number from 0, or a rating with another number of facets.
 */
export function facetDesign({ facets, ratings }: FacetData, stepsOf: string | null): FacetDesign {
  const own = stepsOf === null ? -1 : facets.indexOf(stepsOf);
  if (stepsOf !== null && own < 0)
    throw new RangeError(`there is no facet "${stepsOf}"; the facets are ${facets.join(', ')}`);
  ratings.forEach(({ elements, score, person }, at) => {
    if (elements.length !== facets.length)
      throw new RangeError(`rating ${at + 1} names ${elements.length} elements where ${facets.length} facets stand`);
    if (!Number.isInteger(score) || score < 0) {
      throw new RangeError(
        `rating ${at + 1} (person ${person}, ${elements.join(', ')}): ${score} is no category; give whole numbers from 0`,
      );
    }
  });
  requireSingle(ratings);
  const extremes: ExtremeElement[] = [];
  let kept = ratings;
  for (let round = 0; round <= ratings.length; round += 1) {
    const found = findExtremes(facets, kept, own);
    if (found.length === 0) break;
    extremes.push(...found);
    kept = kept.filter(({ elements }) => !found.some(({ facet, id }) => elements[facets.indexOf(facet)] === id));
  }
  const index = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, at) => [id, at]));
  const elementIds = facets.map((_, facet) => [...new Set(kept.map(({ elements }) => elements[facet] ?? ''))]);
  const persons = [...new Set(kept.map(({ person }) => person))];
  const groupIds = own < 0 ? ['all'] : (elementIds[own] ?? []);
  const groupOf = ({ elements }: FacetRating): number => (own < 0 ? 0 : (groupIndex.get(elements[own] ?? '') ?? 0));
  const groupIndex = index(groupIds);
  const scores = groupIds.map(() => new Set<number>());
  for (const rating of kept) scores[groupOf(rating)]?.add(rating.score);
  const sorted = scores.map((values) => [...values].sort((a, b) => a - b));
  const categories = sorted.map((values) => new Map(values.map((score, category) => [score, category])));
  const elementIndex = elementIds.map(index);
  const personIndex = index(persons);
  return {
    facets: facets.map((name, facet) => ({ name, elements: elementIds[facet] ?? [] })),
    persons,
    groups: groupIds.map((id, group) => ({ id, scores: sorted[group] ?? [] })),
    observations: kept.map((rating): FacetObservation => {
      const group = groupOf(rating);
      return {
        person: personIndex.get(rating.person) ?? 0,
        elements: rating.elements.map((id, facet) => elementIndex[facet]?.get(id) ?? 0),
        group,
        category: categories[group]?.get(rating.score) ?? 0,
      };
    }),
    extremes,
  };
}

function findExtremes(
  facets: readonly string[],
  ratings: readonly FacetRating[],
  own: number,
): readonly ExtremeElement[] {
  const bounds = new Map<string, { low: number; high: number }>();
  const groupOf = ({ elements }: FacetRating): string => (own < 0 ? '' : (elements[own] ?? ''));
  for (const rating of ratings) {
    const bound = bounds.get(groupOf(rating)) ?? { low: rating.score, high: rating.score };
    bound.low = Math.min(bound.low, rating.score);
    bound.high = Math.max(bound.high, rating.score);
    bounds.set(groupOf(rating), bound);
  }
  return facets.flatMap((facet, at) => {
    const tally = new Map<string, { n: number; low: number; high: number }>();
    for (const rating of ratings) {
      const id = rating.elements[at] ?? '';
      const count = tally.get(id) ?? { n: 0, low: 0, high: 0 };
      const bound = bounds.get(groupOf(rating));
      count.n += 1;
      if (rating.score === bound?.low) count.low += 1;
      if (rating.score === bound?.high) count.high += 1;
      tally.set(id, count);
    }
    return [...tally].flatMap(([id, { n, low, high }]): ExtremeElement[] =>
      low === n ? [{ facet, id, n, score: 'lowest' }] : high === n ? [{ facet, id, n, score: 'highest' }] : [],
    );
  });
}

function requireSingle(ratings: readonly FacetRating[]): void {
  const seen = new Set<string>();
  for (const { person, elements } of ratings) {
    const key = JSON.stringify([person, ...elements]);
    if (seen.has(key)) {
      throw new RangeError(
        `person ${person} has two ratings by ${elements.join(', ')}; keep one, or add a facet that tells them apart`,
      );
    }
    seen.add(key);
  }
}
