import catR from '../../../../golden/catR_expected.json' with { type: 'json' };
import lsat6Expected from '../../../../golden/lsat6_fit_expected.json' with { type: 'json' };
import sat12Expected from '../../../../golden/sat12_fit_expected.json' with { type: 'json' };
import scienceExpected from '../../../../golden/science_fit_expected.json' with { type: 'json' };
import { responseMatrix } from '../../../data/response-matrix.ts';
import { lsat6 as lsat6Data, scored, tcalsBank } from '../../../testing/reference-data.ts';
import type { DichotomousModel, GradedItem, Item } from '../../items/item.ts';

export { catR, lsat6Expected, sat12Expected, scienceExpected };

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
export const lsat6 = lsat6Data();

export const sat12 = scored('sat12_scored.csv');
export const sat12TwoPl = dichotomous(sat12Expected.mirt_2pl.items, '2pl');
export const sat12ThreePl = dichotomous(sat12Expected.mirt_3pl_norm_logitg_prior.items, '3pl');

export const science = scored('science_mirt_4items.csv', { shift: -1 });
export const scienceGraded: readonly GradedItem[] = Object.entries(scienceExpected.mirt_graded.items).map(
  ([id, { a1, d1, d2, d3 }]) => ({ id, model: 'grm', discrimination: a1, intercepts: [d1, d2, d3] }),
);

/** The 85 items of catR's bank of the Testing Canadian Achievement in Languages. */
export const { items: tcals } = tcalsBank();
