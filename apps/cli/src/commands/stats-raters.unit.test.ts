import { describe, expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import {
  golden,
  goldenJson,
  goldenRows,
  PRINTED,
  statsJson,
  statsText,
  tableFile,
  worst,
} from '../testing/run-stats.ts';

type Kappa2 = Readonly<Record<'value' | 'statistic' | 'p', number>>;

interface Facets {
  readonly xsi: readonly { readonly parameter: string; readonly xsi: number }[];
  readonly deviance: number;
}

interface Expected {
  readonly shrout_fleiss_1979: {
    readonly data: readonly (readonly number[])[];
    readonly results: readonly Readonly<Record<'ICC' | 'F' | 'p' | 'lower bound' | 'upper bound', number>>[];
  };
  readonly anxiety: Readonly<Record<'kappa2_12_unweighted' | 'kappa2_12_equal' | 'kappa2_12_squared', Kappa2>> & {
    readonly kripp_alpha_interval: number;
  };
  readonly diagnoses: { readonly fleiss_kappa: Kappa2; readonly light_kappa: number };
  readonly krippendorff_textbook: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number>> & {
    readonly data: readonly (readonly (number | null)[])[];
  };
  readonly cohen_1968_weighted: { readonly table: readonly (readonly number[])[]; readonly kappa: number };
  readonly mfrm_ex10_item_plus_rater: Facets;
  readonly gstudy_sf: { readonly vc: readonly { readonly grp: string; readonly vcov: number }[] };
}

const expected = await goldenJson<Expected>('raters_expected.json');
const raters = <T>(file: string, method: string, ...more: readonly string[]) =>
  statsJson<T>('raters', file, '--method', method, ...more);

describe('stats raters, agreement', () => {
  test('kappa of two raters, plain and weighted, is that of irr', async () => {
    const { rows } = await goldenRows('irr_anxiety.csv');
    const file = await tableFile(
      'two.csv',
      ['rater1', 'rater2'],
      rows.map((row) => row.slice(0, 2)),
    );
    for (const [args, reference] of [
      [['kappa'], expected.anxiety.kappa2_12_unweighted],
      [['weighted-kappa', '--weights', 'linear'], expected.anxiety.kappa2_12_equal],
      [['weighted-kappa', '--weights', 'quadratic'], expected.anxiety.kappa2_12_squared],
    ] as const) {
      const [method, ...more] = args;
      const found = await raters<{ readonly kappa: number; readonly n: number }>(file, method, ...more);
      expect(worst([found.kappa], [reference.value])).toBeLessThan(PRINTED);
      expect(found.n).toBe(20);
      expect(JSON.stringify(found)).toContain('"ci"');
    }
  });

  test('kappa of Cohen (1968)', async () => {
    const { table, kappa } = expected.cohen_1968_weighted;
    const rows = table.flatMap((row, a) =>
      row.flatMap((share, b) => Array.from({ length: Math.round(200 * share) }, () => [a, b])),
    );
    const found = await raters<{ readonly kappa: number; readonly n: number }>(
      await tableFile('cohen.csv', ['a', 'b'], rows),
      'kappa',
    );
    expect(found.n).toBe(200);
    expect(found.kappa).toBeCloseTo(kappa, 10);
  });

  test('Fleiss’ kappa and Light’s mean of words are those of irr', async () => {
    const fleiss = await raters<{ readonly kappa: number; readonly z: number }>(golden('irr_diagnoses.csv'), 'fleiss');
    const { value, statistic } = expected.diagnoses.fleiss_kappa;
    expect(worst([fleiss.kappa, fleiss.z], [value, statistic])).toBeLessThan(PRINTED);
    const light = await raters<{ readonly kappa: number; readonly pairs: readonly unknown[] }>(
      golden('irr_diagnoses.csv'),
      'kappa',
    );
    expect(light.kappa).toBeCloseTo(expected.diagnoses.light_kappa, 9);
    expect(light.pairs).toHaveLength(15);
  });

  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    'Krippendorff’s alpha of his example, %s',
    async (level) => {
      const { data } = expected.krippendorff_textbook;
      const units = data[0]?.map((_, unit) => data.map((rater) => rater[unit] ?? '')) ?? [];
      const file = await tableFile(
        'units.csv',
        data.map((_, rater) => `r${rater + 1}`),
        units,
      );
      const found = await raters<{ readonly alpha: number }>(file, 'krippendorff', '--level', level);
      expect(found.alpha).toBeCloseTo(expected.krippendorff_textbook[level], 9);
    },
  );

  test('the six intraclass correlations of Shrout & Fleiss, with F, p and bounds of psych', async () => {
    const { data, results } = expected.shrout_fleiss_1979;
    const file = await tableFile('sf.csv', ['j1', 'j2', 'j3', 'j4'], data);
    interface Icc {
      readonly icc: number;
      readonly f: number;
      readonly p: number;
      readonly ci: readonly [number, number];
    }
    const { icc } = await raters<{ readonly icc: readonly Icc[] }>(file, 'icc');
    expect(icc).toHaveLength(6);
    icc.forEach((own, at) => {
      const row = results[at];
      expect(worst([own.icc, own.f, own.p], [row?.ICC ?? 9, row?.F ?? 9, row?.p ?? 9])).toBeLessThan(PRINTED);
      expect(worst(own.ci, [row?.['lower bound'] ?? 9, row?.['upper bound'] ?? 9])).toBeLessThan(1e-8);
    });
    expect(await statsText('raters', file, '--method', 'icc', '--override', 'a published example')).toMatch(
      /ICC\(2,1\).*0\.29/,
    );
  });

  test('a G-study has the variance components of lme4', async () => {
    const file = await tableFile('sf.csv', ['j1', 'j2', 'j3', 'j4'], expected.shrout_fleiss_1979.data);
    const found = await raters<{
      readonly components: readonly { readonly variance: number }[];
      readonly dStudy: readonly unknown[];
    }>(file, 'g-study');
    const wanted = expected.gstudy_sf.vc.map(({ vcov }) => vcov).sort((a, b) => a - b);
    // lme4 maximizes numerically; the components are exact.
    expect(
      worst(
        found.components.map(({ variance }) => variance).sort((a, b) => a - b),
        wanted,
      ),
    ).toBeLessThan(1e-5);
    expect(found.dStudy.length).toBeGreaterThan(0);
  });
});

