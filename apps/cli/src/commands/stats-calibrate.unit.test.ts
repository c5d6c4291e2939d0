import type { CalibrationJson } from '@testamur/psychometrics';
import { describe, expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import { goldenJson, lsatFile, statsJson, statsText, tableFile, worst } from '../testing/run-stats.ts';

interface Direct {
  readonly LSAT6: {
    readonly twopl: Readonly<Record<'a' | 'd' | 'b' | 'se_a' | 'se_d' | 'se_b_delta', readonly number[]>> & {
      readonly logLik: number;
    };
    readonly rasch: Readonly<Record<'d' | 'se_d' | 'b_common_slope', readonly number[]>> & {
      readonly logLik: number;
      readonly variance: number;
      readonly sigma: number;
    };
  };
}

/** Both are exact optima: what is left are the digits that the reference prints and the last step of either. */
const OPTIMUM = 1e-6;

const fixedNames = {
  model: expect.any(String),
  n: expect.any(Number),
  converged: true,
  iterations: expect.any(Number),
  logLikelihood: expect.any(Number),
  aic: expect.any(Number),
  bic: expect.any(Number),
  latent: { mean: expect.any(Number), variance: expect.any(Number) },
};

const itemNames = [
  'id',
  'discrimination',
  'difficulty',
  'intercept',
  'guessing',
  'upper',
  'thresholds',
  'intercepts',
  'slopes',
  'se',
];

describe('stats calibrate', () => {
  test('2PL: parameters, standard errors and likelihood are those of the direct maximum', async () => {
    const found = await statsJson<CalibrationJson>('calibrate', await lsatFile(), '--model', '2pl', '--precise');
    const { twopl } = (await goldenJson<Direct>('lsat_direct_mle.json')).LSAT6;
    expect(found).toMatchObject(fixedNames);
    for (const item of found.items) for (const name of itemNames) expect(item).toHaveProperty(name);
    expect(
      worst(
        found.items.map((item) => item.discrimination),
        twopl.a,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map((item) => item.intercept),
        twopl.d,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map((item) => item.difficulty),
        twopl.b,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map(({ se }) => se.discrimination),
        twopl.se_a,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map(({ se }) => se.intercept),
        twopl.se_d,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map(({ se }) => se.difficulty),
        twopl.se_b_delta,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(worst([found.logLikelihood], [twopl.logLik])).toBeLessThan(1e-9);
    expect(found.aic).toBeCloseTo(-2 * found.logLikelihood + 2 * 10, 9);
    expect(found.bic).toBeCloseTo(-2 * found.logLikelihood + 10 * Math.log(1000), 9);
  });

  test('Rasch and 1PL: one model on two scales', async () => {
    const file = await lsatFile();
    const { rasch } = (await goldenJson<Direct>('lsat_direct_mle.json')).LSAT6;
    const found = await statsJson<CalibrationJson>('calibrate', file, '--model', 'rasch', '--precise');
    expect(
      worst(
        found.items.map((item) => item.intercept),
        rasch.d,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        found.items.map(({ se }) => se.intercept),
        rasch.se_d,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(worst([found.latent.variance, found.logLikelihood], [rasch.variance, rasch.logLik])).toBeLessThan(OPTIMUM);
    const one = await statsJson<CalibrationJson>('calibrate', file, '--model', '1pl', '--precise');
    expect(
      worst(
        one.items.map((item) => item.discrimination),
        one.items.map(() => rasch.sigma),
      ),
    ).toBeLessThan(OPTIMUM);
    expect(
      worst(
        one.items.map((item) => item.difficulty),
        rasch.b_common_slope,
      ),
    ).toBeLessThan(OPTIMUM);
  });

  test('without --precise the numbers are within a hundredth of a standard error', async () => {
    const found = await statsJson<CalibrationJson>('calibrate', await lsatFile(), '--model', '2pl');
    const { twopl } = (await goldenJson<Direct>('lsat_direct_mle.json')).LSAT6;
    found.items.forEach((item, at) => {
      const error = Math.abs((item.discrimination ?? 9) - (twopl.a[at] ?? 0));
      expect(error).toBeLessThan(0.01 * (twopl.se_a[at] ?? 0));
    });
  });

  test('standard errors by cross-product, Louis and Oakes are those of mirt', async () => {
    type ByItem = Readonly<Record<string, { readonly a1: number; readonly d: number }>>;
    const { mirt_2pl_SE_by_method: reference } = await goldenJson<{
      readonly mirt_2pl_SE_by_method: Readonly<Record<'crossprod' | 'Louis' | 'Oakes', ByItem>>;
    }>('lsat6_calibration_expected.json');
    const file = await lsatFile();
    for (const [se, name] of [
      ['crossprod', 'crossprod'],
      ['louis', 'Louis'],
      ['oakes', 'Oakes'],
    ] as const) {
      const { items } = await statsJson<CalibrationJson>('calibrate', file, '--model', '2pl', '--precise', '--se', se);
      const wanted = items.map(({ id }) => reference[name][id] ?? { a1: 0, d: 0 });
      expect(
        worst(
          items.map((item) => item.se.discrimination),
          wanted.map(({ a1 }) => a1),
        ),
        se,
      ).toBeLessThan(OPTIMUM);
      expect(
        worst(
          items.map((item) => item.se.intercept),
          wanted.map(({ d }) => d),
        ),
        se,
      ).toBeLessThan(OPTIMUM);
    }
  });

  test('conditional Rasch: easinesses and their errors are those of eRm', async () => {
    const { eRm_rasch_CML: reference } = await goldenJson<{
      readonly eRm_rasch_CML: {
        readonly easiness: Readonly<Record<string, number>>;
        readonly se: readonly number[];
        readonly cLogLik: number;
      };
    }>('lsat6_calibration_expected.json');
    const found = await statsJson<CalibrationJson>(
      'calibrate',
      await lsatFile(),
      '--model',
      'rasch',
      '--estimator',
      'cml',
    );
    // eRm stops where nlm finds the likelihood flat: about 4e-6 off in the parameters, below the likelihood here.
    expect(
      worst(
        found.items.map((item) => item.intercept),
        Object.values(reference.easiness),
      ),
    ).toBeLessThan(1e-5);
    expect(
      worst(
        found.items.map(({ se }) => se.intercept),
        reference.se,
      ),
    ).toBeLessThan(1e-5);
    expect(found.logLikelihood).toBeGreaterThanOrEqual(reference.cLogLik - 1e-9);
    expect(found.logLikelihood).toBeLessThan(reference.cLogLik + 1e-6);
  });

  test('shows people each item, and refuses what no model can use', async () => {
    const text = await statsText('calibrate', await lsatFile(), '--model', '2pl');
    expect(text).toContain('−2466.65');
    expect(text).toMatch(/Item_1 +1,000 +0\.826 +0\.258 +−3\.359/);
    const constant = await tableFile(
      'constant.csv',
      ['a', 'b', 'c'],
      [
        [1, 0, 1],
        [1, 1, 0],
        [1, 0, 0],
      ],
    );
    const { code, out } = await testamur(['stats', 'calibrate', constant, '--model', '2pl', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).error.message).toMatch(/\ba\b/);
    expect((await testamur(['stats', 'calibrate', constant, '--model', '2pl'])).err).toMatch(/\ba\b/);
    expect((await testamur(['stats', 'calibrate', constant])).err).toContain('--model');
  });
});
