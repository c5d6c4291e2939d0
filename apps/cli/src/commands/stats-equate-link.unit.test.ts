import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
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

interface Equated {
  readonly table: readonly { readonly x: number; readonly y: number; readonly se: number | null }[];
}

interface Concordance {
  readonly concordance: readonly { readonly yx: number; readonly se?: number | Readonly<Record<'n' | 'g', number>> }[];
}

const expected = await goldenJson<Readonly<Record<string, Concordance>>>('kolen_brennan_equating_expected.json');

async function actFiles(): Promise<readonly string[]> {
  const { rows } = await goldenRows('kb_actmath_random_groups.csv');
  const form = (column: number) =>
    tableFile(
      'form.csv',
      ['score', 'count'],
      rows.map((row) => [row[0] ?? '', row[column] ?? '']),
    );
  const [x, y] = await Promise.all([form(1), form(2)]);
  return ['--x', x, '--y', y];
}

const neatFiles = ['--x', golden('kb_neat_formX.csv'), '--y', golden('kb_neat_formY.csv')];

function hold({ table }: Equated, name: string, tolerance: number): void {
  const rows = expected[name]?.concordance ?? [];
  expect(table.map(({ x }) => x)).toEqual(rows.map((_, score) => score));
  expect(
    worst(
      table.map(({ y }) => y),
      rows.map(({ yx }) => yx),
    ),
  ).toBeLessThan(tolerance);
  for (const row of table) expect(row).toHaveProperty('se');
}

describe('stats equate, equivalent groups, agrees with equate on ACT Mathematics', () => {
  test.each([
    ['mean', [], 'ACTmath_mean', PRINTED],
    ['linear', [], 'ACTmath_linear', PRINTED],
    ['circle-arc', [], 'ACTmath_circle-arc', PRINTED],
    // equate adds about 1e-7 of a candidate to empty cells.
    ['equipercentile', [], 'ACTmath_equipercentile', 2e-7],
    // It stops the loglinear model at a relative change of the deviance of 1e-8.
    ['equipercentile', ['--smooth', '3'], 'ACTmath_equip_loglinear_deg3', 2e-7],
    ['equipercentile', ['--smooth', '4'], 'ACTmath_equip_loglinear_deg4', 2e-7],
  ] as const)('%s %j', async (method, more, name, tolerance) => {
    hold(
      await statsJson<Equated>('equate', ...(await actFiles()), '--design', 'eg', '--method', method, ...more),
      name,
      tolerance,
    );
  });

  test('standard errors of linear and equipercentile equating are those of the formulas', async () => {
    for (const [method, tolerance] of [
      ['linear', PRINTED],
      ['equipercentile', 2e-7],
    ] as const) {
      const { table } = await statsJson<Equated>('equate', ...(await actFiles()), '--method', method);
      const rows = expected[`ACTmath_${method}`]?.concordance ?? [];
      // Where nobody has the equated score equate writes 0; there is no number then.
      const known = rows.flatMap(({ se }, at) => (typeof se === 'number' && se > 0 ? [at] : []));
      expect(
        worst(
          known.map((at) => table[at]?.se),
          known.map((at) => Number(rows[at]?.se)),
        ),
      ).toBeLessThan(tolerance);
    }
  });

  test('identity leaves scores as they are', async () => {
    const { table } = await statsJson<Equated>('equate', ...(await actFiles()), '--method', 'identity');
    expect(table.every(({ x, y }) => x === y)).toBe(true);
  });
});

describe('stats equate with an anchor agrees with equate on the data of Kolen & Brennan', () => {
  test.each([
    ['tucker', [], 'KBneat_tucker_linear_w1', PRINTED],
    ['tucker', ['--weight', '0.5'], 'KBneat_tucker_linear_w0.5', PRINTED],
    ['levine-observed', [], 'KBneat_levine_obs_linear_internal_w1', PRINTED],
    ['levine-true', [], 'KBneat_levine_true_internal', PRINTED],
    ['levine-true', ['--anchor', 'external'], 'KBneat_levine_true_external', PRINTED],
    ['chained-linear', [], 'KBneat_chained_linear', PRINTED],
    ['braun-holland', [], 'KBneat_braun_holland_linear_w1', PRINTED],
    ['nominal-mean', [], 'KBneat_nominal_mean_w1', PRINTED],
    ['circle-arc', [], 'KBneat_circlearc_chained_linear', PRINTED],
    // equate adds about 1e-8 of a candidate to empty cells.
    ['chained-equipercentile', [], 'KBneat_chained_equip', 1e-7],
    ['frequency', [], 'KBneat_freqest_equip_w1', 1e-7],
  ] as const)('%s %j', async (method, more, name, tolerance) => {
    hold(
      await statsJson<Equated>('equate', ...neatFiles, '--design', 'neat', '--method', method, ...more),
      name,
      tolerance,
    );
  });

  test('anchors in files of their own, by candidate, give the same table', async () => {
    const forms = await Promise.all(['X', 'Y'].map((form) => goldenRows(`kb_neat_form${form}.csv`)));
    const column = (form: number, at: number, name: string) =>
      tableFile(
        'scores.csv',
        ['id', name],
        (forms[form]?.rows ?? []).map((row, person) => [`c${person}`, row[at] ?? '']),
      );
    const files = await Promise.all([
      column(0, 0, 'score'),
      column(1, 0, 'score'),
      column(0, 1, 'score'),
      column(1, 1, 'score'),
    ]);
    const args = ['--x', '--y', '--anchor-x', '--anchor-y'].flatMap((option, at) => [option, files[at] ?? '']);
    const found = await statsJson<Equated>('equate', ...args, '--design', 'neat', '--method', 'tucker');
    const { table } = await statsJson<Equated>('equate', ...neatFiles, '--method', 'tucker');
    expect(found.table.map(({ y }) => y)).toEqual(table.slice(0, found.table.length).map(({ y }) => y));
  });

  test('shows people the table, and refuses a method of another design', async () => {
    expect(await statsText('equate', ...neatFiles, '--method', 'tucker')).toMatch(/\b10 +10\.8/);
    expect((await testamur(['stats', 'equate', ...neatFiles, '--design', 'neat', '--method', 'linear'])).err).toMatch(
      /linear/,
    );
    expect((await testamur(['stats', 'equate', '--x', 'x.csv'])).err).toContain('--y');
  });
});

