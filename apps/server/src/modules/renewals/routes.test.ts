import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidencePdf } from '../../seed/life/evidence.ts';
import { programWith } from '../billing/testing/program-with.ts';
import { type NewFact, recordFacts } from '../candidacies/index.ts';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../credentialing/testing/world.ts';
import { drawOf } from './rules/draw.ts';

/** Renewed by education of two kinds, half of it audited, or by another exam. */
const program = programWith((calt) => {
  const exam = calt.assessments.find((one) => one.kind === 'exam');
  if (!exam) throw new Error('The program has no exam.');
  return {
    id: 'keeper',
    assessments: [...calt.assessments, { ...exam, id: 'again', title: 'Recertification exam' }],
    renewal: {
      ...calt.renewal,
      routes: [
        {
          kind: 'education',
          id: 'teaching',
          title: 'Continuing education',
          description: 'Ten credits.',
          hours: 10,
          unit: 'credits',
          categories: [
            { id: 'courses', title: 'Courses', description: 'Taught.', minimum: 4 },
            { id: 'reading', title: 'Reading', description: 'Read.', maximum: 5 },
          ],
          source: 'article',
        },
        {
          kind: 'assessment',
          id: 'testing',
          title: 'Another exam',
          description: 'Passed again.',
          assessment: 'again',
          source: 'article',
        },
      ],
      audit: { percent: 50, text: 'Half of the renewals.', assumed: ['percent', 'text'] },
    },
  };
});

const start = '2027-03-01T09:00:00.000Z';
let world: World;
let decider: Caller;
let auditor: Caller;
let certified: Certified;

