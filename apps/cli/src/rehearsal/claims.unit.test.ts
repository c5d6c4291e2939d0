import { readFile } from 'node:fs/promises';
import { countExperience, type Fact, type Program, parseProgram, standing } from '@testamur/program';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleProgram } from '../testing/run-command.ts';
import { type Claim, claimFor, yearsIn } from './claims.ts';

const now = '2027-03-01T09:00:00.000Z';

const readExample = async (): Promise<Program> => {
  const parsed = parseProgram(await readFile(exampleProgram, 'utf8'), exampleProgram);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.program;
};

const program = await readExample();
const claimant = { name: 'Robin Rehearsal', now, fileIds: [] };

/** The claim as the ledger keeps it. */
const factOf = (requirement: string, claim: Claim): Fact => {
  const stored = JSON.parse(JSON.stringify(claim));
  return {
    id: requirement,
    kind: 'requirement-declared',
    at: now,
    by: { kind: 'candidate', id: 'robin' },
    edition: program.edition,
    data: { requirement, claim: stored },
  };
};

test('the claims together make an application complete', () => {
  const facts = program.requirements.map((requirement) =>
    factOf(requirement.id, claimFor(program, requirement, claimant)),
  );
  const { next, flags } = standing(program, facts, now);
  expect(flags).toEqual([]);
  expect(next.map(({ kind }) => kind)).toEqual(['submit-application']);
});

test('one job is part-time, one runs beside another, and all are needed or ignored as the rule says', () => {
  const [requirement] = program.requirements;
  if (requirement?.kind !== 'experience') throw new Error('The example begins with experience.');
  const claim = claimFor(program, requirement, claimant);
  if (claim.kind !== 'experience') throw new Error('unreachable');
  const [full, half, beside] = claim.entries;
  expect([full?.fullTimePercent, half?.fullTimePercent, beside?.fullTimePercent]).toEqual([100, 50, 40]);
  expect([beside?.from, beside?.to]).toEqual([full?.from, full?.to]);
  expect((half?.from ?? '') > (full?.to ?? '')).toBe(true);
});

test('for any length of experience: it suffices, by little, and is what the claim itself adds up to', () => {
  const [example] = program.requirements;
  if (example?.kind !== 'experience') throw new Error('The example begins with experience.');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 3 }), (quarters, settings) => {
      const requirement = {
        ...example,
        fullTimeYears: quarters / 4,
        settings: Array.from({ length: settings }, (_, index) => `setting-${index}`),
      };
      const claim = claimFor(program, requirement, claimant);
      if (claim.kind !== 'experience') throw new Error('unreachable');
      const entries = claim.entries.map(({ to = '', ...entry }) => ({ ...entry, to }));
      const { percentDays, impossibleIds } = countExperience(entries, requirement.settings, now.slice(0, 10));
      expect(impossibleIds).toEqual([]);
      const days = percentDays / 100 - requirement.fullTimeYears * 365;
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThan(14);
      expect(yearsIn(claim)).toBe(Math.floor((percentDays / 36_500) * 10 + 1e-9) / 10);
    }),
  );
});
