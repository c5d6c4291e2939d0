import { describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { goldenJson, goldenRows, statsJson, statsText } from '../testing/run-stats.ts';

/** A form of table 6.5 of Kolen & Brennan (2004), in the normal metric, with X put on the scale of Y. */
async function formFile(form: 'X' | 'Y', { slope, intercept }: { slope: number; intercept: number }, more = {}) {
  const { rows } = await goldenRows(`kb04_form${form}_3pl.csv`);
  const items = rows.map(([, a, b, c], at) => ({
    id: `${form}${at + 1}`,
    discrimination: (1.7 * Number(a)) / slope,
    difficulty: slope * Number(b) + intercept,
    guessing: Number(c),
  }));
  return temporaryFile(`${form}.json`, { model: '3pl', items, ...more });
}

const same = { slope: 1, intercept: 0 };
/** Mean/sigma of the reference. */
const onScaleOfY = { slope: 1.168892, intercept: -0.515543 };

interface Table {
  readonly table: readonly { readonly x: number; readonly y: number; readonly se: number | null }[];
  readonly notices: readonly string[];
}

describe('stats equate with calibrated items', () => {
  test('irt-true agrees with plink on table 6.5 of Kolen & Brennan, and says why there is no standard error', async () => {
    const reference = await goldenJson<
      Readonly<Record<string, { readonly TSE: readonly { readonly group2: number; readonly group1: number }[] }>>
    >('kb04_irt_linking_expected.json');
    // In the reference the form equated is Y (its group 2), and the base is X (its group 1).
    const files = await Promise.all([formFile('Y', same), formFile('X', onScaleOfY)]);
    const options = ['--x-items', files[0], '--y-items', files[1], '--method', 'irt-true'];
    const { table, notices } = await statsJson<Table>('equate', ...options);
    const rows = reference.IRT_equating_MS?.TSE ?? [];
    expect(rows.length).toBeGreaterThan(30);
    // The reference prints six decimals.
    for (const { group2, group1 } of rows) expect(Math.abs((table[group2]?.y ?? 99) - group1)).toBeLessThan(1e-6);
    expect(table.every(({ se }) => se === null)).toBe(true);
    expect(notices.join(' ')).toMatch(/one scale.*Standard errors are not given/);
    expect(await statsText('equate', ...options)).toMatch(/36 items of form X, 36 items of form Y, on one scale/);
  });

  test('irt-observed uses the distribution of ability of the file of X', async () => {
    const y = await formFile('Y', same);
    const table = async (latent?: object) => {
      const x = await formFile('X', onScaleOfY, latent === undefined ? {} : { latent, n: 1000 });
      return statsJson<Table>('equate', '--x-items', x, '--y-items', y, '--method', 'irt-observed');
    };
    const [plain, able] = await Promise.all([table(), table({ mean: 1, variance: 1 })]);
    expect(plain.table).toHaveLength(37);
    expect(able.table.map(({ y: score }) => score)).not.toEqual(plain.table.map(({ y: score }) => score));
  });

  test.each<[string, readonly string[], string]>([
    ['items are missing', ['--method', 'irt-true', '--x-items', 'x.json'], '--y-items is missing'],
    [
      'scores stand beside items',
      ['--method', 'irt-true', '--x-items', 'x', '--y-items', 'y', '--x', 'z'],
      'leave out',
    ],
    [
      'items are given to another method',
      ['--method', 'mean', '--x-items', 'x.json'],
      '--x-items and --y-items are for',
    ],
    ['scores are missing', ['--method', 'mean', '--y', 'y.csv'], '--x is missing'],
  ])('refuses it when %s', async (_, args, says) => {
    const { code, err } = await testamur(['stats', 'equate', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('stats decision with calibrated items', () => {
  test('lee and rudner give the fixed names, judged by the size of the calibration', async () => {
    const items = await formFile('Y', same, { n: 1500, latent: { mean: 0.2, variance: 1.1 } });
    for (const method of ['lee', 'rudner']) {
      const found = await statsJson('decision', '--items', items, '--cut', '20', '--method', method);
      for (const name of ['consistency', 'kappa', 'accuracy', 'falsePositive', 'falseNegative', 'cutTheta']) {
        expect(found).toHaveProperty(name, expect.any(Number));
      }
      expect(found).toMatchObject({ n: 1500, verdict: 'ok', latent: { mean: 0.2, variance: 1.1 }, maximum: 36 });
      expect(await statsText('decision', '--items', items, '--cut', '20', '--method', method)).toContain(
        'cut 20 of 36',
      );
    }
    const byTheta = await statsJson('decision', '--items', items, '--cut-theta', '0.3', '--method', 'rudner');
    expect(byTheta).toMatchObject({ cutTheta: 0.3 });
  });

  test.each<[string, readonly string[], string]>([
    ['there are no items', ['--method', 'lee', '--cut', '5'], '--items FILE'],
    ['there are data, too', ['data.csv', '--method', 'lee', '--cut', '5', '--items', 'i.json'], 'no DATA'],
    ['there is no cut', ['--method', 'rudner', '--items', 'i.json'], '--cut is missing'],
    ['lee gets an ability', ['--method', 'lee', '--items', 'i.json', '--cut-theta', '0'], '--cut-theta is for'],
    ['a method of scores gets items', ['data.csv', '--cut', '5', '--items', 'i.json'], '--items is for'],
    ['a method of scores gets no data', ['--cut', '5'], 'DATA is missing'],
  ])('refuses it when %s', async (_, args, says) => {
    const { code, err } = await testamur(['stats', 'decision', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
