import { describe, expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import { golden, goldenJson, PRINTED, statsJson, statsText, worst } from '../testing/run-stats.ts';

interface Dif {
  readonly n: number;
  readonly items: readonly {
    readonly id: string;
    readonly statistic: number | null;
    readonly p: number | null;
    readonly effect: number | null;
    readonly deltaMh: number | null;
    readonly class: string | null;
    readonly se: number | null;
    readonly flagged: boolean;
  }[];
  readonly purified: readonly string[];
}

type Numbers<K extends string> = Readonly<Record<K, readonly number[]>> & {
  readonly flagged: readonly number[] | string;
};

interface Expected {
  readonly MH: Numbers<'MH_chi2' | 'p' | 'alphaMH' | 'deltaMH_ETS'>;
  readonly MH_nocorrect: { readonly MH_chi2: readonly number[] };
  readonly MH_purified: Numbers<'MH_chi2' | 'alphaMH'>;
  readonly MH_exact: { readonly p: readonly number[] };
  readonly STD_PDIF: readonly number[];
  readonly Logistic_LRT_both: Numbers<'LRT' | 'p' | 'deltaR2'>;
  readonly Logistic_LRT_udif: Numbers<'LRT' | 'p' | 'deltaR2'>;
  readonly Logistic_LRT_nudif: Numbers<'LRT' | 'p' | 'deltaR2'>;
  readonly Logistic_Wald_both: { readonly Wald: readonly number[] };
  readonly Raju_1PL: readonly number[];
  readonly Lord_1PL: readonly number[];
  readonly SIBTEST_mirt: readonly { readonly uni: Readonly<Record<'beta' | 'SE' | 'X2' | 'p', number>> }[];
}

const expected = await goldenJson<Expected>('verbal_dif_expected.json');

/** Men (1) as the focal group of the verbal aggression data. */
const verbal = [golden('verbal.csv'), '--ignore', 'Anger', '--group', 'Gender', '--focal', '1'];
const dif = (...more: readonly string[]): Promise<Dif> => statsJson<Dif>('dif', ...verbal, ...more);
const of = <K extends keyof Dif['items'][number]>({ items }: Dif, name: K) => items.map((item) => item[name]);
const flagged = ({ items }: Dif) => items.flatMap((item, at) => (item.flagged ? [at + 1] : []));

describe('stats dif on verbal aggression agrees with difR', () => {
  test('mh: χ², p, odds ratio, delta, classes and what is flagged', async () => {
    const found = await dif('--method', 'mh');
    const { MH } = expected;
    expect(found).toMatchObject({ n: 316, purified: [] });
    expect(found.items).toHaveLength(24);
    for (const { class: own } of found.items) expect(['A', 'B', 'C']).toContain(own);
    expect(worst(of(found, 'statistic'), MH.MH_chi2)).toBeLessThan(PRINTED);
    expect(worst(of(found, 'p'), MH.p)).toBeLessThan(PRINTED);
    expect(worst(of(found, 'effect'), MH.alphaMH)).toBeLessThan(PRINTED);
    expect(worst(of(found, 'deltaMh'), MH.deltaMH_ETS)).toBeLessThan(PRINTED);
    expect(flagged(found)).toEqual(MH.flagged);
  });

  test('mh: without correction, exact, purified', async () => {
    const plain = await dif('--method', 'mh', '--no-correction');
    expect(worst(of(plain, 'statistic'), expected.MH_nocorrect.MH_chi2)).toBeLessThan(PRINTED);
    const exact = await dif('--method', 'mh', '--exact');
    expect(worst(of(exact, 'p'), expected.MH_exact.p)).toBeLessThan(PRINTED);
    const pure = await dif('--method', 'mh', '--purify');
    const { alphaMH, flagged: removed } = expected.MH_purified;
    expect(worst(of(pure, 'effect'), alphaMH)).toBeLessThan(PRINTED);
    expect(flagged(pure)).toEqual(removed);
    expect(pure.purified).toEqual(flagged(pure).map((at) => pure.items[at - 1]?.id));
  });

  test('std: the difference of proportions', async () => {
    const found = await dif('--method', 'std');
    expect(worst(of(found, 'effect'), expected.STD_PDIF)).toBeLessThan(PRINTED);
    for (const value of of(found, 'p')) expect(value).toEqual(expect.any(Number));
  });

  test.each([
    ['both', expected.Logistic_LRT_both],
    ['uniform', expected.Logistic_LRT_udif],
    ['nonuniform', expected.Logistic_LRT_nudif],
  ] as const)('logistic, %s: likelihood ratio, p and ΔR²', async (type, reference) => {
    const found = await dif('--method', 'logistic', '--type', type);
    expect(worst(of(found, 'statistic'), reference.LRT)).toBeLessThan(PRINTED);
    expect(worst(of(found, 'p'), reference.p)).toBeLessThan(PRINTED);
    expect(worst(of(found, 'effect'), reference.deltaR2)).toBeLessThan(PRINTED);
    expect(flagged(found)).toEqual(Array.isArray(reference.flagged) ? reference.flagged : []);
  });

  test('logistic tests both kinds of DIF by likelihood ratio unless told otherwise', async () => {
    const found = await dif('--method', 'logistic');
    expect(worst(of(found, 'statistic'), expected.Logistic_LRT_both.LRT)).toBeLessThan(PRINTED);
    const wald = await dif('--method', 'logistic', '--test', 'wald');
    // R takes the covariance from the iteration before the last, which is 4e-4 off.
    expect(worst(of(wald, 'statistic'), expected.Logistic_Wald_both.Wald)).toBeLessThan(5e-4);
  });

  test('lord and raju: with θ varying by 1 in each group as in difR, and the same items with its variance estimated', async () => {
    // ltm ends its search at a relative change of 1e-8 of the log-likelihood, a few thousandths of a standard error away.
    const raju = await dif('--method', 'raju', '--model', 'rasch-unit');
    expect(
      Math.max(...of(raju, 'statistic').map((z, at) => Math.abs((z ?? 99) - (expected.Raju_1PL[at] ?? 0)))),
    ).toBeLessThan(0.005);
    const lord = await dif('--method', 'lord', '--model', 'rasch-unit');
    const roots = of(lord, 'statistic').map((value) => Math.sqrt(value ?? 99));
    expect(Math.max(...roots.map((z, at) => Math.abs(z - Math.sqrt(expected.Lord_1PL[at] ?? 0))))).toBeLessThan(0.005);
    const own = await dif('--method', 'lord');
    expect(flagged(own)).toEqual(flagged(lord));
  });

  test('sibtest: β and its error as in mirt', async () => {
    const found = await dif('--method', 'sibtest');
    const uniform = expected.SIBTEST_mirt.map(({ uni }) => uni);
    expect(
      worst(
        of(found, 'se'),
        uniform.map(({ SE }) => SE),
      ),
    ).toBeLessThan(PRINTED);
    // Item 14: at the level below its lowest nobody is a man; mirt takes a mean of 0 for him, here the next level stands in.
    const others = <T>(values: readonly T[]): readonly T[] => values.filter((_, at) => at !== 13);
    expect(worst(others(of(found, 'effect')), others(uniform.map(({ beta }) => beta)))).toBeLessThan(PRINTED);
    // Digits are lost where β is almost 0.
    expect(worst(others(of(found, 'p')), others(uniform.map(({ p }) => p)))).toBeLessThan(1e-8);
  });
});

describe('stats dif', () => {
  test('shows people the items to read first', async () => {
    // 73 candidates are too few by the rule: people see counts alone without a reason.
    expect(await statsText('dif', ...verbal)).not.toContain('S2WantShout');
    const text = await statsText('dif', ...verbal, '--override', 'reference data');
    expect(text).toContain('Mantel-Haenszel, 1 (73) against 0 (243)');
    expect(text).toMatch(/S2WantShout +9\.60 +0\.002/);
  });

  test('says which option or group is missing', async () => {
    const file = golden('verbal.csv');
    expect((await testamur(['stats', 'dif', file])).err).toMatch(/--group|--focal/);
    expect((await testamur(['stats', 'dif', file, '--group', 'Sex', '--focal', '1'])).err).toContain('Sex');
    expect((await testamur(['stats', 'dif', ...verbal.slice(0, -1), 'm'])).err).toMatch(/"?m"?.*0.*1/);
    expect((await testamur(['stats', 'dif', ...verbal, '--method', 'chi'])).err).toContain('mh, std, logistic');
  });
});
