import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { authorize, prepare, stockBank } from '../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';

let world: World;
let manager: Caller;

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  await stockBank(world);
});
afterAll(() => world.close());

const standingOf = (candidacyId: string) =>
  world.within(async (scope) => (await loadCandidacy(scope, candidacyId)).standing);
const mailsTo = async ({ email }: Caller) =>
  world.within(({ trx }) =>
    trx.selectFrom('message').select(['template', 'body']).where('to_address', '=', email).orderBy('id').execute(),
  );

describe('the authorization to test', () => {
  test('is made by itself once nothing else is to be done, once, and is written to the candidate', async () => {
    const candidate = await world.person('Ana Rivera');
    const candidacyId = await prepare(world, candidate);
    const exam = { candidacyId, assessmentId: 'exam' };
    expect((await refusal(candidate.api.scheduling.getAuthorization(exam))).code).toBe('scheduling.not-authorized');
    await world.runJobs();
    const found = await candidate.api.scheduling.getAuthorization(exam);
    expect(found).toMatchObject({ attempt: 1, minutes: 120, timeMultiplier: 1 });
    expect(found.number).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{6}$/);
    // 120 days from March 1; people read the end as a date.
    expect(found.until).toBe('2027-06-29T23:59:59.999Z');
    const { next, assessments } = await standingOf(candidacyId);
    expect(next).toContainEqual(expect.objectContaining({ kind: 'take-exam', subject: 'exam', by: found.until }));
    expect(assessments[0]?.window).toEqual({ from: found.from, until: found.until });
    await world.sweep();
    const letters = (await mailsTo(candidate)).filter(({ template }) => template === 'scheduling.authorized');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain(found.number);
    expect(letters[0]?.body).toContain(`https://testamur.example/me/candidacies/${candidacyId}/exam/exam`);
    const pdf = await candidate.api.scheduling.getAuthorizationPdf(exam);
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });

  test('carries the extra time that was granted before, and takes on what is granted after', async () => {
    const candidate = await world.person('Timo Slow');
    const by = { kind: 'candidate' as const, id: candidate.personId };
    const decide = (timeMultiplier: number) =>
      ({
        kind: 'accommodation-decided',
        data: { granted: true, timeMultiplier, reason: 'Documented.' },
        by: { kind: 'staff', id: manager.personId },
      }) as const;
    const request = { kind: 'accommodation-requested', data: { request: 'More time, please.' }, by } as const;
    const candidacyId = await authorize(world, candidate, { extra: [request, decide(1.5)] });
    const exam = { candidacyId, assessmentId: 'exam' };
    expect(await candidate.api.scheduling.getAuthorization(exam)).toMatchObject({ minutes: 120, timeMultiplier: 1.5 });
    await world.within((scope) => recordFacts(scope, candidacyId, [request, decide(2)]));
    await world.runJobs();
    expect((await candidate.api.scheduling.getAuthorization(exam)).timeMultiplier).toBe(2);
    const templates = (await mailsTo(candidate)).map(({ template }) => template);
    expect(templates.filter((template) => template === 'scheduling.time-changed')).toHaveLength(1);
  });

  test('can be given a later end, also after it has passed, and never an earlier one', async () => {
    const candidate = await world.person('Lena Late');
    const candidacyId = await authorize(world, candidate);
    const exam = { candidacyId, assessmentId: 'exam' };
    const { until } = await candidate.api.scheduling.getAuthorization(exam);
    const extend = (to: string, by = manager) =>
      by.api.scheduling.extendWindow({ ...exam, until: to, reason: 'Illness, documented.' });
    expect((await refusal(extend(until))).code).toBe('scheduling.not-later');
    expect((await refusal(extend('2027-04-01T00:00:00.000Z'))).code).toBe('scheduling.not-later');
    world.setClock('2027-07-15T00:00:00.000Z');
    await world.sweep();
    expect((await standingOf(candidacyId)).status).toBe('closed');
    expect((await refusal(extend('2027-07-10T00:00:00.000Z'))).code).toBe('scheduling.not-later');
    expect(await extend('2027-08-31T23:59:59.999Z')).toEqual({ until: '2027-08-31T23:59:59.999Z' });
    expect((await standingOf(candidacyId)).status).toBe('authorized');
    world.setClock('2027-03-01T09:10:00.000Z');
  });

  test('is not extended once the person has begun anew after it had passed', async () => {
    const candidate = await world.person('Anna Anew');
    const candidacyId = await authorize(world, candidate);
    const today = world.now();
    world.setClock('2027-07-15T00:00:00.000Z');
    await world.sweep();
    await candidate.api.candidacies.beginCandidacy({ organization: 'ala', programId: world.programId });
    const until = '2027-08-31T23:59:59.999Z';
    const extend = manager.api.scheduling.extendWindow({
      candidacyId,
      assessmentId: 'exam',
      until,
      reason: 'Illness.',
    });
    expect((await refusal(extend)).code).toBe('scheduling.begun-anew');
    world.setClock(today);
  });

  test('is not extended by the candidate, nor by a manager in their own candidacy', async () => {
    const both = await world.person('Olga Own', ['program-manager']);
    const candidacyId = await authorize(world, both);
    const order = {
      candidacyId,
      assessmentId: 'exam',
      until: '2027-12-31T00:00:00.000Z',
      reason: 'Because I like to.',
    };
    expect((await refusal(both.api.scheduling.extendWindow(order))).code).toBe('scheduling.own-candidacy');
    const candidate = await world.person('Nina Nobody');
    expect((await refusal(candidate.api.scheduling.extendWindow(order))).code).toBe('platform.not-found');
  });
});

