import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, NOT_REACHED, OMITTED, responseMatrix } from '../data/index.ts';
import { lsat6 } from '../testing/reference-data.ts';
import { alphaInterval, alphaOf } from './alpha.ts';
import { classical } from './classical.ts';
import { compositeReliability } from './composite.ts';
import { itemCovariance } from './item-covariance.ts';
import { itemScores } from './item-scores.ts';
import { omegaTotal } from './omega.ts';
import { splitHalves } from './split-half.ts';

const rows = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })).chain(([n, k]) =>
  fc.array(
    fc.array(fc.constantFrom(0, 0, 1, 1, 2, OMITTED, NOT_REACHED, NOT_PRESENTED), { minLength: k, maxLength: k }),
    {
      minLength: n,
      maxLength: n,
    },
  ),
);

/** The paths of numbers in a result that are NaN or infinite. */
function badNumbers(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => badNumbers(inner, `${path}.${name}`));
}

describe('bad data', () => {
  it('gives null or a RangeError, never NaN or Infinity', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('zero' as const, 'omit' as const), (given, missing) => {
        const data = responseMatrix(given);
        try {
          expect(badNumbers(classical(data, { missing, parts: data.items.map((_, i) => `${i % 2}`) }))).toEqual([]);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          expect(error.message).toMatch(/no candidate has a score/);
        }
      }),
    );
  });

  it('of no candidates and of no items is refused', () => {
    expect(() => classical(responseMatrix([], { items: ['a'] }))).toThrow(/no candidates/);
    expect(() => classical(responseMatrix([[], []]))).toThrow(/no items/);
  });

  it('names the item whose maximum lies below a score', () => {
    expect(() => classical(responseMatrix([[3], [1]], { items: ['essay'] }), { maximum: [2] })).toThrow(/essay.*3 was/);
  });

  it('of one candidate has counts and no reliability, and says so', () => {
    const { n, reliability, score, sample, notices } = classical(responseMatrix([[1, 0, 1]]));
    expect([n, score.mean, score.sd, reliability.alpha, reliability.alphaInterval]).toEqual([1, 2, null, null, null]);
    expect(sample.verdict).toBe('too-few');
    expect(notices.join(' ')).toMatch(/no reliability/);
  });

  it('of forms without common candidates says which items were never answered together', () => {
    const forms = responseMatrix(
      [
        [1, NOT_PRESENTED],
        [0, NOT_PRESENTED],
        [NOT_PRESENTED, 1],
        [NOT_PRESENTED, 0],
      ],
      { items: ['a', 'b'] },
    );
    expect(classical(forms).notices.join(' ')).toMatch(/both a and b/);
  });

  it('with a constant item keeps the other items intact', () => {
    const { items, reliability } = classical(
      responseMatrix([
        [1, 1, 0],
        [1, 0, 1],
        [1, 1, 1],
        [1, 0, 0],
      ]),
    );
    expect(items[0]?.itemRest).toBeNull();
    expect(items[0]?.flags).toContain('no-variance');
    expect(items[1]?.itemRest).not.toBeNull();
    expect(reliability.lambda6).not.toBeNull();
  });
});

describe('missing responses', () => {
  const data = responseMatrix([
    [1, 1, OMITTED],
    [0, 1, NOT_REACHED],
    [1, 0, 1],
    [0, 0, NOT_PRESENTED],
  ]);

  it('are counted by kind', () => {
    const { omitted, notReached, notPresented } = classical(data).items[2] ?? {};
    expect([omitted, notReached, notPresented]).toEqual([1, 1, 1]);
  });

  it('score 0 when omitted or not reached, and are left out when not presented', () => {
    expect(classical(data).items.map(({ n, p }) => [n, p])).toEqual([
      [4, 0.5],
      [4, 0.5],
      [3, 1 / 3],
    ]);
    expect(classical(data, { missing: 'omit' }).items[2]).toMatchObject({ n: 1, p: 1 });
  });
});

