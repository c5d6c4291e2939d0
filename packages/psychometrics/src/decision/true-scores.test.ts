import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta, binomial } from '../numeric/distributions/index.ts';
import { fitTrueScores, type TrueScoreBeta } from './beta-distribution.ts';
import { betaPoints } from './beta-points.ts';
import { lordK, trueScoreMoments } from './true-score-moments.ts';

const shape = fc.double({ min: 0.1, max: 80, noNaN: true });

/** Scores of a test of equally difficult items, in shares of candidates. */
function scoresOf(trueScores: TrueScoreBeta, length: number): Float64Array {
  const { shares, weights } = betaPoints(trueScores, 0.5);
  return Float64Array.from({ length: length + 1 }, (_, score) =>
    shares.reduce((sum, share, at) => sum + (weights[at] ?? 0) * binomial.mass(score, length, share), 0),
  );
}

describe('points of a beta distribution', () => {
  it('give its mean, its variance and the share below the cut, for any shape', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, cut) => {
        const { shares, weights } = betaPoints({ alpha: a, beta: b, lower: 0, upper: 1, moments: 2 }, cut);
        const average = (f: (share: number) => number): number =>
          shares.reduce((sum, share, at) => sum + (weights[at] ?? 0) * f(share), 0);
        const mean = a / (a + b);
        // The quadrature ends where its weights sum to 1 within 1e-10.
        expect(Math.abs(average((x) => x) - mean)).toBeLessThan(1e-9);
        expect(Math.abs(average((x) => (x - mean) ** 2) - (mean * (1 - mean)) / (a + b + 1))).toBeLessThan(1e-9);
        expect(Math.abs(average((x) => Number(x < cut)) - beta.cdf(cut, a, b))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the fit of true scores', () => {
  it.each([
    { alpha: 5, beta: 3, lower: 0.25, upper: 0.95, moments: 4 },
    { alpha: 2, beta: 6, lower: 0.1, upper: 0.9, moments: 4 },
    { alpha: 1.5, beta: 1.2, lower: 0.3, upper: 0.98, moments: 4 },
  ] as const)('recovers four parameters from the distribution of scores: %o', (trueScores) => {
    const moments = trueScoreMoments(scoresOf(trueScores, 40), 1, 40, 0, 4);
    const fitted = fitTrueScores(moments);
    // Fourth moments lose about six digits on the way to the bounds.
    expect(fitted?.alpha).toBeCloseTo(trueScores.alpha, 4);
    expect(fitted?.beta).toBeCloseTo(trueScores.beta, 4);
    expect(fitted?.lower).toBeCloseTo(trueScores.lower, 5);
    expect(fitted?.upper).toBeCloseTo(trueScores.upper, 5);
  });

  it('falls back to two moments where four call for bounds outside 0 and 1', () => {
    const wide = { mean: 0.5, variance: 0.01 };
    // Symmetric with the kurtosis of a normal distribution: no beta distribution has it.
    const moments = [0.5, 0.25 + 0.01, 0.125 + 1.5 * 0.01, 3 * 0.01 ** 2 + 6 * 0.25 * 0.01 + 0.0625];
    const fitted = fitTrueScores(moments);
    expect(fitted).toMatchObject({ lower: 0, upper: 1, moments: 2 });
    const total = (fitted?.alpha ?? 0) + (fitted?.beta ?? 0);
    expect(0.25 / (total + 1)).toBeCloseTo(wide.variance, 12);
  });

  it('is null without variance of true scores, and with more than a distribution on [0, 1] can have', () => {
    expect(fitTrueScores([0.5, 0.25])).toBeNull();
    expect(fitTrueScores([0.5, 0.6])).toBeNull();
  });

  it('knows the true moments through Lord’s two-term errors', () => {
    const shares = [0.3, 0.6, 0.8];
    const length = 12;
    const k = 0.4;
    const counts = Float64Array.from({ length: length + 1 }, (_, score) =>
      shares.reduce((sum, t) => {
        const mass = (x: number): number => (x < 0 || x > length - 2 ? 0 : binomial.mass(x, length - 2, t));
        const second = mass(score) - 2 * mass(score - 1) + mass(score - 2);
        return sum + (binomial.mass(score, length, t) - k * t * (1 - t) * second) / 3;
      }, 0),
    );
    const moments = trueScoreMoments(counts, 1, length, k, 4);
    moments.forEach((moment, at) => {
      // Exact identities; only rounding differs.
      expect(moment).toBeCloseTo(shares.reduce((sum, t) => sum + t ** (at + 1), 0) / 3, 12);
    });
  });

  it('Lord’s k is 0 where the reliability is KR-21, and null where no room is left for error', () => {
    const [items, mean, variance] = [20, 12, 16];
    const kr21 = (items / (items - 1)) * (1 - (mean * (items - mean)) / (items * variance));
    expect(lordK(items, mean, variance, kr21)).toBeCloseTo(0, 10);
    expect(lordK(20, 10, 200, 0.9)).toBeNull();
  });
});
