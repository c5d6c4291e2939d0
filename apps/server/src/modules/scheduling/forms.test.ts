import type { Program } from '@testamur/program';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayMs } from '../../kernel/index.ts';
import { beginExam, takeExam } from '../scoring/testing/exam.ts';
import { accept } from '../scoring/testing/life.ts';
import { openProgram, publishForms } from '../scoring/testing/open-program.ts';
import { sessionsYaml } from '../scoring/testing/programs.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';

let world: World;
let program: Program;
let manager: Caller;
let psychometrician: Caller;
let organization: string;

beforeAll(async () => {
  world = await createWorld();
  organization = world.organization.slug;
  manager = await world.person('Mia Manager', ['program-manager']);
  psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  program = await openProgram(world, sessionsYaml);
});
afterAll(() => world.close());

const mailsTo = ({ email }: Caller, template: string) =>
  world.within(({ trx }) =>
    trx
      .selectFrom('message')
      .select(['subject', 'body'])
      .where('to_address', '=', email)
      .where('template', '=', template)
      .execute(),
  );
const needs = async () => {
  const { exams } = await manager.api.scheduling.listFormNeeds({ organization, programId: program.id });
  return exams.find(({ assessmentId }) => assessmentId === 'core');
};
const releaseAll = async () => {
  const { results } = await psychometrician.api.scoring.listResults({ organization, waiting: 'true' });
  const resultIds = results.map(({ resultId }) => resultId);
  await psychometrician.api.scoring.releaseResults({ organization, resultIds });
  await world.runJobs();
};
const formOf = async (candidacyId: string, attempt: number): Promise<string> =>
  world.within(async ({ trx }) => {
    const row = await trx
      .selectFrom('attempt')
      .select('form_id')
      .where('candidacy_id', '=', candidacyId)
      .where('attempt', '=', attempt)
      .where('status', '!=', 'canceled')
      .executeTakeFirstOrThrow();
    return row.form_id;
  });

describe('an exam without a form', () => {
  let candidate: Caller;
  let exam: { candidacyId: string; assessmentId: string };

  beforeAll(async () => {
    candidate = await world.person('Wanda Waits');
    exam = { candidacyId: await accept(world, candidate, program.id), assessmentId: 'core' };
  });

  test('waits before its window begins, and says so plainly', async () => {
    expect((await refusal(candidate.api.scheduling.getAuthorization(exam))).code).toBe('scheduling.waits-for-form');
    const lobby = await candidate.api.delivery.getLobby(exam);
    expect(lobby).toMatchObject({ ready: false, reason: expect.stringContaining('no form of this exam') });
    expect((await refusal(beginExam(candidate, exam.candidacyId, 'core'))).code).toBe('delivery.no-form');
  });

  test('is told of once, to the candidate and to those who run the program, however many wait', async () => {
    await accept(world, await world.person('Willi Waits'), program.id);
    await world.sweep();
    const [letter, ...more] = await mailsTo(candidate, 'scheduling.waits-for-form');
    expect(more).toEqual([]);
    expect(letter?.body).toContain('your window begins only then');
    expect(await mailsTo(manager, 'scheduling.form-needed')).toHaveLength(1);
  });

  test('stands on the page of the program, with who waits', async () => {
    const found = await needs();
    expect(found).toMatchObject({ forms: 0, attempts: 2, isEnough: false, edition: program.edition });
    expect(found?.problem).toContain('2 candidates wait');
    expect(found?.waiting.map(({ candidacyId }) => candidacyId)).toContain(exam.candidacyId);
    expect((await refusal(candidate.api.scheduling.listFormNeeds({ organization, programId: program.id }))).code).toBe(
      'platform.not-allowed',
    );
  });

  test('goes on by itself once one is published, with the whole of its window', async () => {
    world.passMs(10 * dayMs);
    await publishForms(world, program, 'core', 1);
    await world.runJobs();
    const { from } = await candidate.api.scheduling.getAuthorization(exam);
    expect(from).toBe(world.now().toISOString());
    expect(await candidate.api.delivery.getLobby(exam)).toMatchObject({ ready: true, reason: '' });
    const found = await needs();
    expect(found).toMatchObject({ forms: 1, isEnough: false, waiting: [] });
    expect(found?.problem).toContain('Publish 1 more');
  });
});

describe('a retake', () => {
  test('never has a form that was seen: where all were, it waits, and no other candidate does', async () => {
    const candidate = await world.person('Rita Retake');
    const candidacyId = await accept(world, candidate, program.id);
    await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: 0 });
    await releaseAll();
    world.passMs(2 * dayMs);
    await world.sweep();
    const exam = { candidacyId, assessmentId: 'core' };
    expect((await refusal(candidate.api.scheduling.getAuthorization(exam))).code).toBe('scheduling.waits-for-form');
    expect((await needs())?.waiting).toMatchObject([{ candidacyId, attempt: 2 }]);
    const other = await world.person('Otto Other');
    const others = await accept(world, other, program.id);
    expect(await other.api.scheduling.getAuthorization({ ...exam, candidacyId: others })).toMatchObject({ attempt: 1 });

    await publishForms(world, program, 'core', 1);
    await world.runJobs();
    await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: 0 });
    expect(await formOf(candidacyId, 2)).not.toBe(await formOf(candidacyId, 1));
    await releaseAll();
  });

  test('beyond the rule is authorized by a program manager, where none is left and a new form is there', async () => {
    const candidate = await world.person('Anton Again');
    const candidacyId = await accept(world, candidate, program.id);
    const until = new Date(world.now().getTime() + 60 * dayMs).toISOString();
    const order = { candidacyId, assessmentId: 'core', until, reason: 'The appeal was granted.' };
    const again = (by = manager) => by.api.scheduling.authorizeAgain(order);
    expect((await refusal(again())).code).toBe('scheduling.attempts-left');
    for (const attempt of [1, 2]) {
      await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: attempt });
      await releaseAll();
      world.passMs(2 * dayMs);
      await world.sweep();
    }
    expect((await refusal(again())).code).toBe('scheduling.waits-for-form');
    await publishForms(world, program, 'core', 1);
    expect(await again()).toMatchObject({ attempt: 3, until });
    const exam = { candidacyId, assessmentId: 'core' };
    expect(await candidate.api.delivery.getLobby(exam)).toMatchObject({ ready: true });
    await takeExam(world, candidate, { ...exam, right: 5 });
    await releaseAll();
    const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
    expect(assessments[0]).toMatchObject({ attempt: 3, passed: true });
    expect((await refusal(again())).code).toBe('scheduling.attempts-left');
  });
});

describe('a canceled attempt', () => {
  test('that has used up the last form waits for another one, and program managers see it', async () => {
    const candidate = await world.person('Carl Canceled');
    const candidacyId = await accept(world, candidate, program.id);
    const reason = 'The power failed.';
    for (;;) {
      const attemptId = await beginExam(candidate, candidacyId, 'core');
      await manager.api.delivery.cancelAttempt({ attemptId, reason });
      if (((await needs())?.waiting.length ?? 0) > 0) break;
    }
    const exam = { candidacyId, assessmentId: 'core' };
    expect((await needs())?.waiting).toMatchObject([{ candidacyId, attempt: 1 }]);
    expect(await candidate.api.delivery.getLobby(exam)).toMatchObject({ ready: false });
    const [letter] = await mailsTo(candidate, 'scheduling.waits-for-form');
    expect(letter?.body).toContain('ask for a later end');
    await publishForms(world, program, 'core', 1);
    await world.runJobs();
    expect(await candidate.api.delivery.getLobby(exam)).toMatchObject({ ready: true });
  });
});
