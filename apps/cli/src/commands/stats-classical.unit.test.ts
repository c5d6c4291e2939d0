import { describe, expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import { golden, goldenJson, lsatFile, PRINTED, statsJson, statsText, tableFile, worst } from '../testing/run-stats.ts';

interface Option {
  readonly option: string;
  readonly keyed: boolean;
  readonly count: number;
  readonly p: number;
  readonly optionTotal: number | null;
  readonly optionRest: number | null;
  readonly meanTotal: number | null;
}

interface Classical {
  readonly n: number;
  readonly items: readonly {
    readonly id: string;
    readonly p: number;
    readonly itemTotal: number;
    readonly itemRest: number;
    readonly biserial: number;
    readonly alphaIfDeleted: number;
    readonly verdict: string;
    readonly flags: readonly string[];
    readonly options?: readonly Option[];
  }[];
  readonly mean: number;
  readonly sd: number;
  readonly alpha: number;
  readonly kr20: number;
  readonly kr21: number;
  readonly lambda2: number;
  readonly lambda6: number;
  readonly sem: number;
  readonly alphaCi: readonly [number, number];
  readonly reliability: { readonly lambda1: number; readonly lambda6Standardized: number };
}

type ByItem = Readonly<Record<string, number>>;

interface Lsat {
  readonly ctt: {
    readonly total_mean: number;
    readonly total_sd_n1: number;
    readonly p: ByItem;
    readonly point_biserial_uncorrected: ByItem;
    readonly point_biserial_corrected_item_rest: ByItem;
    readonly biserial_uncorrected: ByItem;
    readonly alpha_if_deleted: ByItem;
    readonly alpha_raw: number;
    readonly kr20: number;
    readonly kr21: number;
    readonly sem_n1: number;
    readonly guttman_lambda6_psych: number;
  };
}

interface LicensureExam {
  readonly mean: number;
  readonly sd_n1: number;
  readonly alpha: number;
  readonly p: readonly number[];
  readonly r_ir: readonly number[];
}

interface Sat12 {
  readonly key: readonly number[];
  readonly ctt: {
    readonly mean: number;
    readonly sd_n1: number;
    readonly alpha: number;
    readonly sem: number;
    readonly kr21: number;
    readonly items: readonly { readonly p: number; readonly r_it: number; readonly r_ir: number }[];
  };
  readonly guttman: Readonly<Record<'lambda1' | 'lambda2' | 'lambda6' | 'lambda6_smc_cor', number>>;
  readonly distractors: readonly (readonly {
    readonly option: number;
    readonly keyed: boolean;
    readonly n: number;
    readonly r_pb_total: number;
    readonly r_pb_rest: number;
    readonly mean_total: number;
  }[])[];
}

const keyFile = (key: readonly number[]): Promise<string> =>
  tableFile(
    'key.csv',
    ['id', 'key'],
    key.map((option, at) => [`Item.${at + 1}`, option]),
  );

describe('stats classical', () => {
  test('has the fixed names, and the numbers of psych and CTT for LSAT 6', async () => {
    const found = await statsJson<Classical>('classical', await lsatFile());
    const { ctt } = await goldenJson<Lsat>('lsat6_classical_expected.json');
    const whole = [found.n, found.mean, found.sd, found.alpha, found.kr20, found.kr21, found.sem];
    const wanted = [1000, ctt.total_mean, ctt.total_sd_n1, ctt.alpha_raw, ctt.kr20, ctt.kr21, ctt.sem_n1];
    expect(worst(whole, wanted)).toBeLessThan(PRINTED);
    for (const [name, reference] of [
      ['p', ctt.p],
      ['itemTotal', ctt.point_biserial_uncorrected],
      ['itemRest', ctt.point_biserial_corrected_item_rest],
      ['biserial', ctt.biserial_uncorrected],
      ['alphaIfDeleted', ctt.alpha_if_deleted],
    ] as const) {
      const own = found.items.map((item) => item[name]);
      expect(worst(own, Object.values(reference)), name).toBeLessThan(PRINTED);
    }
    expect(found.items.map(({ id, verdict }) => [id, verdict])).toEqual(Object.keys(ctt.p).map((id) => [id, 'ok']));
    expect(found.alphaCi[0]).toBeLessThan(found.alpha);
    expect(found.alphaCi[1]).toBeGreaterThan(found.alpha);
    // psych takes lambda-6 of the correlations; Guttman's own, of the covariances, is the fixed name.
    expect(found.reliability.lambda6Standardized).toBeCloseTo(ctt.guttman_lambda6_psych, 9);
    expect(found.lambda6).toEqual(expect.any(Number));
  });

  test('scores options by a key, and describes each of them as CTT does', async () => {
    const reference = await goldenJson<Sat12>('sat12_classical_expected.json');
    const found = await statsJson<Classical>(
      'classical',
      golden('sat12_raw.csv'),
      '--key',
      await keyFile(reference.key),
    );
    const { ctt, guttman } = reference;
    expect(
      worst(
        [
          found.mean,
          found.sd,
          found.alpha,
          found.sem,
          found.kr21,
          found.lambda2,
          found.lambda6,
          found.reliability.lambda1,
        ],
        [ctt.mean, ctt.sd_n1, ctt.alpha, ctt.sem, ctt.kr21, guttman.lambda2, guttman.lambda6, guttman.lambda1],
      ),
    ).toBeLessThan(PRINTED);
    found.items.forEach((item, at) => {
      const wanted = ctt.items[at];
      expect(
        worst([item.p, item.itemTotal, item.itemRest], [wanted?.p ?? 9, wanted?.r_it ?? 9, wanted?.r_ir ?? 9]),
      ).toBeLessThan(PRINTED);
      for (const option of reference.distractors[at] ?? []) {
        const own = item.options?.find((one) => one.option === `${option.option}`);
        expect(own).toMatchObject({ keyed: option.keyed, count: option.n });
        const numbers = [own?.optionTotal, own?.optionRest, own?.meanTotal];
        expect(worst(numbers, [option.r_pb_total, option.r_pb_rest, option.mean_total])).toBeLessThan(PRINTED);
      }
    });
    // A distractor of item 32 goes with the score better than its key: r 0.17 against 0.11.
    expect(found.items[31]?.flags).toContain('possible-miskey');
  });

  test('scores and options give the same numbers', async () => {
    const { key } = await goldenJson<Sat12>('sat12_classical_expected.json');
    const [raw, scored] = await Promise.all([
      statsJson<Classical>('classical', golden('sat12_raw.csv'), '--key', await keyFile(key)),
      statsJson<Classical>('classical', golden('sat12_scored.csv')),
    ]);
    expect(raw.alpha).toBe(scored.alpha);
    expect(raw.items.map(({ itemRest }) => itemRest)).toEqual(scored.items.map(({ itemRest }) => itemRest));
  });

  test('takes codes of omitted responses for what they are, and no option', async () => {
    const { key } = await goldenJson<Sat12>('sat12_classical_expected.json');
    const file = golden('sat12_raw.csv');
    const args = [file, '--key', await keyFile(key), '--omitted', '8'];
    const found = await statsJson<Classical & { readonly missing: string }>('classical', ...args);
    for (const { options } of found.items) expect(options?.map(({ option }) => option)).not.toContain('8');
    // An omitted response scores 0, as a wrong one does.
    const whole = await statsJson<Classical>('classical', file, '--key', await keyFile(key));
    expect(found.alpha).toBe(whole.alpha);
  });

  test('shows people the reliability and every item with its options', async () => {
    const { key } = await goldenJson<Sat12>('sat12_classical_expected.json');
    const text = await statsText('classical', golden('sat12_raw.csv'), '--key', await keyFile(key));
    expect(text).toContain('600 candidates, 32 items');
    expect(text).toMatch(/Alpha +0\.798 +\(95 % interval 0\.774 to 0\.820\)/);
    expect(text).toMatch(/Item\.32 .*possible miskey/);
    // Its options stand below, the key marked.
    expect(text).toMatch(/Option .*Option-rest[\s\S]* 5 \* /);
  });

  test('of a licensure examination of 1,636 × 170 agrees with R', async () => {
    const { mean, sd_n1, alpha, p, r_ir } = await goldenJson<LicensureExam>('credential_form1_classical_expected.json');
    const found = await statsJson<Classical>('classical', golden('credential_form1_iraw_1_170.csv.gz'));
    expect(worst([found.mean, found.sd, found.alpha], [mean, sd_n1, alpha])).toBeLessThan(PRINTED);
    expect(
      worst(
        found.items.map((item) => item.p),
        p,
      ),
    ).toBeLessThan(PRINTED);
    expect(
      worst(
        found.items.map(({ itemRest }) => itemRest),
        r_ir,
      ),
    ).toBeLessThan(PRINTED);
  });

  test('takes available responses with --missing omit, and alpha over pairs as psych', async () => {
    const reference = await goldenJson<Record<string, { readonly raw_alpha: number }>>(
      'ability_classical_expected.json',
    );
    const found = await statsJson<Classical>('classical', golden('ability_1525x16_withNA.csv'), '--missing', 'omit');
    expect(found.alpha).toBeCloseTo(reference.psych_alpha_pairwise?.raw_alpha ?? 0, 9);
    expect((await testamur(['stats', 'classical', 'x.csv', '--missing', 'no'])).err).toContain('zero, omit');
  });
});
