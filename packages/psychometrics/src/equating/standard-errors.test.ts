import { describe, expect, it } from 'vitest';
import { totalMargin } from './distribution.ts';
import { equipercentileFunction } from './distribution-methods.ts';
import { equateGroups, equateWithAnchor } from './equate.ts';
import type { EquatingOptions } from './equating.ts';
import { valuesOver } from './equating-function.ts';
import { lordErrors } from './formula-errors.ts';
import { tucker } from './linear-methods.ts';
import { groupStatistics, withoutAnchor } from './moments.ts';
import { smoothDistribution } from './presmoothing.ts';
import { influenceErrors } from './resampling.ts';
import { smootherFor } from './smoother.ts';
import { actX, actY, neatX, neatY, reference } from './testing/kolen-brennan.ts';

const ratios = (a: readonly { se: number | null }[], b: readonly { se: number | null }[], from: number, to: number) =>
  a.slice(from, to).map((row, at) => (row.se ?? 0) / (b[from + at]?.se ?? 1));

describe('standard errors by formula and by bootstrap', () => {
  // A bootstrap sd of 250 replications has a coefficient of variation of 1/√500 = 4.5 %: four of them, and what the
  // formula leaves out at the second order.
  const MONTE_CARLO = 0.2;
  const bootstrap = { standardErrors: 'bootstrap', replications: 250, seed: 7 } as const;

  it.each([
    { method: 'linear' },
    { method: 'circle-arc' },
    { method: 'equipercentile' },
    { method: 'equipercentile', smooth: 4 },
  ] satisfies EquatingOptions[])('agree for equivalent groups: %o', (options) => {
    const formula = equateGroups(actX, actY, options).table;
    const drawn = equateGroups(actX, actY, { ...options, ...bootstrap }).table;
    const within = ratios(formula, drawn, 8, 34);
    expect(Math.max(...within)).toBeLessThan(1 + MONTE_CARLO);
    expect(Math.min(...within)).toBeGreaterThan(1 - MONTE_CARLO);
  });

  it.each([
    { method: 'tucker', weight: 0.5 },
    { method: 'levine-true' },
    { method: 'chained-linear' },
    { method: 'braun-holland', weight: 0.5 },
    { method: 'nominal-mean' },
  ] satisfies EquatingOptions[])('agree with an anchor: %o', (options) => {
    const formula = equateWithAnchor(neatX, neatY, options).table;
    const drawn = equateWithAnchor(neatX, neatY, { ...options, ...bootstrap }).table;
    const within = ratios(formula, drawn, 3, 34);
    expect(Math.max(...within)).toBeLessThan(1 + MONTE_CARLO);
    expect(Math.min(...within)).toBeGreaterThan(1 - MONTE_CARLO);
  });

  it('a parametric bootstrap draws from the smoothed distributions and agrees with the formula through the smoothing', () => {
    const options = { method: 'equipercentile', smooth: 6 } as const;
    const formula = equateGroups(actX, actY, options).table;
    const drawn = equateGroups(actX, actY, {
      ...options,
      standardErrors: 'parametric-bootstrap',
      replications: 250,
      seed: 3,
    });
    expect(drawn.standardErrors).toMatchObject({ kind: 'parametric-bootstrap', replications: 250, failed: 0, seed: 3 });
    const within = ratios(formula, drawn.table, 8, 34);
    expect(Math.max(...within)).toBeLessThan(1 + MONTE_CARLO);
    expect(Math.min(...within)).toBeGreaterThan(1 - MONTE_CARLO);
  });

  it('one seed gives one result', () => {
    const options = { method: 'equipercentile', standardErrors: 'bootstrap', replications: 20 } as const;
    const first = equateGroups(actX, actY, { ...options, seed: 5 }).table;
    expect(equateGroups(actX, actY, { ...options, seed: 5 }).table).toEqual(first);
    expect(equateGroups(actX, actY, { ...options, seed: 6 }).table).not.toEqual(first);
  });
});