describe('examiners', () => {
  test('with a conflict are shown with the reason and cannot be assigned', async () => {
    const reviewing = await world.person('Rita Reviewer', ['examiner', 'reviewer']);
    const free = await world.person('Erik Examiner', ['examiner']);
    const candidate = await world.person('Cem Candidate', ['examiner']);
    const stranger = await world.person('Sam Stranger');
    const candidacyId = await authorize(world, candidate, { reviewerId: reviewing.personId });
    const portfolio = { candidacyId, assessmentId: 'portfolio' };
    const assign = (person: Caller) =>
      manager.api.scheduling.assignExaminer({ ...portfolio, personId: person.personId });
    const referee = await world.person('Rae Referee', ['examiner', 'program-manager']);
    await world.within(({ trx, organization, now }) =>
      trx
        .insertInto('statement_request')
        .values({
          ...{ organization_id: organization.id, id: newId(), candidacy_id: candidacyId, requirement: 'letters' },
          ...{ name: 'Rae', email: referee.email, requested_at: now, mailed_at: now },
        })
        .execute(),
    );
    expect((await refusal(assign(free))).code).toBe('scheduling.nothing-to-rate');
    await world.within((scope) =>
      recordFacts(scope, candidacyId, [
        {
          kind: 'portfolio-submitted',
          data: { assessment: 'portfolio', attempt: 1, pieces: 2 },
          by: { kind: 'candidate', id: candidate.personId },
        },
      ]),
    );
    const { examiners } = await manager.api.scheduling.listExaminers(portfolio);
    const conflictOf = (person: Caller) => examiners.find(({ personId }) => personId === person.personId)?.conflict;
    expect(conflictOf(reviewing)).toContain('reviewed');
    expect(conflictOf(candidate)).toContain('own candidacy');
    expect(conflictOf(free)).toBeUndefined();
    expect((await refusal(assign(reviewing))).code).toBe('scheduling.conflict');
    expect((await refusal(assign(candidate))).code).toBe('scheduling.conflict');
    expect((await refusal(assign(referee))).code).toBe('scheduling.conflict');
    expect((await refusal(assign(stranger))).code).toBe('scheduling.not-an-examiner');
    expect(await assign(free)).toHaveProperty('assignmentId');
    expect((await refusal(assign(free))).code).toBe('scheduling.already-assigned');
    const queues = await world.within(({ trx }) =>
      trx
        .selectFrom('queue_entry')
        .select('queue')
        .where('candidacy_id', '=', candidacyId)
        .where('subject', '=', 'portfolio')
        .execute(),
    );
    expect(queues).toEqual([{ queue: 'ratings' }]);
  });

  test('asked twice at the same moment are assigned once', async () => {
    const candidate = await world.person('Rolf Race');
    const examiner = await world.person('Eva Examiner', ['examiner']);
    const candidacyId = await authorize(world, candidate);
    const by = { kind: 'candidate' as const, id: candidate.personId };
    const data = { assessment: 'portfolio', attempt: 1, pieces: 1 };
    await world.within((scope) => recordFacts(scope, candidacyId, [{ kind: 'portfolio-submitted', data, by }]));
    const order = { candidacyId, assessmentId: 'portfolio', personId: examiner.personId };
    const both = await Promise.allSettled([1, 2].map(() => manager.api.scheduling.assignExaminer(order)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await world.runJobs();
    const ratings = await world.within(({ trx }) =>
      trx.selectFrom('rating').select('id').where('candidacy_id', '=', candidacyId).execute(),
    );
    expect(ratings).toHaveLength(1);
  });
});
