import { describe, expect, it } from 'vitest';
import { dichotomousItem } from '../irt/items/item.ts';
import { sumScoreDistribution } from '../irt/scoring/sum-score.ts';
import { largestDifference } from '../testing/deviation.ts';
import { goldenJson } from '../testing/golden.ts';
import { scored, tcalsBank } from '../testing/reference-data.ts';
import { decision } from './decision.ts';
import { lee, rudner } from './irt-decision.ts';

/** The references print 11 digits, and these of them are exact to the last. */
const PRINTED = 1e-9;
/** What R's adaptive `integrate`, with its default tolerance, has left over in the products of two-term distributions. */
const INTEGRATED = 1e-8;

interface Reference {
  readonly parameters: {
    alpha: number;
    beta: number;
    l: number;
    u: number;
    etl: number;
    etl_rounded: number;
    k: number;
  };
  readonly consistency: { p: number; p_c: number; Kappa: number };
  readonly confusion: readonly (readonly number[])[];
}
interface Expected {
  readonly SAT12_LL_cut16: Reference;
  readonly SAT12_LL_cut18: Reference;
  readonly SAT12_LL_cut20: Reference;
  readonly SAT12_HansonBrennan_cut18: Reference;
  readonly SAT12_Subkoviak_cut18: { p0: number; kappa: number };
  readonly SAT12_gtheory: Readonly<
    Record<
      | 'MSp'
      | 'MSi'
      | 'MSe'
      | 'var_p'
      | 'var_i'
      | 'var_pi_e'
      | 'Erho2'
      | 'Phi'
      | 'Phi_lambda_Brennan_raw'
      | 'Phi_lambda_biased',
      number
    >
  >;
  readonly Lee_tcals30_cut18: { readonly marginal: readonly (readonly number[])[] };
  readonly Rudner_tcals30_cut02: readonly (readonly number[])[];
}

const expected = goldenJson<Expected>('decision_consistency_expected.json');
const sat12 = scored('sat12_scored.csv');

function compare(result: ReturnType<typeof decision>, reference: Reference, tolerance = PRINTED): void {
  // The reference's matrix: true failures and true passes, then false failures and false passes.
  const [[, , accuracy = 0] = [], [falseNegative = 0, falsePositive = 0] = []] = reference.confusion;
  const { alpha, beta, l, u } = reference.parameters;
  expect(result.trueScores).toMatchObject({ lower: l, upper: u, moments: 2 });
  expect(largestDifference([result.trueScores?.alpha, result.trueScores?.beta], [alpha, beta])).toBeLessThan(PRINTED);
  expect(
    largestDifference(
      [result.consistency, result.chance, result.kappa, result.accuracy, result.falsePositive, result.falseNegative],
      [
        reference.consistency.p,
        reference.consistency.p_c,
        reference.consistency.Kappa,
        accuracy,
        falsePositive,
        falseNegative,
      ],
    ),
  ).toBeLessThan(tolerance);
}

