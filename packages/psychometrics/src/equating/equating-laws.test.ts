import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleArcThrough } from './circle-arc.ts';
import type { FrequencyDistribution } from './distribution.ts';
import { equipercentileFunction } from './distribution-methods.ts';
import { equateGroups } from './equate.ts';
import { continuize, percentileRank, scoreAtRank } from './percentile-rank.ts';

const distribution = (least: number): fc.Arbitrary<FrequencyDistribution> =>
  fc
    .array(fc.integer({ min: least, max: 60 }), { minLength: 3, maxLength: 25 })
    .filter((counts) => counts.filter((count) => count > 0).length > 1)
    .map((counts) => ({ low: 0, high: counts.length - 1, counts: Float64Array.from(counts) }));

describe('percentile ranks', () => {
  it('rise from 0 at half a point below the lowest score to 1 at half a point above the highest', () => {
    fc.assert(
      fc.property(distribution(0), (form) => {
        const continuized = continuize(form);
        let before = -1;
        for (let score = form.low - 1; score <= form.high + 1; score += 0.125) {
          const rank = percentileRank(continuized, score);
          expect(rank).toBeGreaterThanOrEqual(Math.max(0, before));
          expect(rank).toBeLessThanOrEqual(1);
          before = rank;
        }
        expect(percentileRank(continuized, form.low - 0.5)).toBe(0);
        expect(percentileRank(continuized, form.high + 0.5)).toBe(1);
      }),
    );
  });

  it('are undone by the score at the rank where every score has candidates', () => {
    fc.assert(
      fc.property(distribution(1), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (form, share) => {
        const continuized = continuize(form);
        const score = form.low - 0.5 + share * continuized.density.length;
        expect(scoreAtRank(continuized, percentileRank(continuized, score))).toBeCloseTo(score, 9);
      }),
    );
  });

  it('follow the convention of Kolen & Brennan (2014, section 2.5): the middle where scores have nobody', () => {
    const continuized = continuize({ low: 0, high: 4, counts: Float64Array.of(1, 1, 0, 0, 2) });
    expect(percentileRank(continuized, 1)).toBeCloseTo(0.375, 12);
    expect(scoreAtRank(continuized, 0.5)).toBeCloseTo((1.5 + 3.5) / 2, 12);
    expect(scoreAtRank(continuized, 0)).toBe(-0.5);
    expect(scoreAtRank(continuized, 1)).toBe(4.5);
  });
});

describe('an equating', () => {
  it('of a form to itself changes nothing, by whatever method', () => {
    fc.assert(
      fc.property(
        distribution(1),
        fc.constantFrom('mean', 'linear', 'equipercentile', 'circle-arc'),
        (form, method) => {
          const arcs = method === 'circle-arc' && Math.abs(form.high) < 1;
          if (arcs) return;
          for (const row of equateGroups(form, form, { method, standardErrors: 'none' }).table) {
            expect(row.y).toBeCloseTo(row.x, 8);
          }
        },
      ),
    );
  });

  it('is symmetric: linear and equipercentile equating from Y to X undo those from X to Y', () => {
    fc.assert(
      fc.property(distribution(1), distribution(1), (x, y) => {
        const [to, back] = [equipercentileFunction(x, y), equipercentileFunction(y, x)];
        for (let score = 0; score <= x.high; score += 0.5) expect(back(to(score))).toBeCloseTo(score, 7);
        const line = equateGroups(x, y, { method: 'linear', standardErrors: 'none' });
        const inverse = equateGroups(y, x, { method: 'linear', standardErrors: 'none' });
        expect((line.slope ?? 0) * (inverse.slope ?? 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('keeps the order of scores and never gives a number that is none', () => {
    fc.assert(
      fc.property(distribution(0), distribution(0), (x, y) => {
        const { table } = equateGroups(x, y, { method: 'equipercentile' });
        table.forEach((row, at) => {
          expect(Number.isFinite(row.y)).toBe(true);
          expect(row.se === null || Number.isFinite(row.se)).toBe(true);
          expect(row.y).toBeGreaterThanOrEqual((table[at - 1]?.y ?? -1) - 1e-9);
        });
      }),
    );
  });
});

describe('a circle-arc', () => {
  const ranges = { x: { low: 0, high: 40 }, y: { low: 0, high: 50 } };
  // Near the chord: of a point far from it the circle turns back and is no function.
  const middle = fc
    .record({ x: fc.double({ min: 10, max: 30, noNaN: true }), above: fc.double({ min: -5, max: 5, noNaN: true }) })
    .map(({ x, above }) => ({ x, y: 1.25 * x + above }));

  it('passes through its ends and its middle point, in both shapes', () => {
    fc.assert(
      fc.property(middle, fc.constantFrom('simplified', 'symmetric'), (point, shape) => {
        const { at } = circleArcThrough(point, ranges, { shape });
        expect(at(0)).toBeCloseTo(0, 7);
        expect(at(40)).toBeCloseTo(50, 7);
        expect(at(point.x)).toBeCloseTo(point.y, 7);
      }),
    );
  });

  it('in its symmetric shape is the inverse of that from Y to X (Livingston & Kim 2010)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 15, max: 25, noNaN: true }),
        fc.double({ min: 20, max: 30, noNaN: true }),
        (x, y) => {
          const to = circleArcThrough({ x, y }, ranges, { shape: 'symmetric' });
          const back = circleArcThrough({ x: y, y: x }, { x: ranges.y, y: ranges.x }, { shape: 'symmetric' });
          for (let score = 2; score < 40; score += 4) expect(back.at(to.at(score))).toBeCloseTo(score, 6);
        },
      ),
    );
  });

  it('below a lower end at the scores of chance goes straight to the lowest scores', () => {
    const { at } = circleArcThrough({ x: 22, y: 27 }, ranges, { low: { x: 10, y: 12 } });
    expect(at(0)).toBe(0);
    expect(at(5)).toBeCloseTo(6, 12);
    expect(at(10)).toBeCloseTo(12, 9);
  });

  it('is a straight line where the middle point lies on the chord, and refuses one outside the ends', () => {
    const { at } = circleArcThrough({ x: 20, y: 25 }, ranges);
    expect(at(8)).toBeCloseTo(10, 12);
    expect(() => circleArcThrough({ x: 0, y: 3 }, ranges)).toThrow(/must lie between its ends 0 and 40/);
  });
});
