import { expect, it } from 'vitest';
import { responseMatrix } from '../data/index.ts';
import { Random } from '../numeric/random.ts';
import { lsat6, scored } from '../testing/reference-data.ts';
import { classical } from './classical.ts';

it('the mean square of the conditional errors by residuals is the square of the SEM', () => {
  const { conditionalSem, reliability, n } = classical(lsat6());
  const mean = (conditionalSem ?? []).reduce((sum, { count, anova }) => sum + count * (anova ?? 0) ** 2, 0) / n;
  // Two ways to write one sum of squares: only rounding differs.
  expect(mean).toBeCloseTo((reliability.sem ?? 0) ** 2, 11);
});

it('smoothing keeps the mean square', () => {
  const { conditionalSem, reliability, n } = classical(scored('sat12_scored.csv'));
  const mean = (conditionalSem ?? []).reduce((sum, { count, smoothed }) => sum + count * (smoothed ?? 0) ** 2, 0) / n;
  // Least squares with a constant keeps the weighted mean of the variances; none of them falls below 0 here.
  expect(mean).toBeCloseTo((reliability.sem ?? 0) ** 2, 9);
});

it('Lord’s error is 0 at both ends, greatest in the middle, and √(x(k − x)/(k − 1)) between', () => {
  const { conditionalSem } = classical(lsat6());
  const lord = conditionalSem?.map((row) => row.lord);
  expect(lord).toEqual([0, 1, Math.sqrt(1.5), Math.sqrt(1.5), 1, 0]);
});

it('Lord’s mean square gives KR-21, Keats’ gives KR-20', () => {
  const { conditionalSem, reliability, score, n } = classical(scored('sat12_scored.csv'));
  const variance = ((score.variance ?? 0) * (n - 1)) / n;
  const mean = (method: 'lord' | 'keats'): number =>
    (conditionalSem ?? []).reduce((sum, row) => sum + row.count * (row[method] ?? 0) ** 2, 0) / n;
  // Identities of Lord (1957) and Keats (1957), with variances that divide by n.
  expect(1 - mean('lord') / variance).toBeCloseTo(reliability.kr21 ?? 0, 11);
  expect(1 - mean('keats') / variance).toBeCloseTo(reliability.kr20 ?? 0, 11);
});

it('items of several points have residual errors and no binomial ones', () => {
  const random = new Random(3);
  const rows = Array.from({ length: 60 }, () => {
    const ability = random.uniform();
    return Array.from({ length: 6 }, () => random.binomial(3, ability));
  });
  const { conditionalSem } = classical(responseMatrix(rows));
  expect(conditionalSem).toHaveLength(19);
  expect(conditionalSem?.every(({ lord, keats }) => lord === null && keats === null)).toBe(true);
  expect(conditionalSem?.some(({ anova }) => anova !== null && anova > 0)).toBe(true);
});

it('incomplete data have no conditional errors by raw score', () => {
  expect(classical(scored('ability_1525x16_withNA.csv'), { missing: 'omit' }).conditionalSem).toBeNull();
});
