import { readdirSync, readFileSync } from 'node:fs';
import { type Program, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { facetsOf } from './facets.ts';
import { leastWays } from './ways.ts';

const folder = new URL('../../../../../../programs/', import.meta.url);
const read = (id: string): Program => {
  const parsed = parseProgram(readFileSync(new URL(`${id}/program.yaml`, folder), 'utf8'), 'program.yaml');
  if (!parsed.ok) throw new Error(`The program file ${id} is refused.`);
  return parsed.program;
};
const all = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => read(name));
const base = read('calt');
const [experience, education, conduct] = base.requirements;
if (experience?.kind !== 'experience' || education?.kind !== 'education' || conduct === undefined) {
  throw new Error('The program of the test has other requirements.');
}
const at = new Date('2026-11-22T12:00:00.000Z');

/** The program with these requirements, under a rule of its own. */
const withRule = (requirements: Program['requirements'], eligibility: Program['eligibility']): Program => ({
  ...base,
  requirements,
  eligibility,
});

describe('the ways that ask for the least', () => {
  const degree = { ...education, id: 'degree', minimumLevel: 'master' as const };
  const years = { ...experience, id: 'years', fullTimeYears: 6 };
  const requirements = [experience, education, degree, years, conduct];
  const ways = (rule: Program['eligibility']) => leastWays(withRule(requirements, rule), [{}]);

  test('are found at once where many of very many parts are asked for', () => {
    const parts = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 'experience' : 'years'));
    expect(ways({ atLeast: 30, of: parts })).toEqual(ways('experience'));
    expect(ways({ atLeast: 31, of: parts })).toEqual([{ years: 6 }]);
  });

  test('join what has to be there together, the greater demand of each kind', () => {
    expect(ways({ all: ['experience', 'years', 'education', 'degree', 'conduct'] })).toEqual([
      { education: 'master', years: 6 },
    ]);
  });

  test('are several where one may have a degree instead of years, the lowest degree first', () => {
    expect(ways({ any: [{ all: ['degree', 'experience'] }, 'years'] })).toEqual([
      { years: 6 },
      { education: 'master', years: 2 },
    ]);
  });

  test('leave out a way that asks for more than another and gives nothing for it', () => {
    expect(ways({ any: ['experience', { all: ['years', 'degree'] }] })).toEqual([{ years: 2 }]);
    expect(ways({ any: ['conduct', 'years'] })).toEqual([{ years: 0 }]);
  });

  test('take any so many parts of a rule that asks for at least so many', () => {
    expect(ways({ atLeast: 2, of: ['experience', 'degree', 'conduct'] })).toEqual([
      { years: 2 },
      { education: 'master', years: 0 },
    ]);
  });

  test('put hours on years by the year of the program, and count a part by itself where it asks for more', () => {
    const { fullTimeYears: _, ...bare } = experience;
    const hourly = { ...bare, hours: 3000, hoursPerYear: 1500 };
    expect(leastWays(withRule([hourly], 'experience'), [{}])).toEqual([{ years: 2 }]);
    const part = { id: 'part', title: 'Part', hours: 4500 };
    expect(leastWays(withRule([{ ...hourly, ofWhich: [part] }], 'experience'), [{}])).toEqual([{ years: 3 }]);
  });

  test('are read place by place: a requirement of one region binds nobody in another', () => {
    const local = { ...degree, for: { region: ['north'] } };
    const program = withRule([experience, local], { all: ['experience', 'degree'] });
    expect(leastWays(program, [{ region: 'north' }])).toEqual([{ education: 'master', years: 2 }]);
    expect(leastWays(program, [{ region: 'north' }, { region: 'south' }])).toEqual([{ years: 2 }]);
  });
});

describe('the facets of a program', () => {
  test('are those of its file', () => {
    expect(facetsOf(base, at)).toMatchObject({
      cost: [{ currency: 'USD', lowestMinor: 17_500, highestMinor: 22_500, variesBy: ['payerClass'] }],
      usualTime: { period: 'P4M', assumed: false },
      ways: [{ education: 'associate', years: 2 }],
      leastEducation: 'associate',
      leastYears: 2,
      openToAnyone: false,
      assessments: 2,
    });
  });

  test('say that anybody may apply where nothing has to be there before', () => {
    expect(facetsOf(withRule([conduct], 'conduct'), at)).toMatchObject({ openToAnyone: true, leastYears: 0 });
    expect(facetsOf(withRule([conduct], 'conduct'), at).leastEducation).toBeUndefined();
  });

  test('leave out assessments that serve renewals alone, and those of other tracks', () => {
    const recertified = all.find(({ renewal }) => renewal.routes.some(({ kind }) => kind === 'assessment'));
    const tracked = all.find(({ tracks }) => tracks !== undefined);
    if (!recertified || !tracked) throw new Error('No program has such a route, or tracks.');
    expect(facetsOf(recertified, at).assessments).toBe(recertified.assessments.length - 1);
    expect(facetsOf(tracked, at).assessments).toBe(1);
  });

  test.each(all.map((program) => [program.id, program] as const))(
    'of %s stand in every one of its fields',
    (_, program) => {
      const facets = facetsOf(program, at);
      expect(facets.workplaces.length).toBeGreaterThan(0);
      expect(facets.ways.length).toBeGreaterThan(0);
      for (const { lowestMinor, highestMinor } of facets.cost) {
        expect(lowestMinor).toBeGreaterThanOrEqual(0);
        expect(highestMinor).toBeGreaterThanOrEqual(lowestMinor);
      }
      expect(facets.cost.length).toBeGreaterThan(0);
      expect(facets.openToAnyone).toBe(facets.leastYears === 0 && facets.leastEducation === undefined);
    },
  );
});
