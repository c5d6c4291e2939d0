import { describe, expect, test } from 'vitest';
import expected from '../../golden/raters_expected.json' with { type: 'json' };
import { Random } from '../numeric/random.ts';
import { dStudy } from './d-study.ts';
import { gStudy } from './g-study.ts';
import { type Rating, ratingsOf } from './ratings.ts';

/** Persons × items × raters with all effects drawn; raters are named within items when nested. */
function draw(persons: number, items: number, raters: number, nested: boolean, seed: number): readonly Rating[] {
  const random = new Random(seed);
  const effects = new Map<string, number>();
  const effect = (name: string, sd: number): number => {
    const known = effects.get(name) ?? random.normal() * sd;
    effects.set(name, known);
    return known;
  };
  const records: Rating[] = [];
  for (let p = 0; p < persons; p += 1) {
    for (let i = 0; i < items; i += 1) {
      for (let r = 0; r < raters; r += 1) {
        const rater = nested ? `${i}-${r}` : `${r}`;
        const parts = [effect(`p${p}`, 1), effect(`i${i}`, 0.5), effect(`r${rater}`, 0.4), effect(`p${p}i${i}`, 0.6)];
        const pair = nested ? 0 : effect(`p${p}r${rater}`, 0.3);
        const score = parts.reduce((sum, part) => sum + part, pair) + random.normal() * 0.7;
        records.push({ person: `${p}`, item: `${i}`, rater, time: null, score });
      }
    }
  }
  return records;
}

/** Mean covariance over persons of pairs of ratings chosen by item and rater: an estimator without mean squares. */
function meanCovariance(
  records: readonly Rating[],
  choose: (sameItem: boolean, sameRater: boolean) => boolean,
): number {
  const columns = Map.groupBy(records, ({ item, rater }) => `${item}|${rater}`);
  const covariances: number[] = [];
  for (const [a, left] of columns) {
    for (const [b, right] of columns) {
      const [itemA, raterA] = a.split('|');
      const [itemB, raterB] = b.split('|');
      if (!choose(itemA === itemB, raterA === raterB)) continue;
      const n = left.length;
      const meanA = left.reduce((sum, { score }) => sum + score, 0) / n;
      const meanB = right.reduce((sum, { score }) => sum + score, 0) / n;
      const product = left.reduce((sum, { score }, at) => sum + (score - meanA) * ((right[at]?.score ?? 0) - meanB), 0);
      covariances.push(product / (n - 1));
    }
  }
  return covariances.reduce((sum, value) => sum + value, 0) / covariances.length;
}

const componentsOf = (records: readonly Rating[]): Map<string, number> =>
  new Map(gStudy(records).components.map(({ effect, estimate }) => [effect, estimate]));

