import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { describe, pearson } from './consensus.ts';
import type { Rating } from './ratings.ts';

/** How far a rater tells the traits of one performance apart, beside the mean of the other raters of it. */
export interface Halo {
  readonly rater: string;
  /** Persons whom the rater rated on at least two traits that somebody else rated too. */
  readonly n: number;
  /** Mean over persons of the standard deviation of the rater's scores across traits, in score points. */
  readonly withinSpread: number | null;
  /** The same of the mean of the other raters. */
  readonly consensusSpread: number | null;
  /** Mean difference of the two and its standard error; below 0 is halo. */
  readonly difference: number | null;
  readonly se: number | null;
  /** Mean correlation between traits over persons, of the rater and of the others' means. */
  readonly interTraitCorrelation: number | null;
  readonly consensusCorrelation: number | null;
  readonly flagged: boolean;
  readonly sample: SampleJudgment;
}

/**
 * Halo: scores of different traits of a performance nearer to each other than the others' scores of it.
 *
 * The mean of several raters varies less than one rater does, so the comparison is on the safe side. Flagged where the
 * spread is below `ratio` times that of the others, the difference is below 0 by more than two standard errors, and the
 * sample is not too small.
 *
 * @param records with items; an item is a trait or criterion.
 * @param options.ratio 0.7 unless told, a convention.
 * @throws {RangeError} without at least two items.
 * @see Saal, Downey & Lahey (1980), Psychological Bulletin 88(2), for both measures.
 */
export function halo(
  records: readonly Rating[],
  options: { readonly ratio?: number; readonly override?: { readonly reason: string } } = {},
): readonly Halo[] {
  const items = [...new Set(records.map(({ item }) => item))];
  if (items.length < 2)
    throw new RangeError(
      'halo needs at least two items (traits, criteria) rated of the same person; give a column "item"',
    );
  const { ratio = 0.7, override } = options;
  const raters = [...new Set(records.map(({ rater }) => rater))];
  const persons = new Map<string, Map<string | null, Map<string, number>>>();
  for (const { person, item, rater, score } of records) {
    const traits = persons.get(person) ?? new Map<string | null, Map<string, number>>();
    const given = traits.get(item) ?? new Map<string, number>();
    given.set(rater, score);
    traits.set(item, given);
    persons.set(person, traits);
  }
  return raters.map((rater): Halo => {
    const own: (number | null)[][] = [];
    const others: (number | null)[][] = [];
    for (const traits of persons.values()) {
      const pair = items.map((item): readonly [number, number] | null => {
        const given = traits.get(item);
        const score = given?.get(rater);
        if (given === undefined || score === undefined || given.size < 2) return null;
        const sum = [...given.values()].reduce((running, value) => running + value, 0);
        return [score, (sum - score) / (given.size - 1)];
      });
      if (pair.filter((value) => value !== null).length < 2) continue;
      own.push(pair.map((value) => value?.[0] ?? null));
      others.push(pair.map((value) => value?.[1] ?? null));
    }
    const spreads = own.map(spread);
    const consensus = others.map(spread);
    const { mean: withinSpread } = describe(spreads);
    const { mean: consensusSpread } = describe(consensus);
    const { mean: difference, se } = describe(spreads.map((value, at) => value - (consensus[at] ?? 0)));
    const sample = judgeSample('ratings', own.length, override);
    const allowed = sample.verdict !== 'too-few' || override !== undefined;
    return {
      rater,
      n: own.length,
      withinSpread,
      consensusSpread,
      difference,
      se,
      interTraitCorrelation: meanCorrelation(own, items.length),
      consensusCorrelation: meanCorrelation(others, items.length),
      flagged:
        allowed &&
        withinSpread !== null &&
        consensusSpread !== null &&
        withinSpread < ratio * consensusSpread &&
        difference !== null &&
        difference < -2 * (se ?? 0),
      sample,
    };
  });
}

const spread = (row: readonly (number | null)[]): number =>
  Math.sqrt(describe(row.filter((value) => value !== null)).variance ?? 0);

function meanCorrelation(rows: readonly (readonly (number | null)[])[], width: number): number | null {
  const known: number[] = [];
  for (let a = 0; a < width; a += 1) {
    for (let b = a + 1; b < width; b += 1) {
      const both = rows.filter((row) => (row[a] ?? null) !== null && (row[b] ?? null) !== null);
      const r = pearson(
        both.map((row) => row[a] ?? 0),
        both.map((row) => row[b] ?? 0),
      );
      if (r !== null) known.push(r);
    }
  }
  return describe(known).mean;
}