interface Link {
  readonly slope: number;
  readonly intercept: number;
}

/** A form of table 6.5 of Kolen & Brennan (2004): every third item is common; the table is in the normal metric. */
async function formOf(form: 'X' | 'Y'): Promise<readonly object[]> {
  const { rows } = await goldenRows(`kb04_form${form}_3pl.csv`);
  return rows.map(([, a, b, c], at) => ({
    id: (at + 1) % 3 === 0 ? `common ${at + 1}` : `${form} ${at + 1}`,
    discrimination: 1.7 * Number(a),
    difficulty: Number(b),
    guessing: Number(c),
  }));
}

describe('stats link agrees with plink on table 6.5 of Kolen & Brennan', () => {
  test.each([
    ['mm', 'Mean/Mean'],
    ['ms', 'Mean/Sigma'],
    ['haebara', 'Haebara'],
    ['stocking-lord', 'Stocking-Lord'],
  ] as const)('%s, of whole calibrations and of their items alone', async (method, name) => {
    const reference = await goldenJson<
      Readonly<Record<string, Readonly<Record<string, { readonly A: number; readonly B: number }>>>>
    >('kb04_irt_linking_expected.json');
    const [x, y] = await Promise.all([formOf('X'), formOf('Y')]);
    const [old, next, alone] = await Promise.all([
      temporaryFile('old.json', { model: '3pl', items: y }),
      temporaryFile('new.json', { model: '3pl', items: x }),
      temporaryFile('new.json', x),
    ]);
    const found = await statsJson<Link>('link', '--old', old, '--new', next, '--method', method);
    const { A = 0, B = 0 } = reference.plink_all12?.[name] ?? {};
    // plink prints six decimals, and its mean/sigma is off by one in the sixth.
    expect(Math.abs(found.slope - A)).toBeLessThan(1.5e-6);
    expect(Math.abs(found.intercept - B)).toBeLessThan(1.5e-6);
    expect(await statsJson<Link>('link', '--old', old, '--new', alone, '--method', method)).toEqual(found);
    expect(await statsText('link', '--old', old, '--new', next, '--method', method)).toContain(found.slope.toFixed(6));
  });

  test('writes the new items on the old scale, and linked again they stay where they are', async () => {
    const [x, y] = await Promise.all([formOf('X'), formOf('Y')]);
    const [old, next, written] = await Promise.all([
      temporaryFile('old.json', y),
      temporaryFile('new.json', { latent: { mean: 1, variance: 4 }, items: x }),
      temporaryFile('linked.json', ''),
    ]);
    const { slope, intercept } = await statsJson<Link>('link', '--old', old, '--new', next, '--write', written);
    const { latent } = JSON.parse(await readFile(written, 'utf8'));
    expect(latent).toEqual({ mean: slope + intercept, variance: slope ** 2 * 4 });
    const again = await statsJson<Link>('link', '--old', old, '--new', written);
    // The criterion of Stocking and Lord is minimized to about eight digits.
    expect(again.slope).toBeCloseTo(1, 6);
    expect(again.intercept).toBeCloseTo(0, 6);
  });

  test('without items in common it says so', async () => {
    const [x, y] = await Promise.all([formOf('X'), formOf('Y')]);
    const [old, next] = await Promise.all([
      temporaryFile('old.json', y.slice(0, 2)),
      temporaryFile('new.json', x.slice(0, 2)),
    ]);
    expect((await testamur(['stats', 'link', '--old', old, '--new', next])).err).toContain('no item in common');
    expect((await testamur(['stats', 'link', '--old', old])).err).toContain('--new');
  });
});
