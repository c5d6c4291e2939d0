import { describe, expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import { golden, goldenJson, PRINTED, statsJson, statsText, worst } from '../testing/run-stats.ts';

interface Reference {
  readonly accuracy: { readonly Accuracy: number };
  readonly consistency: { readonly p: number; readonly Kappa: number };
  /** Rows: decided to pass and to fail, with their sum; columns: should pass and should fail. */
  readonly confusion: readonly (readonly number[])[];
}

interface Expected {
  readonly SAT12_LL_cut16: Reference;
  readonly SAT12_LL_cut18: Reference;
  readonly SAT12_LL_cut20: Reference;
  readonly SAT12_HansonBrennan_cut18: Reference;
  readonly SAT12_Subkoviak_cut18: { readonly p0: number; readonly kappa: number };
  readonly SAT12_gtheory: Readonly<Record<'Phi' | 'Erho2' | 'Phi_lambda_Brennan_raw' | 'Phi_lambda_biased', number>>;
}

interface Decision {
  readonly consistency: number | null;
  readonly kappa: number | null;
  readonly accuracy: number | null;
  readonly falsePositive: number | null;
  readonly falseNegative: number | null;
  readonly phiLambda?: number;
  readonly phiLambdaBiased?: number;
  readonly phi?: number;
  readonly generalizability?: number;
}

const fixedNames = ['consistency', 'kappa', 'accuracy', 'falsePositive', 'falseNegative'];
const expected = await goldenJson<Expected>('decision_consistency_expected.json');

const decide = (method: string, cut: number): Promise<Decision> =>
  statsJson<Decision>('decision', golden('sat12_scored.csv'), '--cut', `${cut}`, '--method', method);

describe('stats decision', () => {
  test.each([
    ['livingston-lewis', 16, expected.SAT12_LL_cut16],
    ['livingston-lewis', 18, expected.SAT12_LL_cut18],
    ['livingston-lewis', 20, expected.SAT12_LL_cut20],
    ['hanson-brennan', 18, expected.SAT12_HansonBrennan_cut18],
  ] as const)('%s of SAT 12 at %i is that of betafunctions', async (method, cut, reference) => {
    const found = await decide(method, cut);
    for (const name of fixedNames) expect(found).toHaveProperty(name, expect.any(Number));
    const { accuracy, consistency } = reference;
    const numbers = [found.consistency, found.kappa, found.accuracy];
    // The reference integrates numerically to 1e-8 or so, where sums of beta functions are exact.
    expect(worst(numbers, [consistency.p, consistency.Kappa, accuracy.Accuracy])).toBeLessThan(1e-7);
    // What is not accurate is falsely positive or falsely negative.
    const { falsePositive = 9, falseNegative = 9 } = found;
    expect((falsePositive ?? 9) + (falseNegative ?? 9) + (found.accuracy ?? 9)).toBeCloseTo(1, 10);
  });

  test('subkoviak has consistency and kappa, and no accuracy', async () => {
    const found = await decide('subkoviak', 18);
    const { p0, kappa } = expected.SAT12_Subkoviak_cut18;
    expect(worst([found.consistency, found.kappa], [p0, kappa])).toBeLessThan(PRINTED);
    expect(found).toMatchObject({ accuracy: null, falsePositive: null, falseNegative: null });
  });

  test('phi-lambda is Brennan and Kane’s, with Φ and Eρ²', async () => {
    const found = await decide('phi-lambda', 18);
    const { Phi, Erho2, Phi_lambda_Brennan_raw: raw, Phi_lambda_biased: biased } = expected.SAT12_gtheory;
    const numbers = [found.phiLambda, found.phiLambdaBiased, found.phi, found.generalizability];
    expect(worst(numbers, [raw, biased, Phi, Erho2])).toBeLessThan(PRINTED);
    for (const name of fixedNames) expect(found).toHaveProperty(name);
  });

  test('shows people the shares, and says what is missing or impossible', async () => {
    const sat = golden('sat12_scored.csv');
    expect(await statsText('decision', sat, '--cut', '18')).toMatch(/80\.2 %|0\.802/);
    expect((await testamur(['stats', 'decision', sat])).err).toContain('--cut');
    expect((await testamur(['stats', 'decision', sat, '--cut', '40'])).err).toMatch(/40/);
    expect((await testamur(['stats', 'decision', sat, '--cut', 'half'])).err).toContain('--cut is a number');
  });
});