describe('stats raters, many-facet Rasch', () => {
  test('items and raters are those of TAM', async () => {
    interface Measured {
      readonly converged: boolean;
      readonly deviance: number;
      readonly latent: { readonly mean: number };
      readonly facets: readonly {
        readonly name: string;
        readonly elements: readonly { readonly id: string; readonly measure: number }[];
      }[];
    }
    const found = await raters<Measured>(golden('tam_data_ex10.csv'), 'mfrm');
    const { xsi, deviance } = expected.mfrm_ex10_item_plus_rater;
    const measures = new Map(
      found.facets.flatMap(({ name, elements }) =>
        elements.map(({ id, measure }): [string, number] =>
          name === 'rater' ? [`rater${id}`, measure] : [id, measure - found.latent.mean],
        ),
      ),
    );
    // TAM's EM stops at changes of 1e-4; it sets the mean of the persons to 0, here it is that of the items.
    expect(
      worst(
        xsi.map(({ parameter }) => measures.get(parameter)),
        xsi.map((row) => row.xsi),
      ),
    ).toBeLessThan(5e-5);
    expect(Math.abs(found.deviance - deviance)).toBeLessThan(1e-4);
    expect(found.converged).toBe(true);
  });

  test('says which option is missing, and what words cannot do', async () => {
    expect((await testamur(['stats', 'raters', golden('irr_anxiety.csv')])).err).toContain('--method');
    expect((await testamur(['stats', 'raters', golden('irr_diagnoses.csv'), '--method', 'icc'])).err).toContain(
      'words',
    );
  });
});