describe('G-study', () => {
  test('p×r of the data of Shrout & Fleiss gives the components of restricted maximum likelihood', () => {
    const { components } = gStudy(ratingsOf(expected.shrout_fleiss_1979.data));
    // The optimizer of the reference stops 3e-6 short; in a balanced design without negatives it is the ANOVA estimate.
    components.forEach(({ estimate }, at) => {
      const reference = expected.gstudy_sf.vc[at]?.vcov ?? 0;
      expect(Math.abs(estimate / reference - 1)).toBeLessThan(5e-6);
    });
  });

  test('p×r×i: each component equals its formula by covariances, which uses no mean squares', () => {
    const records = draw(12, 3, 4, false, 7);
    const components = componentsOf(records);
    const p = meanCovariance(records, (item, rater) => !item && !rater);
    expect(components.get('p')).toBeCloseTo(p, 10);
    expect(components.get('pr')).toBeCloseTo(meanCovariance(records, (item, rater) => !item && rater) - p, 10);
    expect(components.get('pi')).toBeCloseTo(meanCovariance(records, (item, rater) => item && !rater) - p, 10);
    expect(gStudy(records).design).toBe('p×r×i');
  });

  test('p×(r:i): raters who rate one item each are nested, and the components equal those by covariances', () => {
    const records = draw(12, 3, 2, true, 8);
    const components = componentsOf(records);
    const p = meanCovariance(records, (item) => !item);
    expect(gStudy(records)).toMatchObject({ design: 'p×(r:i)', raters: 2, items: 3, n: 12 });
    expect(components.get('p')).toBeCloseTo(p, 10);
    expect(components.get('pi')).toBeCloseTo(meanCovariance(records, (item, rater) => item && !rater) - p, 10);
  });

  test('known variances come back within four standard errors', () => {
    const { components } = gStudy(draw(300, 12, 10, false, 9));
    const truth: Record<string, number> = { p: 1, i: 0.25, r: 0.16, pi: 0.36, pr: 0.09, ri: 0, 'pri,e': 0.49 };
    for (const { effect, estimate, se } of components)
      expect(Math.abs(estimate - (truth[effect] ?? 0))).toBeLessThan(4 * se + 1e-12);
  });

  test('the mean standard error of p×r is the standard deviation of the estimates over many samples', () => {
    const runs = Array.from({ length: 300 }, (_, seed) => gStudy(draw(15, 1, 5, false, 1000 + seed)).components[0]);
    const estimates = runs.map((component) => component?.estimate ?? 0);
    const mean = estimates.reduce((sum, value) => sum + value, 0) / runs.length;
    const spread = Math.sqrt(estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs.length - 1));
    const error = runs.reduce((sum, component) => sum + (component?.se ?? 0), 0) / runs.length;
    // A standard deviation of 300 draws has a relative error of 4 %, skewed here; three of them.
    expect(Math.abs(error / spread - 1)).toBeLessThan(0.15);
  });

  test('a negative component is reported as it is, and counts as 0', () => {
    const { components, notices } = gStudy(
      ratingsOf([
        [1, 4],
        [2, 3],
        [3, 2],
        [4, 1],
      ]),
    );
    const [person] = components;
    expect(person?.estimate).toBeLessThan(0);
    expect(person).toMatchObject({ variance: 0, share: 0 });
    expect(notices.join(' ')).toContain('Negative estimates were set to 0: p');
  });

  test('missing ratings leave persons out; too few persons and unequal nesting are refused', () => {
    expect(
      gStudy(
        ratingsOf([
          [1, 2],
          [2, 4],
          [3, null],
          [5, 5],
        ]),
      ),
    ).toMatchObject({ n: 3, incomplete: 1 });
    expect(() =>
      gStudy(
        ratingsOf([
          [1, 2],
          [null, 3],
        ]),
      ),
    ).toThrow(/two persons with all ratings; of 2 there is one/);
    const uneven = draw(4, 2, 2, true, 1).filter(({ rater }) => rater !== '1-1');
    expect(() => gStudy(uneven)).toThrow(/unbalanced: the items have 2, 1 raters/);
  });
});

describe('D-study', () => {
  test('of p×r the coefficients are those of Shrout & Fleiss: Eρ² is ICC(3), Φ is ICC(2)', () => {
    const rows = dStudy(gStudy(ratingsOf(expected.shrout_fleiss_1979.data)), { raters: [1, 4] });
    const icc = expected.shrout_fleiss_1979.results.map(({ ICC }) => ICC);
    // The reference prints 11 digits.
    expect(rows[0]?.generalizability).toBeCloseTo(icc[2] ?? 0, 9);
    expect(rows[1]?.generalizability).toBeCloseTo(icc[5] ?? 0, 9);
    expect(rows[0]?.dependability).toBeCloseTo(icc[1] ?? 0, 9);
    expect(rows[1]?.dependability).toBeCloseTo(icc[4] ?? 0, 9);
  });

  test('Φ(λ) is at least Φ, nearly Φ at the mean, and near 1 far from it', () => {
    const study = gStudy(draw(50, 4, 3, false, 4));
    const at = (cut: number): number => dStudy(study, { cut })[0]?.dependabilityAtCut ?? 0;
    const phi = dStudy(study)[0]?.dependability ?? 0;
    expect(at(study.grandMean)).toBeCloseTo(phi, 12);
    expect(at(study.grandMean + 20)).toBeGreaterThan(0.99);
  });

  test('more raters and items never lower a coefficient', () => {
    const study = gStudy(draw(20, 3, 3, false, 5));
    const rows = dStudy(study, { raters: [1, 2, 3, 10], items: [1, 2, 8] });
    expect(rows).toHaveLength(12);
    const phis = rows.slice(0, 4).map(({ dependability }) => dependability ?? 0);
    expect([...phis].sort((a, b) => a - b)).toEqual(phis);
    expect(() => dStudy(study, { raters: [0] })).toThrow(/whole numbers from 1/);
  });
});