describe('the delta method in its forms', () => {
  it('has no number where the equated score jumps: in the middle of scores that nobody has, its derivative is none', () => {
    const form = (...counts: number[]) => withoutAnchor({ low: 0, high: 2, counts: Float64Array.from(counts) });
    // Half of X lies below the middle of score 1; on Y any score from 0.5 to 1.5 has that rank.
    const errors = influenceErrors(
      (x, y) => Float64Array.from([0, 1, 2], equipercentileFunction(totalMargin(x), totalMargin(y))),
      form(1, 2, 1),
      form(2, 0, 2),
    );
    expect([...errors].map(Number.isFinite)).toEqual([true, false, true]);
    expect(errors[0]).toBeLessThan(1);
  });

  it('says so of the table it leaves null', () => {
    const joint = (...counts: number[]) => ({
      total: { low: 0, high: 2 },
      anchor: { low: 0, high: 1 },
      counts: Float64Array.from(counts),
    });
    const options = { method: 'frequency', anchor: 'external' } as const;
    const { table, notices } = equateWithAnchor(joint(10, 10, 20, 20, 10, 10), joint(20, 20, 0, 0, 20, 20), options);
    expect(table.map(({ se }) => se === null)).toEqual([false, true, false]);
    expect(notices.join(' ')).toContain('1 equated scores have no standard error by formula');
  });

  it('over the distributions it gives what it gives over the moments', () => {
    const settings = { x: neatX.total, y: neatY.total, anchor: neatX.anchor, internal: true, weight: 0.5 };
    const byMoments = equateWithAnchor(neatX, neatY, { method: 'tucker', weight: 0.5 }).table;
    const byCells = influenceErrors(
      (x, y) => valuesOver(x.total, tucker(groupStatistics(x).moments, groupStatistics(y).moments, settings)),
      neatX,
      neatY,
    );
    // The moments divide by n − 1, the cells weigh by n: 1 / n = 6.1e-4.
    for (const [at, error] of byCells.entries()) {
      expect(Math.abs(error / (byMoments[at]?.se ?? 0) - 1)).toBeLessThan(6.2e-4);
    }
  });

  it('through the smoothing it gives what refitting the model after each change of a cell gives', () => {
    const given = equateGroups(actX, actY, { method: 'equipercentile', smooth: 4 }).table;
    const smoother = smootherFor(withoutAnchor(actX), withoutAnchor(actY), 'eg', true, 4);
    const byCells = influenceErrors(
      (x, y) =>
        Float64Array.from(given, (row) =>
          equipercentileFunction(totalMargin(smoother.x(x)), totalMargin(smoother.y(y)))(row.x),
        ),
      withoutAnchor(actX),
      withoutAnchor(actY),
    );
    // Central differences over 1e-4 of a candidate, of functions with kinks at half points.
    for (const [at, error] of byCells.entries()) expect(Math.abs(error / (given[at]?.se ?? 0) - 1)).toBeLessThan(1e-4);
  });

  it('smoothing lowers the errors in the middle of the scale, on the whole', () => {
    const plain = equateGroups(actX, actY, { method: 'equipercentile' }).table;
    const smooth = equateGroups(actX, actY, { method: 'equipercentile', smooth: 4 }).table;
    const sum = (table: typeof plain) => table.slice(5, 36).reduce((total, row) => total + (row.se ?? 0) ** 2, 0);
    expect(sum(smooth)).toBeLessThan(sum(plain));
  });

  it('Lord’s formula on smoothed frequencies, which equate prints, is there for comparison', () => {
    const smoothed = (form: typeof actX) => withoutAnchor(smoothDistribution(form, 4).distribution);
    const errors = lordErrors(smoothed(actX), smoothed(actY));
    // The reference stops its iterations at a relative change of the deviance of 1e-8.
    for (const row of reference('ACTmath_equip_loglinear_deg4').concordance) {
      expect(Math.abs((errors[row.scale] ?? 0) / Number(row.se) - 1)).toBeLessThan(1e-6);
    }
  });

  it('errors fall with the square root of the number of candidates', () => {
    const four = (form: typeof actX) => ({ ...form, counts: form.counts.map((count) => 4 * count) });
    for (const method of ['linear', 'equipercentile', 'circle-arc'] as const) {
      const once = equateGroups(actX, actY, { method }).table;
      const more = equateGroups(four(actX), four(actY), { method }).table;
      // The variance over n − 1 instead of n moves the ratio by 1 / n.
      for (const ratio of ratios(once, more, 5, 36)) expect(ratio).toBeCloseTo(2, 2);
    }
  });
});
