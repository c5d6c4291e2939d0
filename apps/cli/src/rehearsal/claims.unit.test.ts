import {
  type Fact,
  type Program,
  type Requirement,
  type RequirementOf,
  standing,
  tallyExperience,
} from '@testamur/program';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPrograms } from '../testing/programs.ts';
import { amountIn, type Claim, claimFor } from './claims.ts';
import { dayOf } from './days.ts';
import { chooseCircumstances } from './plan/choose.ts';
import { lineOf } from './standings.ts';

const now = '2027-03-01T09:00:00.000Z';
const claimant = { name: 'Robin Rehearsal', now, fileIds: [] };

const claimOf = (program: Program, requirement: Requirement, more: object = {}): Claim => {
  const claim = claimFor(program, requirement, { ...claimant, ...more });
  if (claim === undefined) throw new Error(`No claim is made for "${requirement.id}".`);
  return claim;
};

/** What is not there is absent in the ledger. */
const asStored = (claim: Claim) => JSON.parse(JSON.stringify(claim));

const by = { kind: 'candidate', id: 'robin' } as const;

const begun = (program: Program): readonly Fact[] => {
  const { edition } = program;
  const { region, track } = chooseCircumstances(program, now);
  return [
    { id: '0', kind: 'candidacy-begun', at: now, by, edition, data: track === undefined ? {} : { track } },
    ...(region === undefined
      ? []
      : [{ id: '1', kind: 'region-declared', at: now, by, edition, data: { region } } as const]),
  ];
};

const declared = (program: Program, { id }: Requirement, claim: Claim): Fact => ({
  id,
  kind: 'requirement-declared',
  at: now,
  by,
  edition: program.edition,
  data: { requirement: id, claim: asStored(claim) },
});

describe.each(allPrograms.map((program) => [program.id, program] as const))('%s', (_id, program) => {
  const stated = program.requirements.filter((one) => claimFor(program, one, claimant) !== undefined);

  test('what the candidate states is taken as it is, and nothing more is asked of them for it', () => {
    const facts = [...begun(program), ...stated.map((one) => declared(program, one, claimOf(program, one)))];
    const found = standing(program, facts, now);
    expect(found.flags).toEqual([]);
    const asked = found.next.filter(({ kind }) => kind === 'complete-requirement').map(({ subject }) => subject);
    expect(asked).toEqual([]);
  });
});

const nested = allPrograms.flatMap((program) =>
  program.requirements.flatMap((one) =>
    one.kind === 'experience' && one.ofWhich !== undefined ? [{ program, one }] : [],
  ),
);

test('half of what a narrower rule asks for is not enough, although the whole is', () => {
  expect(nested.length).toBeGreaterThan(0);
  for (const { program, one } of nested) {
    const claim = claimOf(program, one, { isShort: true });
    const found = standing(program, [...begun(program), declared(program, one, claim)], now);
    expect(lineOf(found, one.id)?.state).toBe('not-met');
    if (claim.kind !== 'experience') throw new Error('unreachable');
    const tally = tallyExperience(one, asStored(claim).entries, dayOf(now));
    expect({ whole: tally.suffices, parts: tally.ofWhich.some(({ suffices }) => suffices) }).toEqual({
      whole: true,
      parts: false,
    });
  }
});

test('one job is part-time, one runs beside another, and all are needed or ignored as the rule says', () => {
  const program = allPrograms.find(({ requirements }) => requirements[0]?.kind === 'experience');
  const [requirement] = program?.requirements ?? [];
  if (program === undefined || requirement === undefined) throw new Error('No program begins with experience.');
  const claim = claimOf(program, requirement);
  if (claim.kind !== 'experience') throw new Error('unreachable');
  const [full, half, beside] = claim.entries;
  expect([full?.fullTimePercent, half?.fullTimePercent, beside?.fullTimePercent]).toEqual([100, 50, 40]);
  expect([beside?.from, beside?.to]).toEqual([full?.from, full?.to]);
  expect((half?.from ?? '') > (full?.to ?? '')).toBe(true);
});

/** Rules of any length, in years or hours, with or without a narrower part. */
const rules = fc
  .record({
    quarters: fc.integer({ min: 1, max: 160 }),
    settings: fc.integer({ min: 1, max: 3 }),
    inHours: fc.boolean(),
    narrowShare: fc.option(fc.integer({ min: 10, max: 90 }), { nil: undefined }),
  })
  .map(({ quarters, settings, inHours, narrowShare }): RequirementOf<'experience'> => {
    const years = quarters / 4;
    const amount = (share: number) =>
      inHours ? { hours: Math.ceil(years * share * 1800) } : { fullTimeYears: years * share };
    const part = { id: 'lead', title: 'Lead', minimumPercent: 100, roles: ['lead'] };
    return {
      kind: 'experience',
      id: 'work',
      title: 'Work',
      description: 'D',
      evidence: [],
      settings: Array.from({ length: settings }, (_, index) => `setting-${index}`),
      ...amount(1),
      ...(inHours ? { hoursPerYear: 1800 } : {}),
      ...(narrowShare === undefined ? {} : { ofWhich: [{ ...part, ...amount(narrowShare / 100) }] }),
    };
  });

test('for any rule of experience: it suffices, by little, and is what the claim itself adds up to', () => {
  const [program] = allPrograms;
  if (program === undefined) throw new Error('There is no program.');
  fc.assert(
    fc.property(rules, (rule) => {
      const claim = claimOf(program, rule);
      if (claim.kind !== 'experience') throw new Error('unreachable');
      const tally = tallyExperience(rule, asStored(claim).entries, dayOf(now));
      expect(tally.impossibleIds).toEqual([]);
      expect(tally.isEnough).toBe(true);
      expect(tally.counted).toBe(amountIn(rule, claim));
      const spare = tally.counted - tally.needed;
      expect(spare).toBeLessThan(tally.unit === 'hours' ? 200 : 0.2);
    }),
  );
});
