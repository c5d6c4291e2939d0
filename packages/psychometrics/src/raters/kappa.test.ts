import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import expected from '../../golden/raters_expected.json' with { type: 'json' };
import { goldenTable } from '../testing/golden.ts';
import { agreement } from './agreement.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { cohenKappa, pairwiseKappa } from './kappa.ts';
import { kappaOfTable } from './kappa-table.ts';
import { ratingsOf } from './ratings.ts';
import { readRatings } from './read-ratings.ts';

// The references print 11 significant digits.
const digits = 10;
const anxiety = readRatings(goldenTable('irr_anxiety.csv'));
const diagnoses = readRatings(goldenTable('irr_diagnoses.csv'));
const first = ['rater1', 'rater2'] as const;

describe("Cohen's kappa", () => {
  test("Cohen's (1968) table gives kappa .492 and weighted kappa .348 with the intervals of the reference", () => {
    const { table, disagreement_weights: weights, kappa, weighted, confid } = expected.cohen_1968_weighted;
    const counts = table.map((row) => row.map((share) => Math.round(share * 200)));
    const pairs = counts.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])));
    const result = cohenKappa(ratingsOf(pairs));
    expect(result.kappa).toBeCloseTo(kappa, digits);
    expect(result.ci?.[0]).toBeCloseTo(confid[0]?.[0] ?? 0, digits);
    expect(result.ci?.[1]).toBeCloseTo(confid[0]?.[2] ?? 0, digits);
    // The reference's interval of weighted kappa is wider than its formula (Fleiss, Cohen & Everitt, 1969) gives; the
    // formula is held to numerical derivatives below.
    expect(cohenKappa(ratingsOf(pairs), { weights }).kappa).toBeCloseTo(weighted, digits);
  });

  test('kappa of two raters has the value and the test of the reference, at every weighting', () => {
    for (const [weights, reference] of [
      ['none', expected.anxiety.kappa2_12_unweighted],
      ['linear', expected.anxiety.kappa2_12_equal],
      ['quadratic', expected.anxiety.kappa2_12_squared],
    ] as const) {
      const result = cohenKappa(anxiety, { weights, raters: first });
      expect(result.kappa).toBeCloseTo(reference.value, digits);
      expect(result.z).toBeCloseTo(reference.statistic, 8);
      expect(result.p).toBeCloseTo(reference.p, 8);
    }
  });

  test("the mean over pairs is Light's kappa", () => {
    expect(pairwiseKappa(diagnoses).light).toBeCloseTo(expected.diagnoses.light_kappa, digits);
    expect(pairwiseKappa(diagnoses).pairs).toHaveLength(15);
  });

  test('the standard error is that of the delta method, taken by numerical derivatives', () => {
    const counts = [
      [20, 5, 3],
      [4, 15, 6],
      [1, 7, 19],
    ];
    const weights = [
      [1, 0.5, 0],
      [0.5, 1, 0.5],
      [0, 0.5, 1],
    ];
    const n = 80;
    const at = (i: number, j: number, by: number): number => {
      const moved = counts.map((row, a) => row.map((count, b) => count / n + (a === i && b === j ? by : 0)));
      // Not normalized: kappa as a function of free cell shares, its chance part by the moved margins.
      const total = 1 + by;
      return (
        kappaOfTable(
          moved.map((row) => row.map((share) => share / total)),
          weights,
          n,
        ).kappa ?? 0
      );
    };
    let mean = 0;
    let square = 0;
    counts.forEach((row, i) => {
      row.forEach((count, j) => {
        const slope = (at(i, j, 1e-6) - at(i, j, -1e-6)) / 2e-6;
        mean += (count / n) * slope;
        square += (count / n) * slope ** 2;
      });
    });
    // Central differences are good to about 1e-9.
    expect(kappaOfTable(counts, weights, n).se).toBeCloseTo(Math.sqrt((square - mean ** 2) / n), 7);
  });

  test('no table with the same margins has a kappa above the maximum, and one has it', () => {
    const pairs = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 2],
      [0, 0],
      [1, 0],
    ];
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const { maximum } = cohenKappa(ratingsOf(pairs), { weights });
      let best = -Infinity;
      const second = pairs.map(([, b]) => b ?? 0);
      const swap = (at: number): void => {
        if (at === second.length) {
          const joined = pairs.map(([a], index) => [a ?? 0, second[index] ?? 0]);
          best = Math.max(best, cohenKappa(ratingsOf(joined), { weights }).kappa ?? 0);
          return;
        }
        const used = new Set<number>();
        for (let other = at; other < second.length; other += 1) {
          if (used.has(second[other] ?? 0)) continue;
          used.add(second[other] ?? 0);
          [second[at], second[other]] = [second[other] ?? 0, second[at] ?? 0];
          swap(at + 1);
          [second[at], second[other]] = [second[other] ?? 0, second[at] ?? 0];
        }
      };
      swap(0);
      expect(maximum).toBeCloseTo(best, 12);
    }
  });

  test('one category throughout has no kappa, and says so', () => {
    const result = cohenKappa(
      ratingsOf([
        [1, 1],
        [1, 1],
      ]),
    );
    expect(result).toMatchObject({ kappa: null, se: null, ci: null, p: null, maximum: null });
    expect(result.notices[0]).toContain('one and the same category');
  });

  test('misuse is refused with what is wrong', () => {
    expect(() => cohenKappa(ratingsOf([[1], [2]]))).toThrow(/at least two raters; there is one/);
    expect(() =>
      cohenKappa(
        ratingsOf([
          [1, null],
          [null, 2],
        ]),
      ),
    ).toThrow(/rated no performance in common/);
    expect(() => cohenKappa(anxiety, { raters: ['rater1', 'nobody'] })).toThrow(/no rater "nobody"/);
    expect(() =>
      cohenKappa(anxiety, {
        weights: [
          [0, 1],
          [1, 0],
        ],
      }),
    ).toThrow(/6 × 6/);
    expect(() => ratingsOf([[1, Number.NaN]])).toThrow(/row 1, rater 2/);
  });

  test('is symmetric in the raters and never above 1, whatever the ratings', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('none', 'linear', 'quadratic'),
        (rows, weights) => {
          const one = cohenKappa(ratingsOf(rows), { weights });
          const other = cohenKappa(ratingsOf(rows.map(([a, b]) => [b, a])), { weights });
          expect(JSON.stringify(one)).not.toMatch(/NaN|Infinity/);
          if (one.kappa === null) {
            expect(other.kappa).toBeNull();
            return;
          }
          expect(one.kappa).toBeCloseTo(other.kappa ?? Number.NaN, 12);
          expect(one.kappa).toBeLessThanOrEqual((one.maximum ?? 1) + 1e-12);
        },
      ),
    );
  });
});

