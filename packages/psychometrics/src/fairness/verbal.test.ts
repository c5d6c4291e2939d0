import { describe, expect, it } from 'vitest';
import { largestRelativeError } from '../testing/deviation.ts';
import { dif } from './dif.ts';
import type { DifOptions } from './dif-options.ts';
import type { DifTest } from './dif-result.ts';
import { splitGroups } from './groups.ts';
import { matcher } from './matching.ts';
import { twoByTwoStrata } from './strata.ts';
import { expected, gender, verbal } from './testing/verbal.ts';

const run = (options: Omit<DifOptions, 'group' | 'focal'>) => dif(verbal, { group: gender, focal: '1', ...options });

/** The reference prints 11 digits, and its formulas are exact: nothing else may differ. */
const PRINTED = 1e-9;

describe('verbal aggression, men against women, agrees with difR 5.1', () => {
  it('in the strata of item 1', () => {
    const groups = splitGroups(gender, '1', verbal.persons.length);
    const clean = verbal.items.map(() => true);
    const strata = twoByTwoStrata(matcher(verbal, groups, clean).match(0, 'in'));
    expect(strata).toEqual(
      expected.item1_strata.map(({ score, ref1, ref0, foc1, foc0 }) => ({
        score,
        referenceRight: ref1,
        referenceWrong: ref0,
        focalRight: foc1,
        focalWrong: foc0,
      })),
    );
  });

  it('in Mantel-Haenszel: χ², p, odds ratio, its variance, delta, flags', () => {
    const { items } = run({ method: 'mh' });
    const { MH } = expected;
    expect(
      largestRelativeError(
        items.map(({ statistic }) => statistic),
        MH.MH_chi2 ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ p }) => p),
        MH.p ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ effect }) => effect),
        MH.alphaMH ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ se }) => (se === null ? null : se ** 2)),
        MH.varLambda ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ deltaMh }) => deltaMh),
        MH.deltaMH_ETS ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(items.flatMap(({ flagged }, at) => (flagged ? [at + 1] : []))).toEqual(MH.flagged);
  });

  it('in Mantel-Haenszel without continuity correction', () => {
    const { items } = run({ method: 'mh', correct: false });
    expect(
      largestRelativeError(
        items.map(({ statistic }) => statistic),
        expected.MH_nocorrect.MH_chi2 ?? [],
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in the exact conditional test', () => {
    const { items } = run({ method: 'mh', exact: true });
    expect(
      largestRelativeError(
        items.map(({ p }) => p),
        expected.MH_exact.p ?? [],
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in Mantel-Haenszel purified, pass by pass', () => {
    const { items, purification, purified } = run({ method: 'mh', purify: true });
    const { MH_purified } = expected;
    expect(purification).toMatchObject({ converged: true, iterations: MH_purified.nrPur });
    expect(purified).toEqual(MH_purified.flagged.map((at) => verbal.items[at - 1]));
    expect(
      largestRelativeError(
        items.map(({ effect }) => effect),
        MH_purified.alphaMH ?? [],
      ),
    ).toBeLessThan(PRINTED);
    // Item 15 is closer to its expectation than the correction of one half: the correction leaves 0, where difR squares
    // a
    // negative number.
    const others = (values: readonly (number | null)[]) => values.filter((_, at) => at !== 14);
    const wanted = (MH_purified.MH_chi2 ?? []).filter((_, at) => at !== 14);
    expect(largestRelativeError(others(items.map(({ statistic }) => statistic)), wanted)).toBeLessThan(PRINTED);
    expect(items[14]?.statistic).toBe(0);
  });

  it('in standardization', () => {
    const { items } = run({ method: 'std' });
    expect(
      largestRelativeError(
        items.map(({ effect }) => effect),
        expected.STD_PDIF,
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in Breslow-Day, to the four decimals it prints, with its degrees of freedom', () => {
    run({ method: 'mh' }).items.forEach(({ measures }, at) => {
      const [statistic, df, p] = expected.BreslowDay.BD[at] ?? [0, 0, 0];
      expect(measures.breslowDay).toBeCloseTo(statistic, 4);
      expect(measures.breslowDayDf).toBe(df);
      expect(measures.breslowDayP).toBeCloseTo(p, 4);
    });
  });

  it.each([
    ['both', expected.Logistic_LRT_both, expected.Logistic_Wald_both],
    ['uniform', expected.Logistic_LRT_udif, expected.Logistic_Wald_udif],
    ['nonuniform', expected.Logistic_LRT_nudif, expected.Logistic_Wald_nudif],
  ] as const)('in logistic regression, %s', (type, lrt, wald) => {
    const { items } = run({ method: 'logistic', type });
    expect(
      largestRelativeError(
        items.map(({ statistic }) => statistic),
        lrt.LRT ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ effect }) => effect),
        lrt.deltaR2 ?? [],
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ p }) => p),
        lrt.p ?? [],
      ),
    ).toBeLessThan(PRINTED);
    // R takes the covariance from the iteration before the last, which is 4e-4 off; logistic.test.ts holds ours to the curvature.
    const walds = run({ method: 'logistic', type, test: 'wald' }).items.map(({ statistic }) => statistic);
    expect(largestRelativeError(walds, wald.Wald ?? [])).toBeLessThan(5e-4);
  });

  it('in SIBTEST of mirt 1.47, with at least six persons of each group at a level', () => {
    const { items } = run({ method: 'sibtest', least: 6 });
    // At the level below item 14's lowest nobody is a man: mirt takes a mean of 0 for him, here the next level stands
    // in.
    const others = items.filter((_, at) => at !== 13);
    const wanted = expected.SIBTEST_mirt.filter((_, at) => at !== 13).map(({ uni }) => uni);
    expect(
      largestRelativeError(
        others.map(({ effect }) => effect),
        wanted.map(({ beta }) => beta),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestRelativeError(
        items.map(({ se }) => se),
        expected.SIBTEST_mirt.map(({ uni }) => uni.SE),
      ),
    ).toBeLessThan(PRINTED);
    // Digits are lost where β is almost 0.
    expect(
      largestRelativeError(
        others.map(({ p }) => p),
        wanted.map(({ p }) => p),
      ),
    ).toBeLessThan(1e-8);
  });

  it('in crossing SIBTEST of mirt 1.47, where both let the curves cross', () => {
    const { items } = run({ method: 'sibtest', least: 6 });
    const crossing = expected.SIBTEST_mirt.flatMap(({ uni, nonuni }, at) => (uni.p === nonuni.p ? [] : [at]));
    expect(crossing).toEqual([1, 11, 16, 21]);
    for (const at of crossing) {
      const { nonuni } = expected.SIBTEST_mirt[at] ?? { nonuni: { beta: 0, X2: 0, p: 0 } };
      const measures: DifTest['measures'] = items[at]?.measures ?? {};
      expect(measures.crossingBeta).toBeCloseTo(nonuni.beta, 9);
      expect(measures.crossingStatistic).toBeCloseTo(nonuni.X2, 8);
      expect(measures.crossingP).toBeCloseTo(nonuni.p, 9);
    }
  });
});
