import type { Program } from '@testamur/program';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginCandidacy, loadCandidacy } from '../candidacies/index.ts';
import { takeExam } from '../scoring/testing/exam.ts';
import { accept } from '../scoring/testing/life.ts';
import { openProgram } from '../scoring/testing/open-program.ts';
import { courseYaml } from '../scoring/testing/programs.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';

let world: World;
let program: Program;
let manager: Caller;
let examiner: Caller;

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  examiner = await world.person('Erik Examiner', ['examiner']);
  program = await openProgram(world, courseYaml, { core: 1, second: 1 });
});
afterAll(() => world.close());

const basics = (candidacyId: string) => ({ candidacyId, assessmentId: 'basics' });
const record = (candidacyId: string, module: string, by = examiner) =>
  by.api.delivery.recordModule({ ...basics(candidacyId), module });
const factsOf = async (candidacyId: string, kind: string) => {
  const { facts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
  return facts.filter((fact) => fact.kind === kind);
};

describe('a course', () => {
  test('is closed, with what comes first, until the application is accepted', async () => {
    const candidate = await world.person('Clara Closed');
    const { candidacyId } = await world.within((scope) => beginCandidacy(scope, candidate.personId, program.id));
    const course = await candidate.api.delivery.getCourse(basics(candidacyId));
    expect(course).toMatchObject({ state: 'locked', completed: 0, hours: 12 });
    expect(course.reason).not.toBe('');
    expect((await refusal(record(candidacyId, 'safety'))).code).toBe('delivery.course-closed');
  });

  test('is recorded module by module, each once, by staff and never by oneself', async () => {
    const candidate = await world.person('Cora Course', ['examiner']);
    const candidacyId = await accept(world, candidate, program.id);
    expect(await candidate.api.delivery.getCourse(basics(candidacyId))).toMatchObject({ state: 'open', reason: '' });
    expect((await refusal(record(candidacyId, 'safety', candidate))).code).toBe('delivery.own-course');
    const outsider = await world.person('Otto Outside');
    expect((await refusal(record(candidacyId, 'safety', outsider))).code).toBe('platform.not-found');
    const unknown = await refusal(record(candidacyId, 'magic'));
    expect(unknown.code).toBe('delivery.no-such-module');
    expect(unknown.message).toContain('safety, practice');
    const both = await Promise.allSettled([record(candidacyId, 'safety'), record(candidacyId, 'safety', manager)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(record(candidacyId, 'safety'))).code).toBe('delivery.module-recorded');
    expect(await factsOf(candidacyId, 'module-completed')).toHaveLength(1);
    const course = await candidate.api.delivery.getCourse(basics(candidacyId));
    expect(course).toMatchObject({ state: 'open', completed: 1, hoursCompleted: 4 });
    expect(course.modules.map(({ completedAt }) => completedAt)).toEqual([world.now().toISOString(), undefined]);
    const exam = candidate.api.scheduling.getAuthorization({ candidacyId, assessmentId: 'core' });
    expect((await refusal(exam)).code).toBe('scheduling.not-authorized');
  });

  test('is passed with its last module, its result goes out by itself, and what waited for it opens', async () => {
    const candidate = await world.person('Lasse Last');
    const candidacyId = await accept(world, candidate, program.id);
    await record(candidacyId, 'practice');
    await record(candidacyId, 'safety');
    await world.runJobs();
    expect(await factsOf(candidacyId, 'result-released')).toMatchObject([
      { data: { assessment: 'basics', attempt: 1, passed: true, score: 2, maxScore: 2 }, by: { kind: 'system' } },
    ]);
    await world.sweep();
    expect(await factsOf(candidacyId, 'result-released')).toHaveLength(1);
    expect(await candidate.api.delivery.getCourse(basics(candidacyId))).toMatchObject({ state: 'completed' });
    expect((await refusal(record(candidacyId, 'safety'))).code).toBe('delivery.module-recorded');
    for (const assessmentId of ['core', 'second']) {
      expect(await candidate.api.scheduling.getAuthorization({ candidacyId, assessmentId })).toMatchObject({
        attempt: 1,
      });
    }
    const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
    expect(assessments).toMatchObject([{ kind: 'course', topics: [{ title: 'Safety' }, { title: 'Practice' }] }]);
  });
});

describe('an exam whose results go out at once', () => {
  test('is released by the system as soon as it is scored, on the scale of the program', async () => {
    const candidate = await world.person('Sven Scale');
    const candidacyId = await accept(world, candidate, program.id);
    for (const module of ['safety', 'practice']) await record(candidacyId, module);
    await world.runJobs();
    await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: 4 });
    const released = await factsOf(candidacyId, 'result-released');
    // 3 of 5 are the cut at 600, 5 are 900: 4 lie in the middle.
    expect(released.at(-1)).toMatchObject({
      data: { assessment: 'core', passed: true, score: 4, maxScore: 5, scaledScore: 750 },
      by: { kind: 'system' },
    });
    await takeExam(world, candidate, { candidacyId, assessmentId: 'second', right: 2 });
    const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
    const of = (id: string) => assessments.find(({ assessmentId }) => assessmentId === id);
    expect(of('core')?.scaled).toEqual({ score: 750, cut: 600, lowest: 100, highest: 900 });
    expect(of('second')).toMatchObject({ passed: false, passMark: 3, score: 2, attemptsLeft: 1 });
    expect(of('second')?.scaled).toBeUndefined();
    expect(of('second')?.retakeFrom).toBeDefined();
    expect(of('second')?.nextStep).toContain('1 attempt is left');
    const pdf = await candidate.api.scoring.getScoreReportPdf({ candidacyId });
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });
});
