import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExperienceEntry } from '../../facts.ts';
import { countExperience, percentDaysPerYear, reachedOn } from './experience.ts';

const settings = ['academic-library'];

function job(
  from: string,
  to: string | undefined,
  fullTimePercent = 100,
  more: Partial<ExperienceEntry> = {},
): ExperienceEntry {
  const end = to === undefined ? {} : { to };
  return {
    id: from,
    employer: 'E',
    position: 'P',
    setting: 'academic-library',
    from,
    ...end,
    fullTimePercent,
    fileIds: [],
    ...more,
  };
}

function yearsOf(entries: readonly ExperienceEntry[], until = '2030-01-01'): number {
  return countExperience(entries, settings, until).percentDays / percentDaysPerYear;
}

describe('experience', () => {
  it('makes two years of any two full calendar years, leap day or not', () => {
    expect(yearsOf([job('2021-03-01', '2023-02-28')])).toBe(2);
    expect(yearsOf([job('2023-03-01', '2025-02-28')])).toBeGreaterThanOrEqual(2);
    expect(yearsOf([job('2022-02-15', '2024-02-14')])).toBe(2);
    expect(yearsOf([job('2021-03-01', '2023-02-27')])).toBeLessThan(2);
  });

  it('counts part-time work by its share', () => {
    expect(yearsOf([job('2021-01-01', '2024-12-31', 50)])).toBeCloseTo(2, 2);
    expect(yearsOf([job('2021-01-01', '2021-12-31', 60), job('2022-01-01', '2022-12-31', 40)])).toBe(1);
  });

  it('counts no day for more than full time', () => {
    expect(yearsOf([job('2021-01-01', '2021-12-31'), job('2021-01-01', '2021-12-31')])).toBe(1);
    expect(yearsOf([job('2021-01-01', '2021-12-31', 60), job('2021-01-01', '2021-12-31', 60)])).toBe(1);
    expect(yearsOf([job('2021-01-01', '2021-12-31', 30), job('2021-01-01', '2021-12-31', 40)])).toBeCloseTo(0.7, 10);
    expect(yearsOf([job('2021-01-01', '2021-12-31'), job('2021-07-01', '2022-06-30')])).toBeCloseTo(1.5, 1);
  });

  it('counts work that goes on, and a date to come, up to the last day that counts', () => {
    expect(yearsOf([job('2029-01-01', undefined)], '2029-12-31')).toBe(1);
    expect(yearsOf([job('2029-01-01', '2040-01-01')], '2029-12-31')).toBe(1);
  });

  it('counts nothing in another setting', () => {
    expect(yearsOf([job('2021-01-01', '2024-01-01', 100, { setting: 'other' })])).toBe(0);
  });

  it.each([
    job('2021-05-01', '2021-04-30'),
    job('2021-02-30', '2022-01-01'),
    job('2031-01-01', undefined),
    job('2021-01-01', '2022-13-01'),
    job('2021-01-01', '2022-01-01', 0),
    job('2021-01-01', '2022-01-01', 101),
    job('2021-01-01', '2022-01-01', Number.NaN),
  ])('names entries that cannot be and leaves them out: $from to $to, $fullTimePercent percent', (entry) => {
    const good = job('2020-01-01', '2020-12-31');
    const count = countExperience([good, entry], settings, '2030-01-01');
    expect(count.impossibleIds).toEqual([entry.id]);
    expect(count.percentDays).toBe(366 * 100);
  });

  it('says when the work that goes on will be enough', () => {
    const count = countExperience([job('2026-01-01', undefined, 50)], settings, '2026-12-31');
    const day = reachedOn(count, 2 * percentDaysPerYear, '2026-12-31');
    expect(day).toBe('2029-12-30');
    expect(countExperience([job('2026-01-01', undefined, 50)], settings, '2029-12-30').percentDays).toBe(
      2 * percentDaysPerYear,
    );
    expect(
      reachedOn(countExperience([job('2026-01-01', '2026-06-01')], settings, '2026-12-31'), 1e6, '2026-12-31'),
    ).toBeUndefined();
  });

  it('agrees with counting day by day', () => {
    const anyDay = fc.integer({ min: 0, max: 400 });
    const toDate = (day: number): string =>
      new Date(Date.UTC(2027, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    const anySpan = fc.record({ from: anyDay, length: fc.nat(200), percent: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 6 }), (spans) => {
        let expected = 0;
        for (let day = 0; day <= 600; day++) {
          const share = spans.reduce(
            (sum, { from, length, percent }) => (day >= from && day <= from + length ? sum + percent : sum),
            0,
          );
          expected += Math.min(100, share);
        }
        const entries = spans.map(({ from, length, percent }) => job(toDate(from), toDate(from + length), percent));
        expect(countExperience(entries, settings, toDate(600)).percentDays).toBe(expected);
      }),
    );
  });
});
