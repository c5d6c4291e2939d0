import { describe, expect, it } from 'vitest';
import { Random } from '../numeric/random.ts';
import { equateGroups } from './equate.ts';
import { smoothingSpline } from './smoothing-spline.ts';
import { actX, actY } from './testing/kolen-brennan.ts';

const x = Array.from({ length: 15 }, (_, at) => at + (at % 3) / 4);
const y = x.map((value) => Math.sin(value) + value / 3);
const sd = x.map((value) => 0.2 + value / 100);

describe('a smoothing spline', () => {
  it('goes through its points at s = 0 and has the distance that is asked for otherwise', () => {
    const exact = smoothingSpline({ x, y, sd }, 0);
    x.forEach((value, at) => {
      expect(exact.at(value)).toBeCloseTo(y[at] ?? 0, 6);
    });
    for (const s of [0.05, 0.3, 1]) expect(smoothingSpline({ x, y, sd }, s).distance).toBeCloseTo(s, 8);
  });

  it('is the weighted line of regression when s is large', () => {
    const { at } = smoothingSpline({ x, y, sd }, 1e9);
    const weights = sd.map((value) => 1 / value ** 2);
    const sum = (f: (k: number) => number) => weights.reduce((total, weight, k) => total + weight * f(k), 0);
    const [w, mx, my] = [sum(() => 1), sum((k) => x[k] ?? 0), sum((k) => y[k] ?? 0)];
    const slope = (w * sum((k) => (x[k] ?? 0) * (y[k] ?? 0)) - mx * my) / (w * sum((k) => (x[k] ?? 0) ** 2) - mx * mx);
    expect(at(5)).toBeCloseTo(my / w + slope * (5 - mx / w), 5);
    expect(at(-3)).toBeCloseTo(my / w + slope * (-3 - mx / w), 5);
  });

  it('has continuous first and second derivatives, and no bend at the ends', () => {
    const { at } = smoothingSpline({ x, y, sd }, 0.2);
    const h = 1e-3;
    const second = (value: number) => (at(value + h) - 2 * at(value) + at(value - h)) / h ** 2;
    for (const knot of x.slice(1, -1)) {
      // The second derivative is straight between knots; h away it has moved by its slope times h.
      expect(Math.abs(second(knot - 2 * h) - second(knot + 2 * h))).toBeLessThan(0.05);
    }
    expect(Math.abs(second((x[0] ?? 0) - 0.1))).toBeLessThan(1e-6);
  });

  it('refuses too few points and deviations of nothing', () => {
    expect(() => smoothingSpline({ x: [1, 2], y: [1, 2], sd: [1, 1] }, 0.1)).toThrow(/three or more/);
    expect(() => smoothingSpline({ x: [1, 2, 3], y: [1, 2, 3], sd: [1, 0, 1] }, 0.1)).toThrow(/above 0/);
  });
});

describe('postsmoothing', () => {
  it('has standard errors like those of a bootstrap, also where counts fall on the percentile ranks it begins and ends at', () => {
    const random = new Random(12);
    const sample = (form: typeof actX) => {
      const counts = new Float64Array(form.counts.length);
      for (let person = 0; person < 800; person += 1) {
        const score = random.pick(form.counts);
        counts[score] = (counts[score] ?? 0) + 1;
      }
      return { ...form, counts };
    };
    const [first, second] = [sample(actX), sample(actY)];
    // Three of 800 candidates below a score and two with it: its percentile rank is (3 + 1) / 800, just 0.5.
    first.counts.fill(0, 0, 8);
    first.counts.set([3, 2], 6);
    first.counts[20] = (first.counts[20] ?? 0) + 800 - first.counts.reduce((sum, count) => sum + count, 0);
    const options = { method: 'equipercentile', postsmooth: 0.3 } as const;
    const formula = equateGroups(first, second, options).table;
    const bootstrap = { standardErrors: 'bootstrap', replications: 150, seed: 5 } as const;
    const drawn = equateGroups(first, second, { ...options, ...bootstrap }).table;
    // Four times the 6 % that a sd of 150 replications varies by, and the weights of the spline, which the formula holds fixed.
    for (let score = 12; score < 34; score += 1) {
      expect(Math.abs(Math.log((formula[score]?.se ?? 0) / (drawn[score]?.se ?? 1)))).toBeLessThan(0.35);
    }
  });

  it('keeps within the standard errors that s allows, rises, and is symmetric', () => {
    const plain = equateGroups(actX, actY, { method: 'equipercentile' }).table;
    const options = { method: 'equipercentile', postsmooth: 0.2, standardErrors: 'none' } as const;
    const smooth = equateGroups(actX, actY, options).table;
    const back = equateGroups(actY, actX, options).table;
    smooth.forEach((row, at) => {
      expect(row.y).toBeGreaterThan(smooth[at - 1]?.y ?? -1);
      if (at < 3 || at > 38) return;
      expect(Math.abs(row.y - (plain[at]?.y ?? 0)) / (plain[at]?.se ?? 1)).toBeLessThan(3 * Math.sqrt(0.2) + 0.1);
      // Each way is the mean of a spline and of the other's inverse: they undo each other to the second order of their gap.
      const lower = Math.floor(row.y);
      const [first, second] = [back[lower]?.y ?? 0, back[Math.min(40, lower + 1)]?.y ?? 0];
      expect(Math.abs(first + (row.y - lower) * (second - first) - row.x)).toBeLessThan(0.1);
    });
  });
});