describe("Fleiss' kappa", () => {
  test("Fleiss' (1971) diagnoses give .430 and its test", () => {
    const result = fleissKappa(diagnoses);
    expect(result.kappa).toBeCloseTo(expected.diagnoses.fleiss_kappa.value, digits);
    expect(result.z).toBeCloseTo(expected.diagnoses.fleiss_kappa.statistic, 8);
  });

  test('the categories have the kappas of Fleiss (1971), Table 3', () => {
    // Published to three decimals.
    const published = [0.245, 0.245, 0.52, 0.471, 0.566];
    fleissKappa(diagnoses).categories.forEach(({ kappa }, at) => {
      expect(kappa).toBeCloseTo(published[at] ?? 0, 3);
    });
  });

  test('the standard error of the interval is near that of the jackknife over performances', () => {
    const { scores } = diagnoses;
    const n = scores.length;
    const left = scores.map(
      (_, out) =>
        fleissKappa({
          ...diagnoses,
          performances: diagnoses.performances.slice(1),
          scores: scores.filter((__, at) => at !== out),
        }).kappa ?? 0,
    );
    const mean = left.reduce((sum, value) => sum + value, 0) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    // Both are first-order approximations; at n = 30 they differ by terms of order 1/n.
    expect((fleissKappa(diagnoses).se ?? 0) / jackknife).toBeGreaterThan(0.93);
    expect((fleissKappa(diagnoses).se ?? 0) / jackknife).toBeLessThan(1.07);
  });

  test('performances with fewer ratings are named', () => {
    expect(() =>
      fleissKappa(
        ratingsOf([
          [1, 1, 2],
          [1, null, 2],
        ]),
      ),
    ).toThrow(/1 performances have fewer ratings than the 3.*\(2\)/s);
  });
});

test('kappa of raters who have no performance in common is refused', () => {
  const apart = ratingsOf([
    [1, null],
    [2, null],
    [null, 1],
  ]);
  expect(() => pairwiseKappa(apart)).toThrow(/no two raters rated the same performance/);
});

test('agreement counts pairs, exact and adjacent, with an exact interval for two raters', () => {
  const result = agreement(
    ratingsOf([
      [1, 1],
      [1, 2],
      [1, 3],
      [4, 4],
    ]),
  );
  expect(result).toMatchObject({ n: 4, exact: 0.5, adjacent: 0.75 });
  // 2 of 4: Clopper & Pearson give 0.0676 to 0.9324 (tables of Diem & Lentner, 1970).
  expect(result.exactCi?.[0]).toBeCloseTo(0.0676, 4);
  expect(agreement(diagnoses).adjacent).toBeNull();
});
