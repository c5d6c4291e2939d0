import { describe, expect, it } from 'vitest';
import { largestDifference } from '../testing/deviation.ts';
import { goldenJson } from '../testing/golden.ts';
import { credential, lsat6, raw, scored } from '../testing/reference-data.ts';
import { classical } from './classical.ts';
import { distractors } from './distractors.ts';

/** The references print 11 to 12 digits and the formulas are exact. */
const PRINTED = 1e-10;

interface Sat12 {
  readonly key: readonly number[];
  readonly ctt: {
    readonly mean: number;
    readonly sd_n1: number;
    readonly skew: number;
    readonly kurtosis: number;
    readonly alpha: number;
    readonly sem: number;
    readonly kr21: number;
    readonly split_half_odd_even_SB: number;
    readonly guttman_split_half: number;
    readonly items: readonly { p: number; r_it: number; r_ir: number; alpha_if_deleted: number; bis_ctt_pkg: number }[];
  };
  readonly distractors: readonly (readonly {
    option: number;
    keyed: boolean;
    n: number;
    prop: number;
    r_pb_total: number;
    r_pb_rest: number;
    mean_total: number;
  }[])[];
  readonly guttman: { lambda1: number; lambda2: number; lambda6: number; lambda6_smc_cor: number };
  readonly omega_total_1f: number;
}

