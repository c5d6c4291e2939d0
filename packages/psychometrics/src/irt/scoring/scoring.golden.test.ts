import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { largestDifference } from '../../testing/deviation.ts';
import { empiricalReliability, marginalReliability } from '../information/reliability.ts';
import { expectedSumScore, testInformation } from '../information/test-information.ts';
import type { Item } from '../items/item.ts';
import { type PersonScore, scorePersons } from './score-persons.ts';
import { scoreSample } from './score-sample.ts';
import { sumScoreDistribution } from './sum-score.ts';
import {
  catR,
  lsat6,
  lsat6Expected,
  lsat6Patterns,
  lsat6Rasch,
  lsat6RaschVariance,
  lsat6TwoPl,
  sat12,
  sat12Expected,
  sat12TwoPl,
  science,
  scienceExpected,
  scienceGraded,
  tcals,
} from './testing/reference.ts';

const thetas = (scores: readonly PersonScore[]): readonly (number | null)[] => scores.map(({ theta }) => theta);
const each = <T, K extends keyof T>(rows: readonly T[], column: K): readonly T[K][] => rows.map((row) => row[column]);
const errors = (scores: readonly PersonScore[]): readonly (number | null)[] => scores.map(({ se }) => se);

describe('EAP', () => {
  it('is the reference for every pattern of LSAT 6 (both sums over nodes are exact to 1e-9)', () => {
    const { rows } = lsat6Expected.pattern_scores_2pl;
    const scores = scorePersons(lsat6Patterns, lsat6TwoPl, { method: 'eap' });
    expect(largestDifference(thetas(scores), each(rows, 'EAP'))).toBeLessThan(1e-9);
    expect(largestDifference(errors(scores), each(rows, 'EAP_se'))).toBeLessThan(1e-9);
  });

  it('takes the variance of the population into account (Rasch)', () => {
    const scores = scorePersons(lsat6Patterns, lsat6Rasch, { method: 'eap', variance: lsat6RaschVariance });
    const rows = lsat6Expected.EAP_rasch_by_pattern;
    expect(largestDifference(thetas(scores), each(rows, 'EAP'))).toBeLessThan(1e-9);
    expect(largestDifference(errors(scores), each(rows, 'se'))).toBeLessThan(1e-9);
  });

  it('is the reference for the graded items of Science', () => {
    const rows = scienceExpected.graded_EAP_first20;
    const scores = scorePersons(science, scienceGraded, { method: 'eap' }).slice(0, 20);
    expect(largestDifference(thetas(scores), each(rows, 'EAP'))).toBeLessThan(1e-9);
    expect(largestDifference(errors(scores), each(rows, 'se'))).toBeLessThan(1e-9);
  });

  it('is the reference for SAT 12 over its own nodes, which cost it 1e-5 at all right', () => {
    const rows = sat12Expected.persons_first25_2pl;
    const own = { method: 'eap', nodes: 61, range: [-6, 6] } as const;
    const scores = scorePersons(sat12, sat12TwoPl, own).slice(0, rows.length);
    expect(largestDifference(thetas(scores), each(rows, 'EAP'))).toBeLessThan(1e-9);
    expect(largestDifference(errors(scores), each(rows, 'EAP_se'))).toBeLessThan(1e-9);
    const finer = scorePersons(sat12, sat12TwoPl, { method: 'eap' }).slice(0, rows.length);
    expect(largestDifference(thetas(finer), thetas(scores))).toBeLessThan(1e-5);
  });
});

