import { type Rating, type Ratings, requireRatings } from './ratings.ts';

/** Persons by raters; by raters and items; by raters nested in items. */
export type GDesign = 'p×r' | 'p×r×i' | 'p×(r:i)';

/** A balanced block of scores: person p, item i, rater r at (p · items + i) · raters + r. */
export interface GScores {
  readonly design: GDesign;
  readonly persons: number;
  readonly raters: number;
  readonly items: number;
  readonly values: Float64Array;
  readonly incomplete: number;
}

/**
 * The balanced block of scores of those persons who have all ratings.
 *
 * @throws {RangeError} that says what makes the design unbalanced or too small.
 */
export function crossedScores(given: Ratings | readonly Rating[]): GScores {
  if ('scores' in given) return fromRatings(given);
  const named = [...new Set(given.map(({ item }) => item))];
  const raters = [...new Set(given.map(({ rater }) => rater))];
  const ofItem = new Map(named.map((item) => [item, new Set<string>()]));
  for (const { item, rater } of given) ofItem.get(item)?.add(rater);
  const nested =
    named.length > 1 && raters.every((rater) => named.filter((item) => ofItem.get(item)?.has(rater)).length === 1);
  const perItem = named.map((item) => (nested ? [...(ofItem.get(item) ?? [])] : raters));
  const counts = perItem.map((own) => own.length);
  const width = counts[0] ?? 0;
  if (counts.some((count) => count !== width)) {
    throw new RangeError(
      `the design is unbalanced: the items have ${counts.join(', ')} raters; take as many raters of each item, or use mfrm`,
    );
  }
  const persons = new Map<string, Float64Array>();
  const slots = new Map<string, number>();
  perItem.forEach((own, item) => {
    own.forEach((rater, at) => {
      slots.set(JSON.stringify([named[item], rater]), item * width + at);
    });
  });
  for (const { person, rater, item, score } of given) {
    const row = persons.get(person) ?? new Float64Array(named.length * width).fill(Number.NaN);
    const slot = slots.get(JSON.stringify([item, rater])) ?? 0;
    if (!Number.isNaN(row[slot] ?? 0)) {
      throw new RangeError(
        `rater ${rater} rated person ${person}${item === null ? '' : ` on item ${item}`} more than once; keep one rating`,
      );
    }
    row[slot] = score;
    persons.set(person, row);
  }
  const complete = [...persons.values()].filter((row) => !row.includes(Number.NaN));
  const design = named.length < 2 ? 'p×r' : nested ? 'p×(r:i)' : 'p×r×i';
  return block(design, complete, width, Math.max(1, named.length), persons.size);
}

function fromRatings(ratings: Ratings): GScores {
  requireRatings(ratings, 'a G-study', 'numbers');
  const complete = ratings.scores
    .filter((row) => !row.includes(null))
    .map((row) => Float64Array.from(row, (score) => score ?? 0));
  return block('p×r', complete, ratings.raters.length, 1, ratings.scores.length);
}

function block(
  design: GDesign,
  complete: readonly Float64Array[],
  raters: number,
  items: number,
  all: number,
): GScores {
  if (complete.length < 2) {
    throw new RangeError(
      `a G-study of the design ${design} needs two persons with all ratings; of ${all} there ${complete.length === 1 ? 'is one' : 'are none'}; leave out raters or items with few ratings, or use mfrm`,
    );
  }
  if (raters < 2) {
    throw new RangeError(
      `a G-study of the design ${design} needs at least two raters${design === 'p×(r:i)' ? ' of each item' : ''}; there is ${raters}`,
    );
  }
  const values = new Float64Array(complete.length * raters * items);
  complete.forEach((row, person) => {
    values.set(row, person * raters * items);
  });
  return { design, persons: complete.length, raters, items, values, incomplete: all - complete.length };
}