describe('SAT12 agrees with psych 2.2.9 and CTT 2.3.3', () => {
  const expected = goldenJson<Sat12>('sat12_classical_expected.json');
  const result = classical(scored('sat12_scored.csv'));
  const { score, reliability } = result;

  it('in the distribution of scores', () => {
    const { mean, sd, skewness, kurtosis } = score;
    const { ctt } = expected;
    expect(
      largestDifference([mean, sd, skewness, kurtosis], [ctt.mean, ctt.sd_n1, ctt.skew, ctt.kurtosis]),
    ).toBeLessThan(PRINTED);
    expect(score.distribution.reduce((n, { count }) => n + count, 0)).toBe(600);
  });

  it('in alpha, KR-20, KR-21, SEM and the bounds of Guttman', () => {
    const { ctt, guttman } = expected;
    const { alpha, kr20, kr21, sem, splitHalf, lambda1, lambda2, lambda6, lambda6Standardized } = reliability;
    const values = [alpha, kr20, kr21, sem, splitHalf.oddEven, splitHalf.guttman];
    const bounds = [lambda1, lambda2, lambda6, lambda6Standardized];
    expect(
      largestDifference(values, [
        ctt.alpha,
        ctt.alpha,
        ctt.kr21,
        ctt.sem,
        ctt.split_half_odd_even_SB,
        ctt.guttman_split_half,
      ]),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(bounds, [guttman.lambda1, guttman.lambda2, guttman.lambda6, guttman.lambda6_smc_cor]),
    ).toBeLessThan(PRINTED);
    // The reference extracts its factor by another method that it does not name; least squares and maximum likelihood
    // differ by 1e-4 here.
    expect(Math.abs((reliability.omegaTotal ?? 0) - expected.omega_total_1f)).toBeLessThan(2e-4);
  });

  it('in the difficulty and the discrimination of every item', () => {
    const { items } = expected.ctt;
    expect(
      largestDifference(
        result.items.map(({ p }) => p),
        items.map(({ p }) => p),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        result.items.map((item) => item.itemTotal),
        items.map((item) => item.r_it),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        result.items.map((item) => item.itemRest),
        items.map((item) => item.r_ir),
      ),
    ).toBeLessThan(PRINTED);
    const biserials = items.map((item) => item.bis_ctt_pkg);
    expect(
      largestDifference(
        result.items.map((item) => item.biserialRest),
        biserials,
      ),
    ).toBeLessThan(PRINTED);
    const without = items.map((item) => item.alpha_if_deleted);
    expect(
      largestDifference(
        result.items.map((item) => item.alphaIfDeleted),
        without,
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in count, share, correlations and mean score of every option', () => {
    const options = raw('sat12_raw.csv');
    const key = new Map(options.items.map((id, item) => [id, [`${expected.key[item]}`]]));
    const { items } = distractors(options, key);
    expected.distractors.forEach((reference, item) => {
      const own = items[item]?.options ?? [];
      expect(own.map(({ option, keyed, count }) => [option, keyed, count])).toEqual(
        reference.map(({ option, keyed, n }) => [`${option}`, keyed, n]),
      );
      expect(
        largestDifference(
          own.map(({ p }) => p),
          reference.map(({ prop }) => prop),
        ),
      ).toBeLessThan(PRINTED);
      expect(
        largestDifference(
          own.map((o) => o.optionTotal),
          reference.map((o) => o.r_pb_total),
        ),
      ).toBeLessThan(PRINTED);
      expect(
        largestDifference(
          own.map((o) => o.optionRest),
          reference.map((o) => o.r_pb_rest),
        ),
      ).toBeLessThan(PRINTED);
      expect(
        largestDifference(
          own.map((o) => o.meanTotal),
          reference.map((o) => o.mean_total),
        ),
      ).toBeLessThan(PRINTED);
    });
  });
});

describe('LSAT section 6 agrees with psych 2.2.9 and CTT 2.3.3', () => {
  interface Lsat6 {
    readonly ctt: Readonly<Record<'total_mean' | 'total_sd_n1' | 'alpha_raw' | 'kr20' | 'kr21' | 'sem_n1', number>> & {
      readonly guttman_lambda6_psych: number;
    } & Readonly<
        Record<
          | 'p'
          | 'point_biserial_uncorrected'
          | 'point_biserial_corrected_item_rest'
          | 'biserial_uncorrected'
          | 'alpha_if_deleted',
          Readonly<Record<string, number>>
        >
      >;
  }
  const { ctt } = goldenJson<Lsat6>('lsat6_classical_expected.json');
  const { items, score, reliability } = classical(lsat6());

  it('in the test', () => {
    const { alpha, kr20, kr21, sem, lambda6Standardized } = reliability;
    expect(
      largestDifference(
        [score.mean, score.sd, alpha, kr20, kr21, sem, lambda6Standardized],
        [ctt.total_mean, ctt.total_sd_n1, ctt.alpha_raw, ctt.kr20, ctt.kr21, ctt.sem_n1, ctt.guttman_lambda6_psych],
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in the items, biserial correlations with the total among them', () => {
    const of = (name: keyof typeof ctt): number[] => Object.values(ctt[name]);
    expect(
      largestDifference(
        items.map(({ p }) => p),
        of('p'),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map((i) => i.itemTotal),
        of('point_biserial_uncorrected'),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map((i) => i.itemRest),
        of('point_biserial_corrected_item_rest'),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map((i) => i.biserial),
        of('biserial_uncorrected'),
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map((i) => i.alphaIfDeleted),
        of('alpha_if_deleted'),
      ),
    ).toBeLessThan(PRINTED);
  });
});

it('ability data with missing scores: alpha and item-rest correlations of available cases agree with psych', () => {
  const { psych_alpha_pairwise: expected } = goldenJson<{
    psych_alpha_pairwise: { raw_alpha: number; std_alpha: number; r_drop: readonly number[] };
  }>('ability_classical_expected.json');
  const { reliability, items, n, notices } = classical(scored('ability_1525x16_withNA.csv'), { missing: 'omit' });
  const { alpha, standardizedAlpha } = reliability;
  expect(largestDifference([alpha, standardizedAlpha], [expected.raw_alpha, expected.std_alpha])).toBeLessThan(PRINTED);
  expect(
    largestDifference(
      items.map(({ itemRest }) => itemRest),
      expected.r_drop,
    ),
  ).toBeLessThan(PRINTED);
  expect(n).toBe(1509);
  expect(notices.some((text) => text.includes('left out (16)'))).toBe(true);
});

describe('the licensure examination of 1,636 × 170 agrees with mirt and base R', () => {
  const expected = goldenJson<{
    mean: number;
    sd_n1: number;
    alpha: number;
    p: readonly number[];
    r_ir: readonly number[];
  }>('credential_form1_classical_expected.json');
  const exam = credential();
  const { score, reliability, items } = classical(exam.scores);

  it('in mean, standard deviation, alpha, difficulties and discriminations', () => {
    expect(
      largestDifference([score.mean, score.sd, reliability.alpha], [expected.mean, expected.sd_n1, expected.alpha]),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map(({ p }) => p),
        expected.p,
      ),
    ).toBeLessThan(PRINTED);
    expect(
      largestDifference(
        items.map(({ itemRest }) => itemRest),
        expected.r_ir,
      ),
    ).toBeLessThan(PRINTED);
  });

  it('in the number of omitted responses', () => {
    const { items: analyzed } = distractors(exam.raw, exam.key);
    expect(analyzed.reduce((sum, { none }) => sum + none.count, 0)).toBe(135);
    expect(analyzed.every(({ options }) => options.length === 4)).toBe(true);
  });
});
