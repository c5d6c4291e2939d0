import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { golden, goldenJson, goldenRows, statsJson, statsText, tableFile, worst } from '../testing/run-stats.ts';

interface Pairs {
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly statistic: number | null;
    readonly p: number;
  }[];
}

interface Persons {
  readonly persons: readonly {
    readonly id: string;
    readonly statistic: number | null;
    readonly lzStar: number | null;
    readonly p: number | null;
  }[];
}

interface Compared {
  readonly omega: { readonly 'W.value': number; readonly 'p.value': number };
  readonly GBT: { readonly 'p.value': number };
  readonly M4: { readonly 'p.value': number };
  readonly K: { readonly 'k.index': number };
}

interface Expected {
  readonly copying_setup: { readonly key: readonly number[]; readonly source: number; readonly copier: number };
  readonly similarity1_2PL_planted: Compared & { readonly item_par_a_b_c: readonly (readonly number[])[] };
  readonly similarity2_NRM_planted: Compared & { readonly NRM_par: readonly (readonly number[])[] };
  readonly similarity2_NRM_clean: Compared;
  readonly clean_pair: readonly [number, number];
}

const expected = await goldenJson<Expected>('forensics_similarity_expected.json');
const answers = golden('copy_credential40_planted.csv.gz');
const { key, copier, source } = expected.copying_setup;

const planted = { a: copier, b: source };
const clean = { a: expected.clean_pair[0], b: expected.clean_pair[1] };
const ids = key.map((_, at) => `i${at + 1}`);
const keyFile = () =>
  tableFile(
    'key.csv',
    ['id', 'key'],
    key.map((option, at) => [ids[at] ?? '', option]),
  );
const pairsFile = () =>
  tableFile(
    'pairs.csv',
    ['a', 'b'],
    [planted, clean].map(({ a, b }) => [a, b]),
  );

const nominal = expected.similarity2_NRM_planted.NRM_par.map((row, at) => ({
  id: ids[at],
  model: 'nrm',
  slopes: row.slice(0, 4),
  intercepts: row.slice(4),
}));
const twoPl = expected.similarity1_2PL_planted.item_par_a_b_c.map(([a, b], at) => ({
  id: ids[at],
  discrimination: a,
  difficulty: b,
}));

/** Tails magnify the 1e-5 by which the optimizer of the reference misses the abilities: relative distances. */
const relative = (found: number | undefined, wanted: number): number => Math.abs((found ?? 99) / wanted - 1);
const TAIL = 2e-4;

describe('stats forensics, pairs, agrees with CopyDetect', () => {
  test.each([
    ['omega', (of: Compared) => of.omega['p.value']],
    ['gbt', (of: Compared) => of.GBT['p.value']],
    ['m4', (of: Compared) => of.M4['p.value']],
    ['k', (of: Compared) => of.K['k.index']],
  ] as const)('%s of options, by nominal items', async (method, pOf) => {
    const items = await temporaryFile('items.json', { model: 'nrm', items: nominal });
    const args = [answers, '--key', await keyFile(), '--pairs', await pairsFile(), '--items', items];
    const { pairs } = await statsJson<Pairs>('forensics', ...args, '--method', method);
    expect(pairs).toHaveLength(2);
    for (const [pair, reference] of [
      [planted, expected.similarity2_NRM_planted],
      [clean, expected.similarity2_NRM_clean],
    ] as const) {
      const found = pairs.find(({ a, b }) => a === `${pair.a}` && b === `${pair.b}`);
      expect(relative(found?.p, pOf(reference))).toBeLessThan(TAIL);
      expect(found).toHaveProperty('statistic');
      if (method === 'omega') expect(relative(found?.statistic ?? 99, reference.omega['W.value'])).toBeLessThan(TAIL);
    }
  });

  test('omega, gbt and m4 of right and wrong, by 2PL items alone', async () => {
    const [header = '', ...lines] = gunzipSync(await readFile(answers))
      .toString()
      .trim()
      .split(/\r?\n/);
    const rows = lines.map((line) => line.split(',').map((option, at) => (Number(option) === key[at] ? 1 : 0)));
    const scored = await tableFile('scored.csv', header.split(','), rows);
    const items = await temporaryFile('items.json', twoPl);
    const args = [scored, '--pairs', await pairsFile(), '--items', items];
    const reference = expected.similarity1_2PL_planted;
    for (const [method, p] of [
      ['omega', reference.omega['p.value']],
      ['gbt', reference.GBT['p.value']],
      ['m4', reference.M4['p.value']],
    ] as const) {
      const { pairs } = await statsJson<Pairs>('forensics', ...args, '--method', method);
      expect(relative(pairs.find(({ a }) => a === `${copier}`)?.p, p)).toBeLessThan(TAIL);
    }
  });

  test('people read of evidence, not proof', async () => {
    const text = await statsText(
      'forensics',
      answers,
      '--key',
      await keyFile(),
      '--pairs',
      await pairsFile(),
      '--method',
      'k',
    );
    expect(text.toLowerCase()).toContain('evidence');
    expect(text).toMatch(/11 +14/);
  });
});

