import { describe, expect, it } from 'vitest';
import golden from '../../../golden/forensics_similarity_expected.json' with { type: 'json' };
import type { Item } from '../../irt/items/item.ts';
import { goldenTable } from '../../testing/golden.ts';
import { abilitiesOf } from './ability.ts';
import { modelAnswers } from './answer-model.ts';
import { answerSheet, answerSheetFromCategories } from './answer-sheet.ts';
import { generalizedBinomialTest } from './gbt.ts';
import { K_VARIANTS, kIndex } from './k-index.ts';
import { m4 } from './m4.ts';
import { MatchCounter } from './match-counts.ts';
import { omega } from './omega.ts';
import { matchProbabilities, modelMatches, pairModel } from './pair-model.ts';
import { WrongProfiles } from './wrong-profile.ts';

const { columns: header, rows } = goldenTable('copy_credential40_planted.csv.gz');
const persons = rows.map((_, row) => `${row + 1}`);
const key = new Map(header.map((id, item) => [id, [`${golden.copying_setup.key[item]}`]]));
const optionSheet = answerSheet({ persons, items: header, responses: rows }, key);
const scores = optionSheet.scores ?? new Int16Array(0);
const scoreSheet = answerSheetFromCategories({ persons, items: header, values: scores });

const nominal = golden.similarity2_NRM_planted.NRM_par.map(
  (row, item): Item => ({ id: header[item] ?? '', model: 'nrm', slopes: row.slice(0, 4), intercepts: row.slice(4) }),
);
const twoParameter = golden.similarity1_2PL_planted.item_par_a_b_c.map(
  ([a = 0, b = 0], item): Item => ({
    id: header[item] ?? '',
    model: '2pl',
    discrimination: a,
    intercept: -a * b,
    guessing: 0,
    upper: 1,
  }),
);

const planted = { copier: golden.copying_setup.copier - 1, source: golden.copying_setup.source - 1 };
const clean = { copier: (golden.clean_pair[0] ?? 0) - 1, source: (golden.clean_pair[1] ?? 0) - 1 };
const cases = [
  {
    name: 'planted pair, 2PL',
    sheet: scoreSheet,
    items: twoParameter,
    expected: golden.similarity1_2PL_planted,
    ...planted,
  },
  {
    name: 'planted pair, nominal',
    sheet: optionSheet,
    items: nominal,
    expected: golden.similarity2_NRM_planted,
    ...planted,
  },
  { name: 'clean pair, nominal', sheet: optionSheet, items: nominal, expected: golden.similarity2_NRM_clean, ...clean },
];

// CopyDetect 1.3 prints ten significant digits; its formulas are exact once the abilities are given. 1e-9 is a few
// units
// of its last digit.
const PRINTED = 1e-9;
const near = (actual: number, expected: number, relative: number): void => {
  expect(Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300)).toBeLessThan(relative);
};

describe.each(cases)('$name, against CopyDetect 1.3', ({ sheet, items, expected, copier, source }) => {
  const answers = modelAnswers(sheet, items);
  const thetas = new Float64Array(persons.length);
  thetas[copier] = expected.thetas_ML[0] ?? 0;
  thetas[source] = expected.thetas_ML[1] ?? 0;
  const model = pairModel(answers, thetas);

  it('ω, its mean, its standard deviation and its tail agree', () => {
    const found = omega(model, copier, source);
    near(found.expected, expected.omega['exp.match'], PRINTED);
    near(found.standardDeviation, expected.omega['sd.match'], PRINTED);
    expect(found.matches).toBe(expected.omega['obs.match']);
    // A tail magnifies an error of ω about ω-fold, and the difference of two printed numbers loses a digit.
    near(found.statistic ?? 0, expected.omega['W.value'], 1e-8);
    near(found.p, expected.omega['p.value'], 1e-7);
  });

  it('the match probabilities, the generalized binomial test and M4 agree', () => {
    const given = matchProbabilities(model, copier, source);
    const agree = given.correct.map((p, item) => p + (given.incorrect[item] ?? 0));
    agree.forEach((p, item) => {
      near(p, expected.GBT['prob.match'][item] ?? 0, PRINTED);
    });
    given.correct.forEach((p, item) => {
      near(p, expected.M4['prob.corr.match'][item] ?? 0, PRINTED);
    });
    const seen = modelMatches(model, copier, source);
    near(generalizedBinomialTest(agree, seen.correct + seen.incorrect), expected.GBT['p.value'], 1e-8);
    near(m4(given, seen.correct, seen.incorrect), expected.M4['p.value'], 1e-8);
  });

  it('K, K1, K2, S1 and S2 agree', () => {
    const profiles = new WrongProfiles(sheet);
    const { Kvar, K } = expected;
    const values = [K['k.index'], Kvar['K1.index'], Kvar['K2.index'], Kvar['S1.index'], Kvar['S2.index']];
    K_VARIANTS.forEach((variant, at) => {
      near(kIndex(profiles, copier, source, variant).p, values[at] ?? 0, PRINTED);
    });
  });

  it('the abilities agree', () => {
    // The mirt behind CopyDetect stops where its log posterior is flat to about 1e-10, that is 1e-5 in θ.
    const found = abilitiesOf(answers, [copier, source]).thetas;
    expect(Math.abs((found[copier] ?? 0) - (expected.thetas_ML[0] ?? 0))).toBeLessThan(1e-5);
    expect(Math.abs((found[source] ?? 0) - (expected.thetas_ML[1] ?? 0))).toBeLessThan(1e-5);
  });
});

describe('counts of the planted pair', () => {
  it('match an independent count', () => {
    const found = new MatchCounter(optionSheet).count(planted.copier, planted.source);
    expect(found).toEqual({ compared: 40, identical: 27, identicalCorrect: 15, identicalIncorrect: 12 });
    expect(golden.match_counts_planted).toMatchObject({ match: 27, identical_correct: 15, identical_incorrect: 12 });
  });
});