beforeAll(async () => {
  world = await createWorld({ startAt: start, program });
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  auditor = await world.person('Alma Auditor', { roles: ['auditor'] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setClock(start);
  certified = await certify(world, decider, { name: 'Ana Rivera' });
  world.setClock('2029-10-01T09:00:00.000Z');
});

const log = async (hours: number, category?: string, { holder, candidacyId } = certified) => {
  const file = evidencePdf('Certificate.pdf', ['Certificate of attendance']);
  const fileIds = [(await holder.api.candidacies.uploadFile({ candidacyId, file })).id];
  const entry = { title: 'A course', provider: 'A provider', hours, completedOn: '2029-09-01', fileIds };
  return holder.api.renewals.logEducation({ candidacyId, ...entry, ...(category === undefined ? {} : { category }) });
};
const choose = (route: string, { holder, candidacyId } = certified) =>
  holder.api.renewals.chooseRenewalRoute({ candidacyId, route });
const submit = ({ holder, candidacyId } = certified) =>
  holder.api.renewals.submitRenewal({ candidacyId, signedName: holder.name });
const standingOf = async ({ holder, candidacyId } = certified) =>
  (await holder.api.candidacies.getCandidacy({ candidacyId })).standing;

describe('how a certification is renewed', () => {
  test('is chosen first, among the ways of the program, until it is submitted', async () => {
    expect((await standingOf()).next.map(({ kind }) => kind)).toContain('choose-renewal-route');
    const unchosen = await refusal(submit());
    expect([unchosen.code, unchosen.message]).toEqual([
      'renewals.no-route',
      'Choose first how you renew: "Continuing education" or "Another exam".',
    ]);
    expect((await refusal(choose('prayer'))).message).toBe(
      'Choose one of these: teaching (Continuing education), testing (Another exam).',
    );
    await choose('testing');
    await choose('teaching');
    await choose('teaching');
    const { history } = await certified.holder.api.candidacies.getCandidacy({ candidacyId: certified.candidacyId });
    expect(history.filter(({ kind }) => kind === 'renewal-route-chosen')).toHaveLength(2);
    await log(10, 'courses');
    await submit();
    expect((await refusal(choose('testing'))).code).toBe('renewals.already-submitted');
  });

  test('is no question before there is a certification', async () => {
    const candidate = await world.person('Una Early');
    const { candidacyId } = await candidate.api.candidacies.beginCandidacy({
      organization: world.organization.slug,
      programId: world.programId,
    });
    const chosen = candidate.api.renewals.chooseRenewalRoute({ candidacyId, route: 'testing' });
    expect((await refusal(chosen)).code).toBe('renewals.no-cycle');
  });
});

describe('education', () => {
  test('is of a kind of the way that was chosen, up to its cap, and each kind reaches its minimum', async () => {
    await choose('teaching');
    expect((await refusal(log(1, 'hearsay'))).message).toBe(
      'Choose one of these: courses (Courses), reading (Reading).',
    );
    await log(8, 'reading');
    expect((await standingOf()).renewal).toMatchObject({ hoursLogged: 5, hoursMissing: 5 });
    expect((await refusal(submit())).message).toBe('5 of 10 credits are logged; 5 more are needed.');
    await log(3.5);
    await log(1.5, 'courses');
    expect(await submit()).toMatchObject({ ok: true });
  });

  test('does not count where the exam was chosen', async () => {
    await choose('testing');
    expect((await refusal(log(10, 'courses'))).message).toBe(
      'Renewing by "Another exam" needs no education. To renew by education, choose "Continuing education" first.',
    );
  });
});

describe('the exam', () => {
  const record = (facts: readonly NewFact[]) =>
    world.within((scope) => recordFacts(scope, certified.candidacyId, facts));

  test('has to be passed; the renewal then needs no evidence and no draw', async () => {
    await choose('testing');
    expect((await refusal(submit())).message).toBe('"Recertification exam" has to be passed first.');
    const by = { kind: 'system' } as const;
    const attempt = { assessment: 'again', attempt: 1 };
    const window = { from: world.now().toISOString(), until: '2029-12-01T09:00:00.000Z' };
    await record([
      { kind: 'test-authorized', data: { ...attempt, ...window }, by },
      { kind: 'attempt-begun', data: { ...attempt, attemptId: crypto.randomUUID() }, by },
    ]);
    world.passMs(1000);
    await record([
      { kind: 'result-released', data: { ...attempt, passed: true, score: 80, maxScore: 100, byTopic: [] }, by },
    ]);
    expect(await submit()).toEqual({ ok: true });
    expect((await standingOf()).next.map(({ kind }) => kind)).toContain('approve-renewal');
    await decider.api.renewals.approveRenewal({ candidacyId: certified.candidacyId, reason: 'Passed again.' });
    await world.runJobs();
    expect((await standingOf()).credential).toMatchObject({ cycle: 2, status: 'active' });
  });
});

describe('an audit', () => {
  test('is drawn at the submission: what is not drawn is approved unseen, what is drawn waits for a reviewer', async () => {
    const seen = new Map<boolean | undefined, string[]>();
    for (let round = 0; seen.size < 2 && round < 40; round += 1) {
      world.setClock(start);
      certified = await certify(world, decider, { name: 'Ana Rivera' });
      world.setClock('2029-10-01T09:00:00.000Z');
      await choose('teaching');
      await log(10, 'courses');
      const { audited } = await submit();
      const moves = (await standingOf()).next.map(({ kind }) => kind);
      expect((await standingOf()).renewal?.audited).toBe(audited);
      seen.set(audited, moves);
    }
    expect(seen.get(true)).toContain('review-education');
    expect(seen.get(true)).not.toContain('approve-renewal');
    expect(seen.get(false)).toContain('approve-renewal');
  });

  test('can be drawn again by an auditor, and by nobody else', async () => {
    await choose('teaching');
    await log(10, 'courses');
    const { audited } = await submit();
    const list = (caller: Caller) => caller.api.renewals.listRenewalDraws({ organization: world.organization.slug });
    const { seed = '', rule, draws, total } = await list(auditor);
    expect(rule).toContain('HMAC-SHA-256');
    expect(total).toBe(draws.length);
    const own = draws.find(({ candidacyId }) => candidacyId === certified.candidacyId);
    expect(own).toMatchObject({ cycle: 2, percent: 50, audited });
    for (const { candidacyId, cycle, percent, drawn, audited: kept } of draws) {
      expect(drawOf(seed, candidacyId, cycle, percent)).toEqual({ percent, drawn, audited: kept });
    }
    expect((await refusal(list(decider))).code).toBe('platform.not-allowed');
  });
});

test('a reminder says what the way asks for, or that none is chosen', async () => {
  const remind = async (day: string) => {
    world.setClock(`${day}T09:00:00.000Z`);
    await world.runSchedule('candidacies.sweep');
    return (await world.messagesTo(certified.holder.email)).findLast(({ template }) => template === 'renewals.reminder')
      ?.body;
  };
  expect(await remind('2029-10-02')).toContain('Choose "Continuing education" or "Another exam" first.');
  await choose('teaching');
  await log(2, 'reading');
  expect(await remind('2029-12-02')).toContain(
    'You have logged 2 credits of 10. Log 8 credits more of continuing education, then submit the renewal. ' +
      'They have to hold at least 4 credits of "Courses".',
  );
  await choose('testing');
  expect(await remind('2030-02-01')).toContain('Pass "Recertification exam", then submit the renewal.');
});
