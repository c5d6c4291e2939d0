import { describe, expect, it } from 'vitest';
import type { ExperienceEntry } from '../../facts.ts';
import type { RequirementOf } from '../../schema/program.ts';
import { tallyExperience } from './experience-tally.ts';

type Rule = RequirementOf<'experience'>;

function rule(more: Partial<Rule>): Rule {
  const about = { id: 'work', title: 'Work', description: 'Work.', evidence: [] };
  return { kind: 'experience', ...about, settings: ['school', 'public'], ...more };
}

function job(id: string, from: string, to: string | undefined, more: Partial<ExperienceEntry> = {}): ExperienceEntry {
  const end = to === undefined ? {} : { to };
  const place = { employer: 'E', position: 'P', setting: 'school', fullTimePercent: 100, fileIds: [] };
  return { id, ...place, from, ...end, ...more };
}

const nested = rule({
  fullTimeYears: 5,
  ofWhich: [
    {
      id: 'lead',
      title: 'Three years as librarian, full time',
      fullTimeYears: 3,
      roles: ['librarian'],
      minimumPercent: 100,
    },
  ],
});

describe('an amount of work', () => {
  it('is counted in hours by the hours of a year', () => {
    const half = tallyExperience(
      rule({ hours: 2000, hoursPerYear: 1600 }),
      [job('a', '2021-01-01', '2021-12-31')],
      '2025-01-01',
    );
    expect(half).toMatchObject({ unit: 'hours', counted: 1600, needed: 2000, isEnough: false });
    const all = tallyExperience(
      rule({ hours: 1600, hoursPerYear: 1600 }),
      [job('a', '2021-01-01', '2021-12-31')],
      '2025-01-01',
    );
    expect(all).toMatchObject({ counted: 1600, suffices: true, isEnough: true });
  });

  it('counts only within the period before the last day, that day included', () => {
    const recent = rule({ fullTimeYears: 2, within: 'P3Y' });
    expect(tallyExperience(recent, [job('a', '2010-01-01', '2021-12-31')], '2024-12-31').counted).toBe(0);
    expect(tallyExperience(recent, [job('a', '2010-01-01', '2022-12-31')], '2024-12-31').counted).toBe(1);
    expect(tallyExperience(recent, [job('a', '2010-01-01', undefined)], '2024-12-31')).toMatchObject({
      counted: 3,
      isEnough: true,
    });
  });

  it('has narrower parts that count toward the whole, and both have to be reached', () => {
    const clerk = job('a', '2015-01-01', '2019-12-31', { role: 'clerk' });
    const lead = job('b', '2020-01-01', '2021-12-31', { role: 'librarian' });
    const tally = tallyExperience(nested, [clerk, lead], '2025-01-01');
    expect(tally).toMatchObject({ counted: 7, suffices: true, isEnough: false });
    expect(tally.ofWhich).toMatchObject([{ id: 'lead', counted: 2, needed: 3, suffices: false }]);
    const longer = { ...lead, to: '2022-12-31' };
    expect(tallyExperience(nested, [clerk, longer], '2025-01-01').isEnough).toBe(true);
  });

  it('leaves out of a narrower part what is done for a smaller share, and work without a role', () => {
    const parts = (more: Partial<ExperienceEntry>) =>
      tallyExperience(nested, [job('a', '2015-01-01', '2022-12-31', more)], '2025-01-01').ofWhich[0]?.counted;
    expect(parts({ role: 'librarian' })).toBe(8);
    expect(parts({ role: 'librarian', fullTimePercent: 99 })).toBe(0);
    expect(parts({})).toBe(0);
  });

  it('counts no day twice in a narrower part either', () => {
    const twice = [
      job('a', '2015-01-01', '2016-12-31', { role: 'librarian' }),
      job('b', '2015-01-01', '2016-12-31', { role: 'librarian' }),
    ];
    expect(tallyExperience(nested, twice, '2025-01-01').ofWhich[0]?.counted).toBe(2);
  });
});

describe('the day on which it is enough', () => {
  it('is the day on which the last of its parts is', () => {
    const now = job('a', '2020-01-01', undefined, { role: 'clerk' });
    const lead = job('b', '2023-01-01', undefined, { role: 'librarian' });
    const { reachedOn } = tallyExperience(nested, [now, lead], '2024-12-31');
    expect(reachedOn).toBe('2025-12-30');
    expect(tallyExperience(nested, [now, lead], '2025-12-30').isEnough).toBe(true);
    expect(tallyExperience(nested, [now, lead], '2025-12-29').isEnough).toBe(false);
  });

  it('is not foretold when a part does not go on', () => {
    const now = job('a', '2020-01-01', undefined, { role: 'clerk' });
    expect(tallyExperience(nested, [now], '2024-12-31').reachedOn).toBeUndefined();
  });

  it('allows for work that drops out of the period while new work is added', () => {
    const recent = rule({ fullTimeYears: 2, within: 'P3Y' });
    const old = job('a', '2022-01-01', '2022-12-31');
    const now = job('b', '2025-01-01', undefined, { fullTimePercent: 50 });
    const tally = tallyExperience(recent, [old, now], '2025-06-30');
    expect(tally.isEnough).toBe(false);
    expect(tally.reachedOn).toBeUndefined();
    const full = tallyExperience(recent, [old, { ...now, fullTimePercent: 100 }], '2025-06-30');
    expect(full.reachedOn).toBe('2026-12-31');
  });
});
