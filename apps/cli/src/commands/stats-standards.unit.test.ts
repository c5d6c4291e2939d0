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

interface Standard {
  readonly cut: number;
  readonly se: number;
  readonly judges: readonly { readonly id: string; readonly cut: number | null }[];
  readonly rounds?: readonly { readonly mean: number; readonly se: number }[];
}

interface Round {
  readonly judge_cut: readonly number[];
  readonly cut_mean: number;
  readonly se_judges: number;
}

interface Expected {
  readonly angoff_round1: Round;
  readonly angoff_round2: Round;
  readonly hofstee_SAT12: Readonly<Record<'kmin' | 'kmax' | 'fmin' | 'fmax' | 'cut' | 'fail', number>>;
  readonly contrasting_groups_SAT12: {
    readonly competent: readonly number[];
    readonly cut_p50: number;
    readonly midpoint_means: number;
  };
  readonly bookmark_SAT12_2PL: Readonly<Record<'a' | 'b' | 'location' | 'order', readonly number[]>> & {
    readonly RP: number;
  };
}

const expected = await goldenJson<Expected>('standard_setting_expected.json');
const sat12 = golden('sat12_scored.csv');
const angoffFiles = [golden('angoff_synth_round1.csv'), golden('angoff_synth_round2.csv')] as const;

describe('stats angoff', () => {
  test.each([
    [[angoffFiles[0]], expected.angoff_round1],
    [[angoffFiles[1]], expected.angoff_round2],
    [[...angoffFiles, '--rounds'], expected.angoff_round2],
  ] as const)('takes the mean of the judges of the last round, with its standard error', async (args, reference) => {
    const found = await statsJson<Standard>('angoff', ...args);
    expect(worst([found.cut, found.se], [reference.cut_mean, reference.se_judges])).toBeLessThan(PRINTED);
    expect(
      worst(
        found.judges.map(({ cut }) => cut),
        reference.judge_cut,
      ),
    ).toBeLessThan(PRINTED);
    expect(found.judges[0]?.id).toBe('J1');
  });

  test('reads rounds also from a column, and shows people how the judges moved', async () => {
    const tables = await Promise.all([1, 2].map((round) => goldenRows(`angoff_synth_round${round}.csv`)));
    const rows = tables.flatMap(({ rows: own }, at) => own.map((row) => [`${at + 1}`, ...row]));
    const file = await tableFile('ratings.csv', ['round', ...(tables[0]?.columns ?? [])], rows);
    const found = await statsJson<Standard>('angoff', file, '--rounds');
    expect(found.rounds?.map(({ mean }) => mean)).toEqual([
      expect.closeTo(expected.angoff_round1.cut_mean, 9),
      expect.closeTo(expected.angoff_round2.cut_mean, 9),
    ]);
    expect(await statsText('angoff', file)).toContain('13.16');
    expect((await testamur(['stats', 'angoff', angoffFiles[0], '--rounds'])).err).toContain('--rounds needs several');
  });
});

describe('stats hofstee', () => {
  const { kmin, kmax, fmin, fmax, cut, fail } = expected.hofstee_SAT12;
  const judgments = (rows: readonly (readonly (string | number)[])[]) =>
    tableFile('judgments.csv', ['judge', 'min_cut', 'max_cut', 'min_fail', 'max_fail'], rows);

  test('finds where the diagonal of what judges accept meets the share who fail', async () => {
    const file = await judgments([
      ['A', kmin - 1, kmax, fmin, fmax],
      ['B', kmin + 1, kmax, fmin, fmax],
    ]);
    const found = await statsJson<Standard & { readonly failRate: number }>('hofstee', file, '--scores', sat12);
    expect(found.cut).toBeCloseTo(cut, 9);
    expect(Object.values(found)).toContainEqual(expect.closeTo(fail, 9));
    expect(found.judges.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(found.se).toEqual(expect.any(Number));
    expect((await testamur(['stats', 'hofstee', file])).err).toContain('--scores');
  });
});

describe('stats contrasting and borderline', () => {
  test('the logistic cut is where competence is as probable as not; the midpoint that of the means', async () => {
    const { columns, rows } = await goldenRows('sat12_scored.csv');
    expect(columns).toHaveLength(32);
    const { competent, cut_p50, midpoint_means } = expected.contrasting_groups_SAT12;
    const cases = rows.map((row, at) => [row.reduce((sum, cell) => sum + Number(cell), 0), competent[at] ?? 0]);
    const file = await tableFile('judged.csv', ['score', 'group'], cases);
    const logistic = await statsJson<Standard>('contrasting', file);
    // R's glm stops at a relative change of the deviance of 1e-8: the cut is good to about as many digits.
    expect(logistic.cut).toBeCloseTo(cut_p50, 6);
    expect(logistic).toMatchObject({ se: expect.any(Number), judges: expect.any(Array) });
    expect((await statsJson<Standard>('contrasting', file, '--method', 'midpoint')).cut).toBeCloseTo(midpoint_means, 9);
    expect(await statsText('contrasting', file)).toContain('17.05');
  });

  test('borderline regression is the line at the borderline rating, the group methods its mean and median', async () => {
    // Scores lie on 10 + 5 × rating, two points either side.
    const rows = [0, 1, 2].flatMap((rating) =>
      Array.from({ length: 20 }, (_, at) => [10 + 5 * rating + (at % 2 === 0 ? 2 : -2), rating]),
    );
    const file = await tableFile('stations.csv', ['score', 'rating'], rows);
    const found = await statsJson<Standard>('borderline', file, '--rating', '1');
    expect(found).toMatchObject({ cut: expect.closeTo(15, 9), se: expect.any(Number), judges: expect.any(Array) });
    for (const method of ['group-mean', 'group-median']) {
      expect((await statsJson<Standard>('borderline', file, '--rating', '1', '--method', method)).cut).toBeCloseTo(
        15,
        9,
      );
    }
    expect((await testamur(['stats', 'borderline', file])).err).toContain('--rating is missing');
  });
});

describe('stats bookmark', () => {
  test('puts the cut at the ability where the marked item reaches the response probability', async () => {
    const { a, b, location, order, RP } = expected.bookmark_SAT12_2PL;
    const content = a.map((discrimination, at) => ({ id: `Item.${at + 1}`, discrimination, difficulty: b[at] }));
    const items = await temporaryFile('items.json', { items: content });
    const file = await tableFile(
      'marks.csv',
      ['judge', 'page'],
      [
        ['A', 12],
        ['B', 12],
        ['C', 14],
      ],
    );
    const found = await statsJson<Standard & { readonly theta: number }>(
      'bookmark',
      file,
      '--items',
      items,
      '--rp',
      `${RP}`,
    );
    // Page 12 holds the item that is twelfth by its location: the median of the judges.
    const wanted = location[(order[11] ?? 0) - 1] ?? 99;
    expect(found.theta).toBeCloseTo(wanted, 6);
    const score = a.reduce((sum, own, at) => sum + 1 / (1 + Math.exp(-own * (wanted - (b[at] ?? 0)))), 0);
    expect(found.cut).toBeCloseTo(score, 5);
    expect(found.judges.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    const alone = await temporaryFile('items.json', content);
    expect((await statsJson<Standard>('bookmark', file, '--items', alone, '--rp', `${RP}`)).cut).toBe(found.cut);
    expect(await statsText('bookmark', file, '--items', items, '--override', 'an example')).toContain('Item.');
  });
});
