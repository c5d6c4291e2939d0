import { expect, test } from 'vitest';
import { goldenTable } from '../testing/golden.ts';
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
  kappaJson,
  krippendorffAlpha,
  krippendorffJson,
  manyFacetJson,
  manyFacetRasch,
  pairwiseKappa,
  performancesByRaters,
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
} from './index.ts';
import { simulateRatings } from './testing/simulate-ratings.ts';

const anxiety = readRatings(goldenTable('irr_anxiety.csv'));
const records = simulateRatings({
  persons: 40,
  items: [0, 0.5],
  severities: [0, 0.4, -0.4],
  steps: [-1, 0, 1],
  seed: 1,
});

test('the JSON has the terms of the method and no number that is none', () => {
  const study = gStudy(records);
  const all = {
    kappa: kappaJson(
      pairwiseKappa({
        ...anxiety,
        raters: anxiety.raters.slice(0, 2),
        scores: anxiety.scores.map((row) => row.slice(0, 2)),
      }),
    ),
    weighted: kappaJson(pairwiseKappa(anxiety, { weights: 'quadratic' })),
    fleiss: fleissJson(fleissKappa(anxiety)),
    alpha: krippendorffJson(krippendorffAlpha(anxiety)),
    icc: intraclassJson(intraclassCorrelations(anxiety)),
    gStudy: gStudyJson(study, dStudy(study)),
    mfrm: manyFacetJson(manyFacetRasch(facetsOf(records))),
  };
  expect(all.kappa).toMatchObject({ n: 20, raters: ['rater1', 'rater2'], ci: expect.any(Array) });
  expect(all.weighted).toMatchObject({
    kappa: expect.any(Number),
    weightedKappa: expect.any(Number),
    pairs: { length: 3 },
  });
  expect(all.icc).toMatchObject({ byForm: { 'ICC(2,1)': expect.closeTo(0.198, 3) } });
  expect(all.gStudy).toMatchObject({ design: 'p×r×i', dStudy: [{ generalizability: expect.any(Number) }] });
  expect(all.mfrm).toMatchObject({ facets: [{ name: 'item' }, { name: 'rater' }], deviance: expect.any(Number) });
  expect(JSON.stringify(all)).not.toMatch(/NaN|Infinity|undefined/);
});

test('every method can be read by people: rows as wide as their headings, no NaN', () => {
  const study = gStudy(records);
  const timed = records.map((record) => ({ ...record, time: Number(record.person.slice(1)) < 20 ? '1' : '2' }));
  const ratings = performancesByRaters(records);
  for (const { sections, title, facts } of [
    presentKappa(pairwiseKappa(anxiety, { weights: 'linear' }), agreement(anxiety)),
    presentFleiss(fleissKappa(anxiety)),
    presentKrippendorff(krippendorffAlpha(anxiety)),
    presentIntraclass(intraclassCorrelations(anxiety)),
    presentGStudy(study, dStudy(study, { raters: [1, 2, 3] })),
    presentManyFacet(manyFacetRasch(facetsOf(records))),
    presentRaterEffects(raterEffects(ratings)),
    presentHalo(halo(records)),
    presentDrift(drift(timed)),
  ]) {
    expect(title).not.toBe('');
    expect(facts.length).toBeGreaterThan(0);
    for (const { columns, rows } of sections.flatMap(({ tables }) => tables)) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(JSON.stringify({ sections, facts })).not.toMatch(/NaN|undefined|null/);
  }
});

test('wide, long and half-long tables hold the same ratings', () => {
  const wide = readRatings({
    columns: ['id', 'x', 'y'],
    rows: [
      ['a', '1', '2'],
      ['b', '', '3'],
    ],
  });
  const long = readRatings({
    columns: ['person', 'rater', 'score'],
    rows: [
      ['a', 'x', '1'],
      ['a', 'y', '2'],
      ['b', 'x', ''],
      ['b', 'y', '3'],
    ],
  });
  expect(long).toEqual(wide);
  const half = readRatingRecords({ columns: ['person', 'rater', 'style', 'content'], rows: [['a', 'x', '1', '']] });
  expect(half).toEqual([{ person: 'a', rater: 'x', item: 'style', time: null, score: 1 }]);
});

test('cells that cannot be read are named with their row and column', () => {
  expect(() => readRatingRecords({ columns: ['person', 'rater', 'score'], rows: [['a', 'x', 'good']] })).toThrow(
    /row 1, column score: "good"/,
  );
  expect(() => readRatingRecords({ columns: ['person', 'rater', 'score'], rows: [['a', '', '1']] })).toThrow(
    /names no rater/,
  );
  expect(() =>
    readRatings({
      columns: ['x', 'y'],
      rows: [
        ['good', 'bad'],
        ['1', '2'],
      ],
    }),
  ).toThrow(/row 2 holds numbers/);
  expect(() =>
    readRatings({
      columns: ['person', 'rater', 'score'],
      rows: [
        ['a', 'x', '1'],
        ['a', 'x', '2'],
      ],
    }),
  ).toThrow(/more than once/);
});