describe('stats forensics, persons, agrees with PerFit', () => {
  interface Person {
    readonly personfit: Readonly<Record<'lz' | 'lzstar', readonly number[]>> &
      Readonly<Record<'Ht' | 'U3', readonly (number | null)[]>>;
  }
  const data = golden('personfit_200x30.csv');
  const bank = async (): Promise<string> => {
    const { rows } = await goldenRows('tcals_bank.csv');
    const items = rows.slice(0, 30).map(([a, b, c], at) => ({
      id: `V${at + 1}`,
      discrimination: Number(a),
      difficulty: Number(b),
      guessing: Number(c),
    }));
    return temporaryFile('items.json', items);
  };
  /** PerFit rounds to four decimals. */
  const ROUNDED = 5.1e-5;

  test('lz and lz* by 3PL items', async () => {
    const { personfit } = await goldenJson<Person>('personfit_expected.json');
    const { persons } = await statsJson<Persons>('forensics', data, '--items', await bank(), '--method', 'lz');
    expect(
      worst(
        persons.map(({ statistic }) => statistic),
        personfit.lz,
      ),
    ).toBeLessThan(ROUNDED);
    expect(
      worst(
        persons.map(({ lzStar }) => lzStar),
        personfit.lzstar,
      ),
    ).toBeLessThan(ROUNDED);
    expect(persons[0]).toMatchObject({ id: '1', p: expect.any(Number) });
  });

  test.each([
    ['ht', 'Ht'],
    ['u3', 'U3'],
  ] as const)('%s without items', async (method, name) => {
    const { personfit } = await goldenJson<Person>('personfit_expected.json');
    const { persons } = await statsJson<Persons>('forensics', data, '--method', method);
    const wanted = personfit[name];
    // All right or all wrong has no pattern.
    expect(persons.map(({ statistic }) => statistic === null)).toEqual(wanted.map((value) => value === null));
    const [ours, theirs] = [persons.map(({ statistic }) => statistic ?? 0), wanted.map((value) => value ?? 0)];
    expect(worst(ours, theirs)).toBeLessThan(ROUNDED);
    expect(await statsText('forensics', data, '--method', method)).toContain('200');
  });

  test('a method must be named, and pairs are for methods that compare them', async () => {
    expect((await testamur(['stats', 'forensics', data])).err).toContain('--method');
    const { err } = await testamur(['stats', 'forensics', data, '--method', 'ht', '--pairs', await pairsFile()]);
    expect(err).toContain('--pairs goes with methods that compare pairs');
    const nobody = await tableFile('pairs.csv', ['a', 'b'], [['zz', '1']]);
    expect(
      (await testamur(['stats', 'forensics', answers, '--key', await keyFile(), '--pairs', nobody, '--method', 'k']))
        .err,
    ).toContain('zz');
  });
});
