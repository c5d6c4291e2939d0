import { describe, expect, it } from 'vitest';
import { largestDeviation } from '../../testing/deviation.ts';
import { goldenJson } from '../../testing/golden.ts';
import { lsat6, scored } from '../../testing/reference-data.ts';
import { calibrate } from './calibrate.ts';
import { discrimination, each, errors, intercept, intercepts } from './testing/estimates.ts';

/** The optimum was found without EM and printed to 11 digits; the issue of precision is ours alone. */
const OPTIMUM = 1e-6;
/** mirt at TOL 1e-8 stops this far from the optimum. */
const MIRT = 1e-5;
/** mirt's Rasch and PCM stop further off: 2e-5 in the difficulties (see the INDEX of the data), and so the SEs. */
const MIRT_RASCH = 1e-4;

interface Direct {
  readonly LSAT6: {
    readonly twopl: Record<'a' | 'd' | 'b' | 'se_a' | 'se_d' | 'se_b_delta', number[]> & { readonly logLik: number };
    readonly rasch: Record<'d' | 'b_common_slope' | 'se_d', number[]> &
      Record<'logLik' | 'sigma' | 'variance' | 'se_sigma', number>;
  };
}

describe('LSAT 6 against the optimum of the marginal likelihood', () => {
  const { twopl, rasch } = goldenJson<Direct>('lsat_direct_mle.json').LSAT6;
  const data = lsat6();

  it.each([true, false])('2PL has every parameter and standard error to 1e-6 (precise: %s)', (precise) => {
    const found = calibrate(data, { model: '2pl', precise });
    expect(found.converged).toBe(true);
    expect(found.logLikelihood).toBeGreaterThan(twopl.logLik - 1e-6);
    expect(largestDeviation(each(found, discrimination), twopl.a)).toBeLessThan(OPTIMUM);
    expect(largestDeviation(each(found, intercept), twopl.d)).toBeLessThan(OPTIMUM);
    expect(
      largestDeviation(
        found.items.map(({ difficulty }) => difficulty ?? Number.NaN),
        twopl.b,
      ),
    ).toBeLessThan(OPTIMUM);
    expect(largestDeviation(errors(found, 'discrimination'), twopl.se_a)).toBeLessThan(OPTIMUM);
    expect(largestDeviation(errors(found, 'intercept'), twopl.se_d)).toBeLessThan(OPTIMUM);
    expect(largestDeviation(errors(found, 'difficulty'), twopl.se_b_delta)).toBeLessThan(OPTIMUM);
  });

  it('Rasch has every parameter, the variance and the standard errors to 1e-6', () => {
    const found = calibrate(data, { model: 'rasch', precise: true });
    expect(largestDeviation(each(found, intercept), rasch.d)).toBeLessThan(OPTIMUM);
    expect(largestDeviation(errors(found, 'intercept'), rasch.se_d)).toBeLessThan(OPTIMUM);
    expect(largestDeviation([found.latent.variance], [rasch.variance])).toBeLessThan(OPTIMUM);
    expect(largestDeviation([found.latent.se.variance ?? 0], [2 * rasch.sigma * rasch.se_sigma])).toBeLessThan(OPTIMUM);
    expect(Math.abs(found.logLikelihood - rasch.logLik)).toBeLessThan(1e-8);
  });

  it('1PL is Rasch with the discrimination as its standard deviation', () => {
    const found = calibrate(data, { model: '1pl', precise: true });
    const b = found.items.map(({ difficulty }) => difficulty ?? Number.NaN);
    expect(largestDeviation(b, rasch.b_common_slope)).toBeLessThan(OPTIMUM);
    expect(
      largestDeviation(
        [discrimination(found.items[0]?.item ?? { id: '', model: 'nrm', slopes: [], intercepts: [] })],
        [rasch.sigma],
      ),
    ).toBeLessThan(OPTIMUM);
    expect(largestDeviation([errors(found, 'discrimination')[0] ?? 0], [rasch.se_sigma])).toBeLessThan(OPTIMUM);
    expect(found.latent).toMatchObject({ mean: 0, variance: 1 });
    const { names = [], values = [] } = found.covariance ?? {};
    expect(names.at(-1)).toBe('discrimination');
    expect(largestDeviation([Math.sqrt(values.at(-1) ?? 0)], [rasch.se_sigma])).toBeLessThan(OPTIMUM);
  });

  it('1PL has the standard errors of the difficulties that ltm has', () => {
    const { coef } = goldenJson<{ ltm_rasch_common_disc: { coef: Record<string, { 'std.err': number }> } }>(
      'lsat6_calibration_expected.json',
    ).ltm_rasch_common_disc;
    const found = calibrate(data, { model: '1pl', precise: true });
    const expected = found.items.map(({ item }) => coef[`Dffclt.${item.id}`]?.['std.err'] ?? Number.NaN);
    // ltm has 21 Gauss-Hermite points and a numerical Hessian.
    expect(largestDeviation(errors(found, 'difficulty'), expected)).toBeLessThan(1e-5);
  });

  it.each(['crossprod', 'louis', 'oakes'] as const)('2PL standard errors by %s are those of mirt', (se) => {
    const expected = goldenJson<{
      mirt_2pl_SE_by_method: Record<string, Record<string, { a1: number; d: number }>>;
    }>('lsat6_calibration_expected.json').mirt_2pl_SE_by_method[
      { crossprod: 'crossprod', louis: 'Louis', oakes: 'Oakes' }[se]
    ];
    const found = calibrate(data, { model: '2pl', se, precise: true });
    const rows = Object.values(expected ?? {});
    expect(
      largestDeviation(
        errors(found, 'discrimination'),
        rows.map(({ a1 }) => a1),
      ),
    ).toBeLessThan(1e-8);
    expect(
      largestDeviation(
        errors(found, 'intercept'),
        rows.map(({ d }) => d),
      ),
    ).toBeLessThan(1e-8);
  });
});

