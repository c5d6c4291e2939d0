import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import expected from '../../golden/raters_expected.json' with { type: 'json' };
import { goldenTable } from '../testing/golden.ts';
import { intraclassCorrelations } from './intraclass.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { ratingsOf } from './ratings.ts';
import { readRatings } from './read-ratings.ts';

describe('intraclass correlations', () => {
  test('the data of Shrout & Fleiss (1979) give the six coefficients, tests and intervals', () => {
    const { data, results } = expected.shrout_fleiss_1979;
    const { coefficients } = intraclassCorrelations(ratingsOf(data));
    results.forEach((reference, at) => {
      const own = coefficients[at];
      // Printed to 11 significant digits.
      expect(own?.icc).toBeCloseTo(reference.ICC, 10);
      expect(own?.f).toBeCloseTo(reference.F, 8);
      expect(own).toMatchObject({ df1: reference.df1, df2: reference.df2 });
      expect(own?.p).toBeCloseTo(reference.p, 9);
      expect(own?.ci?.[0]).toBeCloseTo(reference['lower bound'], 8);
      expect(own?.ci?.[1]).toBeCloseTo(reference['upper bound'], 8);
    });
    expect(coefficients.map(({ icc }) => Number((icc ?? 0).toFixed(2)))).toEqual([0.17, 0.29, 0.71, 0.44, 0.62, 0.91]);
  });

  test('the anxiety ratings give the coefficients of the reference', () => {
    const [one, two, three] = intraclassCorrelations(readRatings(goldenTable('irr_anxiety.csv'))).coefficients;
    expect(one?.icc).toBeCloseTo(expected.anxiety.icc_oneway, 10);
    expect(two?.icc).toBeCloseTo(expected.anxiety.icc_twoway_agreement_single, 10);
    expect(three?.icc).toBeCloseTo(expected.anxiety.icc_twoway_consistency_single, 10);
  });

  test('a performance with a missing rating is left out and counted', () => {
    const result = intraclassCorrelations(
      ratingsOf([
        [1, 2],
        [3, 3],
        [null, 4],
        [5, 6],
      ]),
    );
    expect(result).toMatchObject({ n: 3, incomplete: 1 });
    expect(result.notices[0]).toContain('1 of 4');
  });

  test('never NaN: constant, equal and random ratings', () => {
    const row = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        for (const { icc, f, p, ci } of intraclassCorrelations(ratingsOf(rows)).coefficients) {
          for (const value of [icc, f, p, ...(ci ?? [])]) expect(value === null || Number.isFinite(value)).toBe(true);
          if (icc !== null) expect(icc).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
    expect(
      intraclassCorrelations(
        ratingsOf([
          [2, 2],
          [2, 2],
        ]),
      ).coefficients.every(({ icc }) => icc === null),
    ).toBe(true);
  });

  test('one complete performance is refused', () => {
    expect(() =>
      intraclassCorrelations(
        ratingsOf([
          [1, 2],
          [null, 3],
        ]),
      ),
    ).toThrow(/there is one among 2/);
    expect(() => intraclassCorrelations(readRatings(goldenTable('irr_diagnoses.csv')))).toThrow(/they are words/);
  });
});

describe("Krippendorff's alpha", () => {
  const { data, ...values } = expected.krippendorff_textbook;
  const columns = (data[0] ?? []).map((_, unit) => data.map((row) => row[unit] ?? null));

  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    'the textbook data with missing ratings, %s',
    (level) => {
      // The reference prints 11 digits.
      const { alpha, n, pairable } = krippendorffAlpha(ratingsOf(columns), { level, replications: 0 });
      expect(alpha).toBeCloseTo(values[level], 10);
      expect([n, pairable]).toEqual([11, 40]);
    },
  );

  test('of complete ratings interval alpha is 1 − MSW (N − 1) / SST by analysis of variance', () => {
    const ratings = readRatings(goldenTable('irr_anxiety.csv'));
    const result = krippendorffAlpha(ratings, { level: 'interval', seed: 3 });
    const { meanSquares: ms, n, raters } = intraclassCorrelations(ratings);
    const total = (n - 1) * ms.performances + n * (raters - 1) * ms.within;
    // The reference gives 0.16307: it divides by 59.5 where there are N − 1 = 59, against its own textbook example.
    expect(result.alpha).toBeCloseTo(1 - (ms.within * (n * raters - 1)) / total, 12);
    const [low = 1, high = 0] = result.ci ?? [];
    expect(low).toBeLessThan(result.alpha ?? 0);
    expect(high).toBeGreaterThan(result.alpha ?? 0);
  });

  test('the seed decides the bootstrap', () => {
    const of = (seed: number): unknown => krippendorffAlpha(ratingsOf(columns), { seed, replications: 200 }).ci;
    expect(of(5)).toEqual(of(5));
    expect(of(5)).not.toEqual(of(6));
  });

  test('interval alpha of two raters by its definition over all pairs of values', () => {
    const rows = [
      [1, 2],
      [3, 3],
      [5, 4],
      [2, 2],
      [4, 1],
    ];
    const all = rows.flat();
    const within = rows.reduce((sum, [a = 0, b = 0]) => sum + 2 * (a - b) ** 2, 0) / all.length;
    const between =
      all.reduce((sum, a) => sum + all.reduce((own, b) => own + (a - b) ** 2, 0), 0) / (all.length * (all.length - 1));
    expect(krippendorffAlpha(ratingsOf(rows), { level: 'interval', replications: 0 }).alpha).toBeCloseTo(
      1 - within / between,
      12,
    );
  });

  test('constant ratings have no alpha, unpaired ratings are refused', () => {
    expect(
      krippendorffAlpha(
        ratingsOf([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toMatchObject({ alpha: null, ci: null });
    expect(() =>
      krippendorffAlpha(
        ratingsOf([
          [1, null],
          [null, 1],
        ]),
      ),
    ).toThrow(/no performance was rated twice/);
    expect(() => krippendorffAlpha(ratingsOf([[-1, 1]]), { level: 'ratio' })).toThrow(/interval level/);
  });
});
