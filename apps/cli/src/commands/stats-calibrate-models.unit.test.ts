import type { CalibrationJson } from '@testamur/psychometrics';
import { describe, expect, test } from 'vitest';
import { temporaryFile } from '../testing/run-command.ts';
import { golden, goldenJson, goldenRows, lsatFile, statsJson, tableFile, worst } from '../testing/run-stats.ts';

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

describe('stats calibrate', () => {
  test('polytomous models reach the likelihood of mirt, and its parameters', async () => {
    type Reference = Readonly<
      Record<
        string,
        { readonly logLik: number; readonly items: Readonly<Record<string, Readonly<Record<string, number>>>> }
      >
    >;
    const reference = await goldenJson<Reference>('science_calibration_expected.json');
    for (const [model, name] of [
      ['grm', 'mirt_graded'],
      ['gpcm', 'mirt_gpcm'],
    ] as const) {
      const found = await statsJson<CalibrationJson>(
        'calibrate',
        golden('science_mirt_4items.csv'),
        '--model',
        model,
        '--precise',
      );
      expect(found).toMatchObject({ ...fixedNames, model, n: 392 });
      expect(found.logLikelihood).toBeGreaterThan((reference[name]?.logLik ?? 0) - 1e-7);
      for (const { id, discrimination, intercepts, thresholds } of found.items) {
        const { a1 = 0, d1 = 0, d2 = 0, d3 = 0 } = reference[name]?.items[id] ?? {};
        // mirt's EM stops at steps of 1e-8, and these steps are small: it is about 1e-6 off its own maximum.
        expect(worst([discrimination, ...(intercepts ?? [])], [a1, d1, d2, d3])).toBeLessThan(5e-6);
        expect(thresholds).toHaveLength(3);
      }
    }
    const nominal = await statsJson<CalibrationJson>(
      'calibrate',
      golden('science_mirt_4items.csv'),
      '--model',
      'nrm',
      '--precise',
    );
    // mirt's nominal stops short of the maximum: its likelihood is a lower bound.
    expect(nominal.logLikelihood).toBeGreaterThan(reference.mirt_nominal?.logLik ?? 0);
    for (const { slopes, intercepts } of nominal.items) expect([slopes?.length, intercepts?.length]).toEqual([4, 4]);
  });

  test('responses that are missing at random are left out, as mirt does', async () => {
    const { mirt_2pl_missing_MAR: reference } = await goldenJson<{
      readonly mirt_2pl_missing_MAR: {
        readonly logLik: number;
        readonly a: readonly number[];
        readonly d: readonly number[];
      };
    }>('ability_and_pcm_expected.json');
    const found = await statsJson<CalibrationJson>('calibrate', golden('ability_1525x16_withNA.csv'), '--model', '2pl');
    // mirt stopped at steps of 1e-7 on 61 nodes to ±6; both are some 1e-4 from the maximum.
    expect(
      worst(
        found.items.map((item) => item.discrimination),
        reference.a,
      ),
    ).toBeLessThan(1e-3);
    expect(
      worst(
        found.items.map((item) => item.intercept),
        reference.d,
      ),
    ).toBeLessThan(1e-3);
    expect(found.logLikelihood).toBeCloseTo(reference.logLik, 2);
  });

  test('several groups: the first sets the scale, and each has its mean and variance', async () => {
    const { columns, rows } = await goldenRows('sat12_scored.csv');
    const data = rows.map((row, at) => [...row, at % 3 === 0 ? 'B' : 'A']);
    const file = await tableFile('groups.csv', [...columns, 'site'], data);
    const { groups, items, n } = await statsJson<CalibrationJson>(
      'calibrate',
      file,
      '--model',
      '2pl',
      '--groups',
      'site',
    );
    expect({ n, items: items.length, sizes: groups.map((group) => group.n) }).toEqual({
      n: 600,
      items: 32,
      sizes: [200, 400],
    });
    expect(groups[0]).toMatchObject({ id: 'B', mean: 0, variance: 1 });
    // The groups were drawn without regard to ability.
    expect(Math.abs(groups[1]?.mean ?? 9)).toBeLessThan(0.3);
  });

  test('anchored items stay where they are and set the scale: all of them again give their own distribution', async () => {
    const file = await lsatFile();
    const whole = await statsJson<CalibrationJson>('calibrate', file, '--model', '2pl', '--precise');
    for (const content of [whole, whole.items, { items: whole.items.slice(0, 3) }]) {
      const anchors = await temporaryFile('anchors.json', content);
      const again = await statsJson<CalibrationJson>(
        'calibrate',
        file,
        '--model',
        '2pl',
        '--precise',
        '--anchors',
        anchors,
      );
      expect(again.items[0]).toMatchObject({
        discrimination: whole.items[0]?.discrimination,
        intercept: whole.items[0]?.intercept,
      });
      // The maximum of the free model is also the maximum with some of its parameters held.
      expect(worst([again.latent.mean, again.latent.variance], [0, 1])).toBeLessThan(1e-3);
      expect(again.logLikelihood).toBeCloseTo(whole.logLikelihood, 5);
    }
  });
});