describe('SAT12 agrees with betafunctions 1.9.0', () => {
  it.each([
    [16, expected.SAT12_LL_cut16],
    [18, expected.SAT12_LL_cut18],
    [20, expected.SAT12_LL_cut20],
  ])('by Livingston and Lewis at a cut of %i', (cut, reference) => {
    const result = decision(sat12, { cut, bootstrap: false });
    compare(result, reference);
    expect(result.effectiveLength).toBeCloseTo(reference.parameters.etl, 8);
  });

  it('by Hanson and Brennan', () => {
    const result = decision(sat12, { cut: 18, method: 'hanson-brennan', bootstrap: false });
    compare(result, expected.SAT12_HansonBrennan_cut18, INTEGRATED);
    // The same integral by scipy 1.17 with a tolerance of 1e-13.
    expect(result.consistency).toBeCloseTo(0.8001993409469119, 10);
    expect(result.lordK).toBeCloseTo(expected.SAT12_HansonBrennan_cut18.parameters.k, 9);
  });

  it('by Subkoviak, with the formula as published', () => {
    const { consistency, kappa, accuracy } = decision(sat12, { cut: 18, method: 'subkoviak', bootstrap: false });
    const { p0, kappa: reference } = expected.SAT12_Subkoviak_cut18;
    expect(largestDifference([consistency, kappa], [p0, reference])).toBeLessThan(PRINTED);
    expect(accuracy).toBeNull();
  });

  it('by Brennan and Kane', () => {
    const { phiLambda } = decision(sat12, { cut: 18, method: 'phi-lambda', bootstrap: false });
    const reference = expected.SAT12_gtheory;
    const { meanSquares, components } = phiLambda ?? {};
    expect(
      largestDifference(
        [
          meanSquares?.persons,
          meanSquares?.items,
          meanSquares?.residual,
          components?.persons,
          components?.items,
          phiLambda?.generalizability,
          phiLambda?.phi,
          phiLambda?.phiLambda,
          phiLambda?.phiLambdaBiased,
        ],
        [
          reference.MSp,
          reference.MSi,
          reference.MSe,
          reference.var_p,
          reference.var_i,
          reference.Erho2,
          reference.Phi,
          reference.Phi_lambda_Brennan_raw,
          reference.Phi_lambda_biased,
        ],
      ),
    ).toBeLessThan(PRINTED);
  });
});

describe('thirty items of TCALS agree with cacIRT 1.4', () => {
  const parameters = tcalsBank()
    .items.slice(0, 30)
    .map(({ discrimination: a, intercept, guessing: c }) => ({ a, b: -intercept / a, c }));
  const thetas = Array.from({ length: 201 }, (_, at) => -2.5 + at / 40);
  const withD = (d: number) =>
    parameters.map(({ a, b, c }, at) =>
      dichotomousItem({ id: `${at}`, model: '3pl', discrimination: d * a, difficulty: b, guessing: c }),
    );

  it('by Lee, where the reference puts the cut on true scores half a point too high', () => {
    const [[accuracy = 0, consistency = 0] = []] = expected.Lee_tcals30_cut18.marginal;
    const result = lee(withD(1.7), { cut: 18, trueCut: 18.5, points: { thetas }, n: 1000 });
    expect(largestDifference([result.accuracy, result.consistency], [accuracy, consistency])).toBeLessThan(PRINTED);
    // With the cut itself: computed with numpy 2.4 by the published formulas.
    expect(lee(withD(1.7), { cut: 18, points: { thetas }, n: 1000 }).accuracy).toBeCloseTo(0.9639866459055182, 12);
  });

  it('by Rudner, given the standard errors of the reference', () => {
    const [[accuracy = 0, consistency = 0] = []] = expected.Rudner_tcals30_cut02;
    // The reference's information is wrong: it divides by 1 − c² where (1 − c)² belongs.
    const se = thetas.map((theta) => {
      const information = parameters.reduce((sum, { a, b, c }) => {
        const p = c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
        return sum + (a * a * (1 - p) * (p - c) ** 2) / (p * (1 - c * c));
      }, 0);
      return 1 / Math.sqrt(information);
    });
    const result = rudner(withD(1), { cut: 0.2, points: { thetas }, se, n: 1000 });
    expect(largestDifference([result.accuracy, result.consistency], [accuracy, consistency])).toBeLessThan(PRINTED);
  });

  it('by Rudner with the information of the items: numpy 2.4 by the published formulas', () => {
    const result = rudner(withD(1), { cut: 0.2, points: { thetas }, n: 1000 });
    expect(
      largestDifference([result.accuracy, result.consistency], [0.9304131501042601, 0.8932061400524205]),
    ).toBeLessThan(1e-12);
  });

  it('the distribution of sum scores that Lee’s method rests on sums to 1 at every ability', () => {
    const items = withD(1);
    for (const theta of thetas) {
      expect(sumScoreDistribution(items, theta).reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 12);
    }
  });
});
