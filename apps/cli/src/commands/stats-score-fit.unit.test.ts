import { describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { golden, goldenJson, lsatFile, statsJson, statsText, tableFile, worst } from '../testing/run-stats.ts';

type Parameters = Readonly<Record<string, { readonly a1: number; readonly d: number }>>;

interface Itemfit {
  readonly item: string;
  readonly infit: number;
  readonly outfit: number;
  readonly S_X2: number;
  readonly 'df.S_X2': number;
  readonly 'p.S_X2': number;
}

interface M2 {
  readonly M2: number;
  readonly df: number;
  readonly p: number;
  readonly RMSEA: number;
}

interface Lsat {
  readonly mirt_2pl_MML: { readonly items: Parameters };
  readonly mirt_rasch_MML: { readonly items: Parameters; readonly cov: readonly number[] };
  readonly eRm_rasch_CML: {
    readonly itemfit: Readonly<Record<'infit_msq' | 'outfit_msq', Readonly<Record<string, number>>>>;
  };
  readonly mirt_2pl_itemfit: { readonly rows: readonly Itemfit[] };
  readonly mirt_rasch_itemfit: { readonly rows: readonly Itemfit[] };
  readonly M2_2pl: M2;
  readonly M2_rasch: M2;
  readonly pattern_scores_2pl: {
    readonly rows: readonly (Readonly<Record<'EAP' | 'EAP_se' | 'MAP' | 'MAP_se' | 'WLE' | 'WLE_se', number>> & {
      readonly pattern: string;
      readonly ML: number | string;
      readonly ML_se: number | null;
    })[];
  };
  readonly EAPsum_2pl: readonly { readonly F1: number; readonly SE_F1: number }[];
  readonly EAP_rasch_by_pattern: readonly { readonly pattern: string; readonly EAP: number; readonly se: number }[];
  readonly Q3_2pl: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly personfit_Zh_EAP_2pl: readonly { readonly Zh: number }[];
}

interface Scores {
  readonly persons: readonly {
    readonly id: string;
    readonly theta: number | null;
    readonly se: number | null;
    readonly reason: string | null;
  }[];
}

interface Fit {
  readonly m2: { readonly statistic: number; readonly df: number; readonly p: number; readonly rmsea: number };
  readonly items: readonly {
    readonly id: string;
    readonly sx2: { readonly statistic: number; readonly df: number; readonly p: number };
    readonly infit: number;
    readonly outfit: number;
  }[];
  readonly persons: readonly {
    readonly id: string;
    readonly lz: number;
    readonly lzStar: number;
    readonly zh: number;
  }[];
  readonly q3: readonly (readonly (number | null)[])[];
}

const expected = await goldenJson<Lsat>('lsat6_fit_expected.json');
const itemsOf = (parameters: Parameters) =>
  Object.entries(parameters).map(([id, { a1, d }]) => ({ id, discrimination: a1, intercept: d }));
const twoPl = itemsOf(expected.mirt_2pl_MML.items);
const rasch = {
  items: itemsOf(expected.mirt_rasch_MML.items).map((item) => ({ ...item, model: 'rasch' })),
  latent: { mean: 0, variance: expected.mirt_rasch_MML.cov[0] },
};

/** Each pattern of responses of the reference once. */
const patterns = (rows: readonly { readonly pattern: string }[]): Promise<string> =>
  tableFile(
    'patterns.csv',
    ['id', ...twoPl.map(({ id }) => id)],
    rows.map(({ pattern }) => [`p${pattern}`, ...pattern]),
  );

describe('stats score', () => {
  const { rows } = expected.pattern_scores_2pl;

  test.each([
    // Sums over nodes: exact but for the printed parameters.
    ['eap', 'EAP', 'EAP_se', 1e-9, 1e-9],
    // mirt's optimizer stops 1e-5 from the mode; its error of the WLE is a Hessian by finite differences.
    ['map', 'MAP', 'MAP_se', 1e-5, 1e-5],
    ['wle', 'WLE', 'WLE_se', 1e-5, 2e-4],
  ] as const)('%s of every pattern of LSAT 6 is that of mirt', async (method, theta, se, near, nearError) => {
    const items = await temporaryFile('items.json', { items: twoPl });
    const found = await statsJson<Scores>(
      'score',
      await patterns(rows),
      '--items',
      items,
      '--method',
      method,
      '--information',
      'observed',
    );
    expect(found.persons.map(({ id }) => id)).toEqual(rows.map(({ pattern }) => `p${pattern}`));
    expect(
      worst(
        found.persons.map((person) => person.theta),
        rows.map((row) => row[theta]),
      ),
    ).toBeLessThan(near);
    expect(
      worst(
        found.persons.map((person) => person.se),
        rows.map((row) => row[se]),
      ),
    ).toBeLessThan(nearError);
  });

  test('ml is that of mirt, and null with its reason where there is none', async () => {
    const items = await temporaryFile('items.json', twoPl);
    const { persons } = await statsJson<Scores>('score', await patterns(rows), '--items', items, '--method', 'ml');
    persons.forEach(({ theta, se, reason }, at) => {
      const { ML = 0, ML_se = 0 } = rows[at] ?? {};
      if (typeof ML === 'string')
        expect({ theta, se, reason }).toEqual({ theta: null, se: null, reason: expect.any(String) });
      else {
        expect(Math.abs((theta ?? 99) - ML)).toBeLessThan(1e-5);
        expect(Math.abs((se ?? 99) - (ML_se ?? 0))).toBeLessThan(1e-4);
      }
    });
  });

  test('eapsum gives one value for each sum score, that of mirt', async () => {
    const items = await temporaryFile('items.json', twoPl);
    const ladder = Array.from({ length: 6 }, (_, score) => ({ pattern: '1'.repeat(score).padEnd(5, '0') }));
    const { persons } = await statsJson<Scores>(
      'score',
      await patterns(ladder),
      '--items',
      items,
      '--method',
      'eapsum',
    );
    expect(
      worst(
        persons.map(({ theta }) => theta),
        expected.EAPsum_2pl.map(({ F1 }) => F1),
      ),
    ).toBeLessThan(1e-9);
    expect(
      worst(
        persons.map(({ se }) => se),
        expected.EAPsum_2pl.map(({ SE_F1 }) => SE_F1),
      ),
    ).toBeLessThan(1e-9);
  });

  test('the distribution of ability comes from the file of the items, whole, and --variance sets another', async () => {
    const file = await patterns(expected.EAP_rasch_by_pattern);
    const whole = await temporaryFile('items.json', rasch);
    const { persons } = await statsJson<Scores>('score', file, '--items', whole);
    expect(
      worst(
        persons.map(({ theta }) => theta),
        expected.EAP_rasch_by_pattern.map(({ EAP }) => EAP),
      ),
    ).toBeLessThan(1e-9);
    expect(
      worst(
        persons.map(({ se }) => se),
        expected.EAP_rasch_by_pattern.map((row) => row.se),
      ),
    ).toBeLessThan(1e-9);
    const alone = await temporaryFile('items.json', rasch.items);
    const told = await statsJson<Scores>('score', file, '--items', alone, '--variance', `${rasch.latent.variance}`);
    expect(told.persons).toEqual(persons);
    const unit = await statsJson<Scores>('score', file, '--items', alone);
    expect(unit.persons).not.toEqual(persons);
  });

  test('what calibrate wrote is read whole, and its items alone', async () => {
    const file = await lsatFile();
    const calibration = await statsJson<{ readonly items: readonly unknown[] }>(
      'calibrate',
      file,
      '--model',
      '2pl',
      '--precise',
    );
    const [whole, alone] = await Promise.all(
      [calibration, calibration.items].map(async (content) =>
        statsJson<Scores>('score', file, '--items', await temporaryFile('items.json', content), '--method', 'wle'),
      ),
    );
    expect(whole).toEqual(alone);
    expect(whole?.persons).toHaveLength(1000);
    expect(whole?.persons[0]?.theta).toBeCloseTo(rows[0]?.WLE ?? 0, 4);
  });

  test('shows people the scores, and says what is missing', async () => {
    const items = await temporaryFile('items.json', twoPl);
    const text = await statsText('score', await lsatFile(), '--items', items);
    expect(text).toMatch(/Empirical reliability +0\.301/);
    expect((await testamur(['stats', 'score', await lsatFile()])).err).toContain('--items');
    const short = await temporaryFile('items.json', twoPl.slice(1));
    expect((await testamur(['stats', 'score', await lsatFile(), '--items', short])).err).toContain('Item_1');
  });
});

describe('stats fit', () => {
  test.each([
    ['2PL', { items: twoPl }, expected.mirt_2pl_itemfit, expected.M2_2pl],
    ['Rasch', rasch, expected.mirt_rasch_itemfit, expected.M2_rasch],
  ] as const)('of LSAT 6, %s, is that of mirt', async (_, content, itemfit, m2) => {
    const found = await statsJson<Fit>('fit', await lsatFile(), '--items', await temporaryFile('items.json', content));
    // mirt differentiates the Rasch moments numerically.
    const whole = [found.m2.statistic, found.m2.df, found.m2.p, found.m2.rmsea];
    expect(worst(whole, [m2.M2, m2.df, m2.p, m2.RMSEA])).toBeLessThan(1e-6);
    // The printed parameters have eleven digits, and χ² magnifies what they lack.
    found.items.forEach(({ id, sx2, infit, outfit }, at) => {
      const row = itemfit.rows[at];
      expect(id).toBe(row?.item);
      expect(sx2.df).toBe(row?.['df.S_X2']);
      const numbers = [sx2.statistic, sx2.p, infit, outfit];
      const wanted = [row?.S_X2, row?.['p.S_X2'], row?.infit, row?.outfit].map((value) => value ?? 99);
      expect(worst(numbers, wanted)).toBeLessThan(1e-6);
    });
  });

  test('Q3 and Zh are those of mirt; lz and lz* have their names', async () => {
    const found = await statsJson<Fit>('fit', await lsatFile(), '--items', await temporaryFile('items.json', twoPl));
    twoPl.forEach(({ id }, row) => {
      expect(worst(found.q3[row] ?? [], Object.values(expected.Q3_2pl[id] ?? {}))).toBeLessThan(1e-7);
    });
    expect(found.persons).toHaveLength(1000);
    expect(found.persons[0]).toMatchObject({ id: '1', lz: expect.any(Number), lzStar: expect.any(Number) });
    // The first and the last rows of the data are the first and the last pattern.
    const zh = expected.personfit_Zh_EAP_2pl.map(({ Zh }) => Zh);
    expect(worst([found.persons[0]?.zh, found.persons[999]?.zh], [zh[0] ?? 9, zh.at(-1) ?? 9])).toBeLessThan(1e-8);
  });

  test('infit and outfit of a conditional calibration are taken at ML estimates, as in eRm', async () => {
    const file = await lsatFile();
    const conditional = await statsJson<object>('calibrate', file, '--model', 'rasch', '--estimator', 'cml');
    const items = await temporaryFile('items.json', conditional);
    const found = await statsJson<Fit>('fit', file, '--items', items);
    const { infit_msq, outfit_msq } = expected.eRm_rasch_CML.itemfit;
    // eRm stops some 4e-6 from the maximum.
    expect(
      worst(
        found.items.map(({ infit }) => infit),
        Object.values(infit_msq),
      ),
    ).toBeLessThan(1e-5);
    expect(
      worst(
        found.items.map(({ outfit }) => outfit),
        Object.values(outfit_msq),
      ),
    ).toBeLessThan(1e-5);
    const shrunken = await statsJson<Fit>('fit', file, '--items', items, '--abilities', 'eap');
    expect(shrunken.items[0]?.infit).not.toBeCloseTo(found.items[0]?.infit ?? 0, 2);
  });

  test('of SAT 12 by M2', async () => {
    const reference = await goldenJson<{ readonly mirt_2pl: { readonly items: Parameters }; readonly M2_2pl: M2 }>(
      'sat12_fit_expected.json',
    );
    const items = await temporaryFile('items.json', itemsOf(reference.mirt_2pl.items));
    const { m2 } = await statsJson<Fit>('fit', golden('sat12_scored.csv'), '--items', items);
    const { M2: statistic, df, p, RMSEA } = reference.M2_2pl;
    expect(worst([m2.statistic, m2.df, m2.p, m2.rmsea], [statistic, df, p, RMSEA])).toBeLessThan(1e-6);
  });

  test('categories from 1 on are those of the calibration: graded items fit their own data', async () => {
    const science = golden('science_mirt_4items.csv');
    const calibration = await statsJson<object>('calibrate', science, '--model', 'grm');
    const items = await temporaryFile('items.json', calibration);
    const { persons } = await statsJson<Scores>('score', science, '--items', items);
    expect(persons).toHaveLength(392);
    const found = await statsJson<Fit>('fit', science, '--items', items);
    // EAP estimates of four items are shrunken: their mean squares are below 1, and read from 0 on they would not be near it.
    for (const { infit } of found.items) expect(Math.abs(infit - 1)).toBeLessThan(0.5);
  });

  test('shows people M2 and the items', async () => {
    const text = await statsText('fit', await lsatFile(), '--items', await temporaryFile('items.json', twoPl));
    expect(text).toMatch(/M2 +4\.74 +\(df 5\)/);
    expect(text).toMatch(/Item_1 +0\.45 +2 +0\.798 +1\.09/);
  });
});
