import {
  agreement,
  drift,
  dStudy,
  facetsOf,
  fleissJson,
  fleissKappa,
  gStudy,
  gStudyJson,
  halo,
  intraclassCorrelations,
  intraclassJson,
  isLong,
  type Json,
  type KappaWeights,
  kappaJson,
  krippendorffAlpha,
  krippendorffJson,
  manyFacetJson,
  manyFacetRasch,
  pairwiseKappa,
  presentDrift,
  presentFleiss,
  presentGStudy,
  presentHalo,
  presentIntraclass,
  presentKappa,
  presentKrippendorff,
  presentManyFacet,
  presentRaterEffects,
  raterEffects,
  readRatingRecords,
  readRatings,
  type Table,
} from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import { located } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { defineStats, type Found } from '../stats/stats-command.ts';

const methods = [
  'kappa',
  'weighted-kappa',
  'fleiss',
  'krippendorff',
  'icc',
  'g-study',
  'mfrm',
  'severity',
  'halo',
  'drift',
] as const;

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const WEIGHTS = ['linear', 'quadratic'] as const;

/** What some of the methods are told besides the ratings. */
interface More {
  readonly override: { readonly override?: { readonly reason: string } };
  readonly weights: (typeof WEIGHTS)[number];
  readonly level: (typeof LEVELS)[number];
  readonly stepsOf: string | undefined;
  readonly seed: number | undefined;
  readonly plan: { readonly raters?: readonly number[]; readonly items?: readonly number[]; readonly cut?: number };
}

const objectOf = (json: Json): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : { result: json };

const kappaOf = (table: Table, { override }: More, weights: KappaWeights): Found => {
  const ratings = readRatings(table);
  const result = pairwiseKappa(ratings, { weights, ...override });
  const [first] = result.pairs;
  return {
    json: objectOf(kappaJson(result)),
    present: () => presentKappa(result, agreement(ratings, override)),
    ...given('sample', first?.sample),
  };
};

/** Finds one statistic of ratings. */
const finders: Readonly<Record<(typeof methods)[number], (table: Table, more: More) => Found>> = {
  kappa: (table, more) => kappaOf(table, more, 'none'),
  'weighted-kappa': (table, more) => kappaOf(table, more, more.weights),
  fleiss: (table, { override }) => {
    const result = fleissKappa(readRatings(table), override);
    return { json: objectOf(fleissJson(result)), present: () => presentFleiss(result), sample: result.sample };
  },
  krippendorff: (table, { override, level, seed }) => {
    const result = krippendorffAlpha(readRatings(table), { level, ...given('seed', seed), ...override });
    return {
      json: objectOf(krippendorffJson(result)),
      present: () => presentKrippendorff(result),
      sample: result.sample,
    };
  },
  icc: (table, { override }) => {
    const result = intraclassCorrelations(readRatings(table), override);
    return { json: objectOf(intraclassJson(result)), present: () => presentIntraclass(result), sample: result.sample };
  },
  'g-study': (table, { override, plan }) => {
    const study = gStudy(isLong(table) ? readRatingRecords(table) : readRatings(table), override);
    const rows = dStudy(study, plan);
    return { json: objectOf(gStudyJson(study, rows)), present: () => presentGStudy(study, rows), sample: study.sample };
  },
  severity: (table, { override }) => {
    const raters = raterEffects(readRatings(table), override);
    return { json: { raters }, present: () => presentRaterEffects(raters) };
  },
  halo: (table, { override }) => {
    const raters = halo(readRatingRecords(table), override);
    return { json: { raters }, present: () => presentHalo(raters) };
  },
  drift: (table, { override }) => {
    const result = drift(readRatingRecords(table), override);
    return { json: { ...result }, present: () => presentDrift(result) };
  },
  mfrm: (table, { override, stepsOf }) => {
    const result = manyFacetRasch(facetsOf(readRatingRecords(table)), { ...given('stepsOf', stepsOf), ...override });
    return { json: objectOf(manyFacetJson(result)), present: () => presentManyFacet(result), sample: result.sample };
  },
};

const listOf = (name: string, value: string | undefined): readonly number[] | undefined =>
  value?.split(',').map((part) => {
    const number = wholeOf(name, part.trim(), 1);
    if (number === undefined) throw new UsageError(`--${name} is a list of whole numbers such as 1,2,3.`);
    return number;
  });

export const statsRaters = defineStats({
  name: 'raters',
  summary: 'How far raters agree, and how severe they are',
  description:
    'The ratings: wide, a row per performance and a column per rater; or long, the columns person, rater, perhaps item and\n' +
    'time, and score. kappa and weighted-kappa compare two raters (of more, every pair); mfrm is many-facet Rasch.\n' +
    'severity compares each rater with the others, halo needs items, drift needs times.',
  arguments: [{ name: 'DATA', says: 'The ratings, CSV with a header.' }],
  options: {
    method: { type: 'string', value: 'METHOD', required: true, says: `${methods.join(', ')}.` },
    weights: { type: 'string', value: 'linear|quadratic', says: 'weighted-kappa: quadratic without it.' },
    level: { type: 'string', value: 'LEVEL', says: `krippendorff: ${LEVELS.join(', ')}; nominal without it.` },
    'steps-of': { type: 'string', value: 'FACET', says: 'mfrm: the facet whose elements have steps of their own.' },
    'plan-raters': { type: 'string', value: 'N,N', says: 'g-study: numbers of raters to plan with.' },
    'plan-items': { type: 'string', value: 'N,N', says: 'g-study: numbers of items to plan with.' },
    cut: {
      type: 'string',
      value: 'N',
      says: 'g-study: a cut on the scale of the ratings, for the dependability at it.',
    },
    seed: { type: 'string', value: 'N', says: 'krippendorff: of the bootstrap interval.' },
  },
  examples: [
    'testamur stats raters ratings.csv --method icc',
    'testamur stats raters ratings.csv --method weighted-kappa --weights linear --json',
  ],
  find: async ({ values, positionals: [file = ''], override }) => {
    const method = choice('method', values.method, methods);
    const more: More = {
      override,
      weights: choice('weights', values.weights, WEIGHTS, 'quadratic'),
      level: choice('level', values.level, LEVELS, 'nominal'),
      stepsOf: values['steps-of'],
      seed: wholeOf('seed', values.seed),
      plan: {
        ...given('raters', listOf('plan-raters', values['plan-raters'])),
        ...given('items', listOf('plan-items', values['plan-items'])),
        ...given('cut', numberOf('cut', values.cut)),
      },
    };
    const table = await readTable(file);
    return located(file, () => finders[method](table, more));
  },
});