describe('reliability', () => {
  const covariance = () => {
    const result = itemCovariance(itemScores(lsat6()));
    if ('apart' in result) throw new Error('LSAT is complete');
    return result;
  };

  it('the mean of all split halves of an even test is alpha (Cronbach 1951)', () => {
    const { items, matrix } = covariance();
    const four = { ...covariance(), items: items.slice(0, 4) };
    const inner = Float64Array.from({ length: 16 }, (_, at) => matrix[Math.floor(at / 4) * 5 + (at % 4)] ?? 0);
    const sums = Float64Array.from({ length: 4 }, (_, a) => inner.slice(4 * a, 4 * a + 4).reduce((s, x) => s + x, 0));
    const test = {
      items: four.items,
      matrix: inner,
      variances: Float64Array.from({ length: 4 }, (_, a) => inner[5 * a] ?? 0),
      withTotal: sums,
      total: sums.reduce((s, x) => s + x, 0),
    };
    const halves = splitHalves(test);
    expect(halves).toMatchObject({ splits: 3, exhaustive: true });
    // Both are sums of the same 16 numbers: only rounding differs.
    expect(halves.mean).toBeCloseTo(alphaOf(test) ?? 0, 12);
  });

  it('the interval of alpha is Feldt’s: its limits have (1 − α)/(1 − α̂) at the quantiles of F', () => {
    const { reliability } = classical(
      responseMatrix(
        Array.from({ length: 41 }, (_, p) => Array.from({ length: 10 }, (_, i) => ((p * (i + 3)) % 7 > 2 ? 1 : 0))),
      ),
    );
    const alpha = reliability.alpha ?? 0;
    const [low, high] = reliability.alphaInterval ?? [0, 0];
    expect((1 - low) / (1 - alpha)).toBeCloseTo(F_HIGH, 8);
    expect((1 - high) / (1 - alpha)).toBeCloseTo(F_LOW, 8);
  });

  it('a bootstrap of alpha repeats with its seed, and lies about Feldt’s interval in a regular sample', () => {
    const bootstrap = { seed: 5, replicates: 400 };
    const one = classical(lsat6(), { bootstrap }).reliability;
    const two = classical(lsat6(), { bootstrap }).reliability;
    const feldt = classical(lsat6()).reliability.alphaInterval ?? [0, 0];
    expect(one.alphaInterval).toEqual(two.alphaInterval);
    expect(one.intervalMethod).toBe('bootstrap');
    // 400 samples leave about 0.01 of chance in each end; skewed scores move it by as much again.
    expect(Math.abs((one.alphaInterval?.[0] ?? 0) - feldt[0])).toBeLessThan(0.03);
    expect(Math.abs((one.alphaInterval?.[1] ?? 0) - feldt[1])).toBeLessThan(0.03);
  });

  it('of a composite with weights of 1 (Mosier) is stratified alpha', () => {
    const { composite } = classical(lsat6(), { parts: ['a', 'a', 'b', 'b', 'b'] }).reliability;
    expect(composite?.parts.map(({ id, items }) => [id, items])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
    expect(composite?.weighted).toBeCloseTo(composite?.stratifiedAlpha ?? 0, 12);
  });

  it('of one part is alpha', () => {
    const { composite, alpha } = classical(lsat6(), { parts: ['a', 'a', 'a', 'a', 'a'] }).reliability;
    expect(composite?.stratifiedAlpha).toBeCloseTo(alpha ?? 0, 12);
  });

  it('has the interval of each part at the confidence that was asked for', () => {
    const parts = ['a', 'a', 'b', 'b', 'b'];
    const of = (confidence: number) => classical(lsat6(), { parts, confidence }).reliability.composite?.parts[1];
    const { alpha = null, alphaInterval: own } = of(0.8) ?? {};
    expect(own).toEqual(alphaInterval(alpha, 1000, 3, 0.8));
    expect(own).not.toEqual(of(0.95)?.alphaInterval);
  });

  it('of two uncorrelated parts of variance 1, reliability 0.8 and 0.6, is their mean by Mosier’s formula', () => {
    const parts = {
      weights: [1, 1],
      reliabilities: [0.8, 0.6],
      covariance: [
        [1, 0],
        [0, 1],
      ],
    };
    expect(compositeReliability(parts)).toBeCloseTo(0.7, 14);
    expect(() => compositeReliability({ ...parts, weights: [1] })).toThrow(/1 weights, 2 reliabilities/);
  });

  it('omega recovers the loadings of a perfect one-factor matrix', () => {
    const loadings = [0.3, 0.5, 0.6, 0.7];
    const matrix = Float64Array.from({ length: 16 }, (_, at) =>
      at % 5 === 0 ? 1 : (loadings[Math.floor(at / 4)] ?? 0) * (loadings[at % 4] ?? 0),
    );
    const withTotal = Float64Array.from({ length: 4 }, (_, a) =>
      matrix.slice(4 * a, 4 * a + 4).reduce((s, x) => s + x),
    );
    const given = { items: [0, 1, 2, 3], matrix, variances: new Float64Array(4).fill(1), withTotal, total: 0 };
    const { omega, converged } = omegaTotal({ ...given, total: withTotal.reduce((s, x) => s + x) });
    const common = 2.1 ** 2;
    // The iteration stops when loadings change by less than 1e-12.
    expect(omega).toBeCloseTo(common / (common + 4 - 0.09 - 0.25 - 0.36 - 0.49), 9);
    expect(converged).toBe(true);
  });
});

/** Quantiles 0.975 and 0.025 of F with 40 and 360 degrees of freedom, by scipy 1.17. */
const F_HIGH = 1.527324797487;
const F_LOW = 0.59976839963;
