import { addPeriod, type Program } from '@testamur/program';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { loadCandidacy, type NewFact, recordFacts } from '../candidacies/index.ts';
import { releaseAll, takeExam } from '../scoring/testing/exam.ts';
import { accept } from '../scoring/testing/life.ts';
import { openProgram } from '../scoring/testing/open-program.ts';
import { recertificationYaml } from '../scoring/testing/programs.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';

let world: World;
let program: Program;
let psychometrician: Caller;
let candidate: Caller;
let candidacyId: string;

beforeAll(async () => {
  world = await createWorld();
  psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  program = await openProgram(world, recertificationYaml, { core: 1, again: 4 });
  candidate = await world.person('Renate Renewal');
  candidacyId = await accept(world, candidate, program.id);
  await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: 5 });
  await releaseAll(world, psychometrician);
  await grant(1);
});
afterAll(() => world.close());

const again = () => ({ candidacyId, assessmentId: 'again' });
const sit = async (right: number) => {
  await takeExam(world, candidate, { ...again(), right });
  await releaseAll(world, psychometrician);
};

/** The credential of a cycle, as credentialing and renewals would record it. */
const grant = async (cycle: number) => {
  const by = { kind: 'staff', id: newId() } as const;
  const validFrom = world.now().toISOString();
  const validUntil = addPeriod(validFrom, 'P36M');
  const credential = { credentialId: newId(), number: `X-${cycle}`, cycle, validFrom, validUntil };
  const submitted: NewFact[] =
    cycle === 1
      ? []
      : [{ kind: 'renewal-submitted', data: { cycle }, by: { kind: 'candidate', id: candidate.personId } }];
  await world.within((scope) =>
    recordFacts(scope, candidacyId, [
      ...submitted,
      { kind: 'decision-recorded', data: { outcome: 'certify', reason: 'All passed.' }, by },
      { kind: 'credential-granted', data: credential, by },
    ]),
  );
  await world.runJobs();
};

test('the exam of a renewal is no part of the first certification and is authorized when the renewal opens', async () => {
  const { standing } = await world.within((scope) => loadCandidacy(scope, candidacyId));
  expect(standing.status).toBe('certified');
  expect((await refusal(candidate.api.scheduling.getAuthorization(again()))).code).toBe('scheduling.not-authorized');
  world.setClock('2029-10-01T09:00:00.000Z');
  await world.sweep();
  expect(await candidate.api.scheduling.getAuthorization(again())).toMatchObject({ attempt: 1, minutes: 30 });
});

test('its attempts are counted anew in each cycle, and each has a form of its own', async () => {
  await sit(0);
  world.passMs(2 * 86_400_000);
  await world.sweep();
  expect(await candidate.api.scheduling.getAuthorization(again())).toMatchObject({ attempt: 2 });
  await sit(4);
  await grant(2);
  world.setClock('2032-09-01T09:00:00.000Z');
  await world.sweep();
  expect(await candidate.api.scheduling.getAuthorization(again())).toMatchObject({ attempt: 3 });
  await sit(0);
  const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
  const attempts = assessments.filter(({ assessmentId }) => assessmentId === 'again');
  // The first of two attempts of this cycle has failed.
  expect(attempts.map(({ attempt, attemptsLeft, passed }) => ({ attempt, attemptsLeft, passed }))).toEqual([
    { attempt: 3, attemptsLeft: 1, passed: false },
    { attempt: 2, attemptsLeft: 0, passed: true },
    { attempt: 1, attemptsLeft: 1, passed: false },
  ]);
  const forms = await world.within(({ trx }) =>
    trx.selectFrom('attempt').select('form_id').where('assessment_id', '=', 'again').execute(),
  );
  expect(new Set(forms.map((row) => row.form_id)).size).toBe(3);
});
