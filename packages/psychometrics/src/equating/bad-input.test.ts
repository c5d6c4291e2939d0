import { describe, expect, it } from 'vitest';
import { frequencies, jointFrequencies } from './distribution.ts';
import { equateGroups, equateWithAnchor } from './equate.ts';
import { equatingMethods } from './methods.ts';

const range = { low: 0, high: 10 };
const form = (...scores: readonly number[]) => frequencies(scores, range);
const ranges = { total: range, anchor: { low: 0, high: 4 }, internal: true } as const;

describe('what cannot be equated is refused with the place and the remedy', () => {
  it('a group of nobody', () => {
    expect(() => frequencies([], range)).toThrow(/a group of nobody/);
    const nobody = { ...range, counts: new Float64Array(11) };
    expect(() => equateGroups(form(1, 2), nobody, { method: 'mean' })).toThrow(/nobody has a score on form Y/);
  });

  it('a score outside the range, or no whole number, by its row', () => {
    expect(() => form(3, 11)).toThrow(/row 2: score 11 lies outside 0 to 10/);
    expect(() => form(3, 4, 2.5)).toThrow(/row 3: score 2.5 is no whole number/);
    expect(() => form(3, Number.NaN)).toThrow(/row 2/);
    expect(() => frequencies([1], { low: 3, high: 3 })).toThrow(/lower first/);
  });

  it('ranges of scores that nobody could resample in time', () => {
    const wide = { total: { low: 0, high: 100_000 }, anchor: { low: 0, high: 10 } };
    expect(() => jointFrequencies([4], [1], wide)).toThrow(/100001 total scores by 11 anchor scores .* highest scores/);
  });

  it('an anchor that is longer than the form, differs between groups or is above the total', () => {
    const joint = (anchor: { low: number; high: number }) =>
      jointFrequencies([4, 5], [1, 2], { total: { low: 0, high: 5 }, anchor });
    const long = joint({ low: 0, high: 6 });
    expect(() => equateWithAnchor(long, long, { method: 'tucker' })).toThrow(
      /anchor is longer \(6\) than a form \(5\)/,
    );
    expect(() => equateWithAnchor(long, joint({ low: 0, high: 4 }), { method: 'tucker' })).toThrow(
      /must be the same test/,
    );
    expect(() => jointFrequencies([4, 1], [1, 2], ranges)).toThrow(/row 2: the anchor score 2 is above the total 1/);
    expect(() => jointFrequencies([4], [1, 2], ranges)).toThrow(/every candidate needs both/);
  });

  it('a method of another design, with those that fit', () => {
    expect(() => equateGroups(form(1, 2), form(2, 3), { method: 'tucker' })).toThrow(/use identity, mean, linear/);
    const joint = jointFrequencies([4, 5], [1, 2], ranges);
    expect(() => equateWithAnchor(joint, joint, { method: 'linear' })).toThrow(/tucker/);
  });

  it('forms without variance, groups without an anchor score in common', () => {
    expect(() => equateGroups(form(5, 5, 5), form(2, 3), { method: 'linear' })).toThrow(/do not vary/);
    const low = jointFrequencies([2, 3, 4], [0, 1, 1], ranges);
    const high = jointFrequencies([7, 8, 9], [3, 4, 4], ranges);
    expect(() => equateWithAnchor(low, high, { method: 'frequency' })).toThrow(/no anchor score in common/);
    const flat = jointFrequencies([2, 3, 4], [1, 1, 1], ranges);
    expect(() => equateWithAnchor(flat, high, { method: 'tucker' })).toThrow(/do not vary/);
  });

  it('weights outside 0 to 1, counts below 0, an override without a reason, errors that a method has not', () => {
    const [x, y] = [form(1, 2, 5), form(2, 3, 6)];
    expect(() => equateGroups(x, y, { method: 'mean', identityWeight: 2 })).toThrow(/share from 0 to 1/);
    expect(() => equateGroups({ ...range, counts: new Float64Array(11).fill(-1) }, y, { method: 'mean' })).toThrow(
      /-1/,
    );
    expect(() => equateGroups(x, y, { method: 'mean', override: { reason: ' ' } })).toThrow(/needs a reason/);
    expect(() => equateGroups(x, y, { method: 'equipercentile', standardErrors: 'formula-normal' })).toThrow(
      /linear methods/,
    );
    expect(() => equateGroups(x, y, { method: 'mean', standardErrors: 'bootstrap', replications: 1 })).toThrow(
      /2 to 100000/,
    );
    expect(() => equateGroups(x, y, { method: 'mean', postsmooth: 0.2 })).toThrow(/equipercentile/);
  });
});

describe('what is hard to equate gives numbers, or null with the reason', () => {
  it('one candidate in a group has equated scores and no standard errors', () => {
    const { table, standardErrors, sample } = equateGroups(form(4), form(6), { method: 'mean' });
    expect(table[4]).toEqual({ x: 4, y: 6, se: null });
    expect(standardErrors.says).toMatch(/one candidate/);
    expect(sample.verdict).toBe('too-few');
  });

  it('small groups are told of circle-arc, tiny ones of identity', () => {
    const many = (size: number) => form(...Array.from({ length: size }, (_, n) => n % 11));
    const small = equateGroups(many(60), many(70), { method: 'linear' });
    expect(small.notices.join(' ')).toMatch(/circle-arc/);
    expect(equateGroups(many(20), many(25), { method: 'linear' }).notices.join(' ')).toMatch(/prefer identity/);
    const recorded = equateGroups(many(20), many(25), { method: 'linear', override: { reason: 'pilot' } });
    expect(recorded.sample.override).toEqual({ reason: 'pilot' });
  });

  it('anchor scores that only one group has are noted with their share', () => {
    const x = jointFrequencies([2, 3, 4, 6], [0, 1, 2, 2], ranges);
    const y = jointFrequencies([3, 5, 6, 8], [1, 2, 2, 4], ranges);
    const { notices, table } = equateWithAnchor(x, y, { method: 'frequency', weight: 0.5, standardErrors: 'none' });
    expect(notices.join(' ')).toMatch(/25.0 % of the other group have anchor scores that nobody with form X has/);
    expect(table.every(({ y: score }) => Number.isFinite(score))).toBe(true);
  });

  it('bootstrap samples without variance are counted as failed', () => {
    const found = equateGroups(form(3, 4), form(5, 6), {
      method: 'linear',
      standardErrors: 'bootstrap',
      replications: 50,
    });
    expect(found.standardErrors.failed).toBeGreaterThan(5);
    expect(found.notices.join(' ')).toMatch(/bootstrap samples could not be equated/);
  });

  it('no method gives NaN or Infinity for a handful of candidates', () => {
    const x = jointFrequencies([2, 3, 4, 6, 7], [0, 1, 2, 2, 3], ranges);
    const y = jointFrequencies([3, 5, 6, 8, 4], [1, 2, 2, 3, 0], ranges);
    for (const [method, { designs }] of Object.entries(equatingMethods)) {
      if (!(designs as readonly string[]).includes('neat')) continue;
      const found = equateWithAnchor(x, y, { method: method as keyof typeof equatingMethods });
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }
  });
});
