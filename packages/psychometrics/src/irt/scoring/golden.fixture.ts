import { readFileSync } from 'node:fs';
import catR from '../../../golden/catR_expected.json' with { type: 'json' };
import lsat6Expected from '../../../golden/lsat6_fit_expected.json' with { type: 'json' };
import sat12Expected from '../../../golden/sat12_fit_expected.json' with { type: 'json' };
import scienceExpected from '../../../golden/science_fit_expected.json' with { type: 'json' };
import { OMITTED, type ResponseMatrix, responseMatrix } from '../../data/response-matrix.ts';
import { Random } from '../../numeric/random.ts';
import { type DichotomousModel, dichotomousItem, type GradedItem, type Item } from '../items/item.ts';
import { probabilities } from '../items/response-function.ts';

export { catR, lsat6Expected, sat12Expected, scienceExpected };

/** A reference data set of whole numbers with a header; `shift` is added to each. */
export function goldenResponses(name: string, shift = 0): ResponseMatrix {
  const text = readFileSync(new URL(`../../../golden/${name}`, import.meta.url), 'utf8').replaceAll('"', '');
  const [header = '', ...rows] = text.trim().split('\n');
  return responseMatrix(
    rows.map((row) => row.split(',').map((cell) => Number(cell) + shift)),
    { items: header.split(',') },
  );
}

type Parameters = Readonly<Record<string, { readonly a1: number; readonly d: number; readonly g: number }>>;

export const dichotomous = (parameters: Parameters, model: DichotomousModel): readonly Item[] =>
  Object.entries(parameters).map(([id, { a1, d, g }]) => ({
    ...{ id, model, discrimination: a1, intercept: d, guessing: g, upper: 1 },
  }));

export const lsat6TwoPl = dichotomous(lsat6Expected.mirt_2pl_MML.items, '2pl');
export const lsat6Rasch = dichotomous(lsat6Expected.mirt_rasch_MML.items, 'rasch');
export const lsat6RaschVariance = lsat6Expected.mirt_rasch_MML.cov[0] ?? 0;

const patterns = lsat6Expected.pattern_scores_2pl.rows;
const digits = (pattern: string): number[] => [...pattern].map(Number);

/** The 30 observed patterns of LSAT 6, one row each. */
export const lsat6Patterns = responseMatrix(
  patterns.map(({ pattern }) => digits(pattern)),
  { items: lsat6TwoPl.map(({ id }) => id), persons: patterns.map(({ pattern }) => pattern) },
);

/** LSAT 6: 1,000 persons. */
export const lsat6 = responseMatrix(
  patterns.flatMap(({ pattern, freq }) => Array.from({ length: freq }, () => digits(pattern))),
  { items: lsat6TwoPl.map(({ id }) => id) },
);

export const sat12 = goldenResponses('sat12_scored.csv');
export const sat12TwoPl = dichotomous(sat12Expected.mirt_2pl.items, '2pl');
export const sat12ThreePl = dichotomous(sat12Expected.mirt_3pl_norm_logitg_prior.items, '3pl');

export const science = goldenResponses('science_mirt_4items.csv', -1);
export const scienceGraded: readonly GradedItem[] = Object.entries(scienceExpected.mirt_graded.items).map(
  ([id, { a1, d1, d2, d3 }]) => ({ id, model: 'grm', discrimination: a1, intercepts: [d1, d2, d3] }),
);

/** The 85 items of catR's bank of the Testing Canadian Achievement in Languages. */
export const tcals: readonly Item[] = readFileSync(new URL('../../../golden/tcals_bank.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row, at) => {
    const [discrimination = 0, difficulty = 0, guessing = 0, upper = 1] = row.split(',').map(Number);
    return dichotomousItem({ id: `${at + 1}`, model: '3pl', discrimination, difficulty, guessing, upper });
  });

/** Responses of persons drawn from N(mean, sd²) to the items; a share of them omitted. */
export function simulate(
  items: readonly Item[],
  given: {
    readonly persons: number;
    readonly seed: number;
    readonly omitted?: number;
    readonly thetas?: readonly number[];
  },
): ResponseMatrix {
  const random = new Random(given.seed);
  const rows = Array.from({ length: given.persons }, (_, person) => {
    const theta = given.thetas?.[person] ?? random.normal();
    return items.map((item) => {
      const category = random.pick(probabilities(item, theta));
      return random.uniform() < (given.omitted ?? 0) ? OMITTED : category;
    });
  });
  return responseMatrix(rows, { items: items.map(({ id }) => id) });
}

/** The largest difference between two lists of numbers. */
export const largestDifference = (ours: readonly (number | null)[], theirs: readonly (number | null)[]): number =>
  ours.reduce<number>((most, value, at) => {
    const other = theirs[at];
    return value === null || other === null || other === undefined ? Infinity : Math.max(most, Math.abs(value - other));
  }, 0);