describe('MAP, ML and WLE', () => {
  const rows = lsat6Expected.pattern_scores_2pl.rows;

  it('MAP and WLE are the reference for LSAT 6, within the 1e-5 at which its optimizer stops', () => {
    const map = scorePersons(lsat6Patterns, lsat6TwoPl, { method: 'map' });
    expect(largestDifference(thetas(map), each(rows, 'MAP'))).toBeLessThan(1e-5);
    expect(largestDifference(errors(map), each(rows, 'MAP_se'))).toBeLessThan(1e-5);
    const wle = scorePersons(lsat6Patterns, lsat6TwoPl, { method: 'wle', information: 'observed' });
    expect(largestDifference(thetas(wle), each(rows, 'WLE'))).toBeLessThan(1e-5);
    // Its standard error is a Hessian by finite differences: four digits.
    expect(largestDifference(errors(wle), each(rows, 'WLE_se'))).toBeLessThan(2e-4);
  });

  it('ML is the reference for LSAT 6, and null with the reason for all right and all wrong', () => {
    const scores = scorePersons(lsat6Patterns, lsat6TwoPl, { method: 'ml' });
    scores.forEach(({ theta, se, reason }, at) => {
      const { ML, ML_se } = rows[at] ?? { ML: 0, ML_se: 0 };
      if (typeof ML === 'string') {
        expect({ theta, se }).toEqual({ theta: null, se: null });
        expect(reason).toMatch(/rises without end/);
      } else {
        expect(Math.abs((theta ?? 99) - ML)).toBeLessThan(1e-5);
        expect(Math.abs((se ?? 99) - (ML_se ?? 0))).toBeLessThan(1e-4);
      }
    });
  });

  it('WLE is the second reference for every sum score of the Rasch model, within the 1e-4 at which that stops', () => {
    const { xsi, WLE_by_rawscore } = lsat6Expected.TAM_rasch_MML;
    const items: readonly Item[] = Object.entries(xsi).map(([id, b]) => ({
      ...{ id, model: 'rasch', discrimination: 1, intercept: -b, guessing: 0, upper: 1 },
    }));
    const data = responseMatrix(
      WLE_by_rawscore.map(({ raw }) => items.map((_, item) => (item < raw ? 1 : 0))),
      { items: items.map(({ id }) => id) },
    );
    const scores = scorePersons(data, items, { method: 'wle' });
    expect(
      largestDifference(
        thetas(scores),
        WLE_by_rawscore.map(({ theta }) => theta),
      ),
    ).toBeLessThan(1e-4);
    expect(
      largestDifference(
        errors(scores),
        WLE_by_rawscore.map(({ se }) => se),
      ),
    ).toBeLessThan(1e-4);
  });

  it('the reliability of WLE is the second reference, within the 1e-4 of its estimates', () => {
    const { xsi, WLE_rel } = lsat6Expected.TAM_rasch_MML;
    const items: readonly Item[] = Object.entries(xsi).map(([id, b]) => ({
      ...{ id, model: 'rasch', discrimination: 1, intercept: -b, guessing: 0, upper: 1 },
    }));
    const scores = scorePersons(lsat6, items, { method: 'wle' });
    expect(Math.abs((empiricalReliability(scores, false) ?? 9) - WLE_rel)).toBeLessThan(1e-4);
  });

  it('MAP and WLE of graded items are the reference, within the 1e-5 at which its optimizer stops', () => {
    const expected = scienceExpected.graded_MAP_WLE_first20;
    const map = scorePersons(science, scienceGraded, { method: 'map' }).slice(0, 20);
    expect(
      largestDifference(
        thetas(map),
        expected.map(({ MAP }) => MAP),
      ),
    ).toBeLessThan(1e-5);
    expect(
      largestDifference(
        errors(map),
        expected.map(({ MAP_se }) => MAP_se),
      ),
    ).toBeLessThan(2e-5);
    const wle = scorePersons(science, scienceGraded, { method: 'wle', information: 'observed' }).slice(0, 20);
    expect(
      largestDifference(
        thetas(wle),
        expected.map(({ WLE }) => WLE),
      ),
    ).toBeLessThan(1e-5);
    expect(
      largestDifference(
        errors(wle),
        expected.map(({ WLE_se }) => WLE_se),
      ),
    ).toBeLessThan(1e-4);
  });
});

describe('sum scores and the test as a whole', () => {
  it('EAP by sum score, its errors and the expected frequencies are the reference for LSAT 6', () => {
    const { sumScores } = scoreSample(lsat6, lsat6TwoPl, { method: 'eapsum' });
    const rows = lsat6Expected.EAPsum_2pl;
    expect(sumScores?.map(({ observed }) => observed)).toEqual(each(rows, 'observed'));
    expect(largestDifference(sumScores?.map(({ theta }) => theta) ?? [], each(rows, 'F1'))).toBeLessThan(1e-9);
    expect(largestDifference(sumScores?.map(({ se }) => se) ?? [], each(rows, 'SE_F1'))).toBeLessThan(1e-9);
    // The reference sums to n over its truncated nodes: 1e-6 of 1,000 persons.
    const expected = rows.map((row) => row.expected);
    expect(largestDifference(sumScores?.map((row) => row.expected) ?? [], expected)).toBeLessThan(1e-5);
  });

  it('the distribution of sum scores is that of all patterns, item by item (2^5 patterns)', () => {
    const masses = sumScoreDistribution(lsat6TwoPl, 0.3);
    expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 14);
    const mean = masses.reduce((sum, mass, score) => sum + mass * score, 0);
    expect(mean).toBeCloseTo(expectedSumScore(lsat6TwoPl, 0.3), 13);
  });

  it('information and expected score are the reference', () => {
    const { theta, info, expected_score } = lsat6Expected.test_info_2pl;
    const ours = theta.map((at) => testInformation(lsat6TwoPl, at));
    expect(largestDifference(ours, info)).toBeLessThan(1e-10);
    expect(
      largestDifference(
        theta.map((at) => expectedSumScore(lsat6TwoPl, at)),
        expected_score,
      ),
    ).toBeLessThan(1e-9);
    const graded = scienceExpected.graded_testinfo;
    expect(
      largestDifference(
        graded.theta.map((at) => testInformation(scienceGraded, at)),
        graded.info,
      ),
    ).toBeLessThan(1e-8);
    const banked = catR.test_info.map(({ theta: at }) => testInformation(tcals, at));
    expect(
      largestDifference(
        banked,
        catR.test_info.map(({ info: value }) => value),
      ),
    ).toBeLessThan(1e-8);
  });

  it('marginal and empirical reliability are the reference', () => {
    expect(marginalReliability(lsat6TwoPl)).toBeCloseTo(lsat6Expected.marginal_rxx_2pl, 9);
    expect(marginalReliability(sat12TwoPl)).toBeCloseTo(sat12Expected.marginal_rxx, 7);
    const scores = scorePersons(lsat6, lsat6TwoPl, { method: 'eap' });
    expect(empiricalReliability(scores, true)).toBeCloseTo(lsat6Expected.empirical_rxx_EAP_2pl, 9);
  });
});