interface Mirt {
  readonly logLik: number;
  readonly logPrior?: number;
  readonly AIC: number;
  readonly BIC: number;
  readonly cov: number | number[];
  readonly items: Record<string, Record<'a1' | 'd' | 'd1' | 'd2' | 'd3' | 'g', number>>;
  readonly SE: Record<string, Record<string, number> | null>;
}

describe('Science, four categories', () => {
  const expected = goldenJson<Record<'mirt_graded' | 'mirt_gpcm' | 'mirt_Rasch' | 'mirt_nominal', Mirt>>(
    'science_calibration_expected.json',
  );
  const data = scored('science_mirt_4items.csv');

  it.each([
    ['grm', 'mirt_graded', MIRT],
    ['gpcm', 'mirt_gpcm', MIRT],
    ['pcm', 'mirt_Rasch', MIRT_RASCH],
  ] as const)('%s agrees with mirt, and its likelihood is no lower', (model, key, tolerance) => {
    const { logLik, AIC, BIC, items, SE } = expected[key];
    const found = calibrate(data, { model, precise: true });
    const d = Object.values(items).flatMap(({ d1, d2, d3 }) => [d1, d2, d3]);
    expect(found.logLikelihood).toBeGreaterThan(logLik - 1e-8);
    expect(found.logLikelihood).toBeLessThan(logLik + 1e-6);
    expect(largestDeviation([found.aic, found.bic], [AIC, BIC])).toBeLessThan(1e-9);
    expect(
      largestDeviation(
        each(found, discrimination),
        Object.values(items).map(({ a1 }) => a1),
      ),
    ).toBeLessThan(tolerance);
    expect(
      largestDeviation(
        found.items.flatMap(({ item }) => intercepts(item)),
        d,
      ),
    ).toBeLessThan(tolerance);
    const se = Object.keys(items).flatMap((id) => [1, 2, 3].map((k) => SE[id]?.[`d${k}`] ?? Number.NaN));
    expect(
      largestDeviation(
        found.items.flatMap(({ se: own }) => [1, 2, 3].map((k) => own[`intercept${k}`] ?? Number.NaN)),
        se,
      ),
    ).toBeLessThan(tolerance);
  });

  it('pcm agrees with TAM to the precision at which TAM stops', () => {
    const { TAM_pcm } = goldenJson<{ TAM_pcm: { var: number; deviance: number } }>('science_calibration_expected.json');
    const found = calibrate(data, { model: 'pcm', precise: true });
    expect(Math.abs(-2 * found.logLikelihood - TAM_pcm.deviance)).toBeLessThan(1e-6);
    expect(Math.abs(found.latent.variance - TAM_pcm.var)).toBeLessThan(1e-4);
  });

  it('nrm has at least the likelihood of mirt, which can stop short of the optimum', () => {
    const found = calibrate(data, { model: 'nrm', precise: true });
    expect(found.converged).toBe(true);
    expect(found.logLikelihood).toBeGreaterThan(expected.mirt_nominal.logLik - 1e-8);
    expect(found.parameters).toBe(24);
    expect(largestDeviation([found.aic], [expected.mirt_nominal.AIC])).toBeLessThan(1e-8);
  });

  it('the values 1 to 4 of the data become the categories 0 to 3, and the item says so', () => {
    const found = calibrate(data, { model: 'pcm', se: 'none' });
    expect(found.items[0]?.categories).toEqual([1, 2, 3, 4]);
    expect(found.notices.join()).toMatch(/closed up/);
  });
});

