import { standing } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { allPrograms } from '../../testing/programs.ts';
import { createFindings } from '../findings.ts';
import { planLife } from '../plan/choose.ts';
import { particulars } from './index.ts';

const now = '2027-03-01T09:00:00.000Z';

const of = (program: (typeof allPrograms)[number]) =>
  particulars.filter(({ isIn }) => isIn(program, planLife(program, now)));

describe.each(allPrograms.map((program) => [program.id, program] as const))('%s', (_id, program) => {
  test('has something that others do not have', () => {
    expect(of(program).length).toBeGreaterThan(2);
  });

  test('nothing of it is shown by a life in which nothing happened', () => {
    const plan = planLife(program, now);
    const empty = {
      program,
      plan,
      circumstances: plan,
      standing: standing(program, [], now),
      findings: createFindings(),
      facts: () => [],
    };
    const held = of(program).filter((particular) => particular.show(empty).holds);
    expect(held.map(({ id }) => id)).toEqual([]);
  });
});

test('every particular is one of some program, and goes by an id of its own', () => {
  const had = new Set(allPrograms.flatMap((program) => of(program).map(({ id }) => id)));
  expect(particulars.map(({ id }) => id).filter((id) => !had.has(id))).toEqual([]);
  expect(new Set(particulars.map(({ id }) => id)).size).toBe(particulars.length);
});