describe('SAT12', () => {
  const expected = goldenJson<Record<'mirt_2pl' | 'mirt_rasch' | 'mirt_3pl_norm_logitg_prior', Mirt>>(
    'sat12_calibration_expected.json',
  );
  const data = scored('sat12_scored.csv');

  it('2PL agrees with mirt on the same 61 nodes', () => {
    const { logLik, items, SE } = expected.mirt_2pl;
    const found = calibrate(data, { model: '2pl' });
    expect(Math.abs(found.logLikelihood - logLik)).toBeLessThan(1e-8);
    expect(
      largestDeviation(
        each(found, discrimination),
        Object.values(items).map(({ a1 }) => a1),
      ),
    ).toBeLessThan(MIRT);
    expect(
      largestDeviation(
        each(found, intercept),
        Object.values(items).map(({ d }) => d),
      ),
    ).toBeLessThan(MIRT);
    expect(
      largestDeviation(
        errors(found, 'discrimination'),
        Object.keys(items).map((id) => SE[id]?.a1 ?? Number.NaN),
      ),
    ).toBeLessThan(MIRT);
    expect(found.notices.join()).toMatch(/beyond ±6.*Item\.32/);
  });

  it('Rasch agrees with mirt to the precision at which mirt stops', () => {
    const { logLik, items, cov } = expected.mirt_rasch;
    const found = calibrate(data, { model: 'rasch' });
    expect(found.logLikelihood).toBeGreaterThan(logLik);
    expect(
      largestDeviation(
        each(found, intercept),
        Object.values(items).map(({ d }) => d),
      ),
    ).toBeLessThan(MIRT_RASCH);
    expect(Math.abs(found.latent.variance - Number(cov))).toBeLessThan(MIRT_RASCH);
  });

  it('3PL has at least the log-likelihood plus log prior of mirt, both printed', () => {
    const { logLik, logPrior = 0, items } = expected.mirt_3pl_norm_logitg_prior;
    const found = calibrate(data, {
      model: '3pl',
      priors: { guessing: { kind: 'logit-normal', mean: -1.1, sd: 0.5 } },
      se: 'louis',
    });
    expect(found.converged).toBe(true);
    expect(found.logLikelihood + found.logPrior).toBeGreaterThan(logLik + logPrior - 1e-7);
    expect(Math.abs(found.logPrior - logPrior)).toBeLessThan(1e-3);
    // The likelihood is flat in a and g together: mirt stopped after 9,953 iterations, 1e-7 below.
    expect(
      largestDeviation(
        each(found, (item) => ('guessing' in item ? item.guessing : 0)),
        Object.values(items).map(({ g }) => g),
      ),
    ).toBeLessThan(1e-4);
    expect(
      largestDeviation(
        each(found, intercept),
        Object.values(items).map(({ d }) => d),
      ),
    ).toBeLessThan(1e-3);
  });
});

describe('SAPA ability, 1,143 responses missing', () => {
  it('2PL agrees with mirt; candidates without any response are left out and named', () => {
    const expected = goldenJson<{
      mirt_2pl_missing_MAR: { n: number; logLik: number; a: number[]; d: number[]; SE: Record<string, { a1: number }> };
    }>('ability_and_pcm_expected.json').mirt_2pl_missing_MAR;
    const found = calibrate(scored('ability_1525x16_withNA.csv'), { model: '2pl' });
    expect(found.n).toBe(expected.n);
    expect(found.notices.join()).toMatch(/16 without any response left out/);
    expect(Math.abs(found.logLikelihood - expected.logLik)).toBeLessThan(1e-7);
    expect(largestDeviation(each(found, discrimination), expected.a)).toBeLessThan(MIRT);
    expect(largestDeviation(each(found, intercept), expected.d)).toBeLessThan(MIRT);
    expect(
      largestDeviation(
        errors(found, 'discrimination'),
        Object.values(expected.SE).map(({ a1 }) => a1),
      ),
    ).toBeLessThan(MIRT);
  });
});
