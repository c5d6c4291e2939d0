import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from '../candidacies/index.ts';
import { beginExam as begin, entry, openExam, save, sitExam } from '../scoring/testing/exam.ts';
import { stockBank } from '../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';

let world: World;
let manager: Caller;
let proctor: Caller;

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  proctor = await world.person('Pia Proctor', ['proctor']);
  await stockBank(world);
});
afterAll(() => world.close());

const exam = (candidacyId: string) => ({ candidacyId, assessmentId: 'exam' });
const attemptRow = (attemptId: string) =>
  world.within(({ trx }) =>
    trx.selectFrom('attempt').selectAll().where('id', '=', attemptId).executeTakeFirstOrThrow(),
  );
const factsOf = (candidacyId: string, kind: string) =>
  world.within(async (scope) => (await loadCandidacy(scope, candidacyId)).facts.filter((fact) => fact.kind === kind));

describe('sealing', () => {
  test('waits until the server has what the device has written', async () => {
    const candidate = await world.person('Mila Missing');
    const sitting = await sitExam(world, candidate);
    const { attemptId, deviceId } = sitting;
    const submit = (lastSeq: number) => candidate.api.delivery.submitAttempt({ attemptId, deviceId, lastSeq });
    await save(world, candidate, sitting, [entry(world, 1, sitting.items[0] ?? '')]);
    const refused = await refusal(submit(2));
    expect(refused).toMatchObject({ code: 'delivery.answers-missing', message: expect.stringContaining('1 of 2') });
    await save(world, candidate, sitting, [entry(world, 2, sitting.items[1] ?? '', null)]);
    expect(await submit(2)).toMatchObject({ status: 'sealed', answered: 1, items: 100 });
  });

  test('twice gives one seal, one fact and one event; afterwards nothing is taken', async () => {
    const candidate = await world.person('Dan Double');
    const sitting = await sitExam(world, candidate);
    const submission = { attemptId: sitting.attemptId, deviceId: sitting.deviceId, lastSeq: 0 };
    const both = await Promise.all([1, 2].map(() => candidate.api.delivery.submitAttempt(submission)));
    expect(both[0]).toEqual(both[1]);
    world.passMs(60_000);
    expect(await candidate.api.delivery.submitAttempt(submission)).toEqual(both[0]);
    expect(await factsOf(sitting.candidacyId, 'attempt-sealed')).toMatchObject([{ data: { byClock: false } }]);
    const late = await save(world, candidate, sitting, [entry(world, 1, sitting.items[0] ?? '')]);
    expect(late).toMatchObject({ status: 409, body: { code: 'delivery.attempt-over' } });
    const { attemptId, deviceId } = sitting;
    expect((await refusal(candidate.api.delivery.openAttempt({ attemptId, deviceId }))).code).toBe(
      'delivery.attempt-over',
    );
    expect((await refusal(begin(candidate, sitting.candidacyId))).code).toBe('delivery.already-begun');
    await world.runJobs();
    const results = await world.within(({ trx }) =>
      trx.selectFrom('result').select('id').where('candidacy_id', '=', sitting.candidacyId).execute(),
    );
    expect(results).toHaveLength(1);
  });

  test('is not for a device that was left for another', async () => {
    const candidate = await world.person('Lea Left');
    const first = await sitExam(world, candidate);
    await openExam(candidate, first.candidacyId, first.attemptId);
    const submission = { attemptId: first.attemptId, deviceId: first.deviceId, lastSeq: 0 };
    expect((await refusal(candidate.api.delivery.submitAttempt(submission))).code).toBe('delivery.other-device');
  });

  test('happens at time by the same path, after the grace, and late answers are refused', async () => {
    const candidate = await world.person('Tia Time');
    const sitting = await sitExam(world, candidate);
    const [a = '', b = ''] = sitting.items;
    const today = world.now();
    world.passMs(120 * 60_000 + 4_000);
    // Written in time, on the way when the time ran out.
    expect((await save(world, candidate, sitting, [entry(world, 1, a)])).status).toBe(200);
    await world.sweep();
    expect((await attemptRow(sitting.attemptId)).status).toBe('working');
    world.passMs(2_000);
    const late = await save(world, candidate, sitting, [entry(world, 2, b)]);
    expect(late).toMatchObject({ status: 409, body: { code: 'delivery.attempt-over' } });
    // The refusal itself seals what nobody has sealed yet.
    expect((await attemptRow(sitting.attemptId)).status).toBe('sealed-at-time');
    await world.sweep();
    expect(await factsOf(sitting.candidacyId, 'attempt-sealed')).toMatchObject([
      { by: { kind: 'system' }, data: { byClock: true } },
    ]);
    const { attemptId, deviceId } = sitting;
    const answered = await candidate.api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: 99 });
    expect(answered).toMatchObject({ status: 'sealed-at-time', answered: 1 });
    world.setClock(today);
  });

  test('by the sweep needs no browser at all', async () => {
    const candidate = await world.person('Ben Browserless');
    const sitting = await sitExam(world, candidate);
    const today = world.now();
    world.passMs(120 * 60_000 + 6_000);
    await world.sweep();
    expect((await attemptRow(sitting.attemptId)).status).toBe('sealed-at-time');
    expect(await candidate.api.delivery.getClock({ attemptId: sitting.attemptId })).toMatchObject({
      status: 'sealed-at-time',
    });
    world.setClock(today);
  });

  test('leaves an incident where an entry never arrived', async () => {
    const candidate = await world.person('Gabi Gap');
    const sitting = await sitExam(world, candidate);
    const { attemptId, deviceId } = sitting;
    await save(world, candidate, sitting, [
      entry(world, 1, sitting.items[0] ?? ''),
      entry(world, 3, sitting.items[1] ?? ''),
    ]);
    await candidate.api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: 3 });
    const { attempts } = await proctor.api.delivery.listAttempts({ organization: 'ala', page: 1 });
    const mine = attempts.find((attempt) => attempt.attemptId === attemptId);
    expect(mine?.incidents).toMatchObject([{ kind: 'entries-missing', note: expect.stringContaining('1 of 3') }]);
  });
});

describe('watching over exams', () => {
  test('shows who was silent for half a minute as offline, until they are heard of', async () => {
    const candidate = await world.person('Ida Idle');
    const { attemptId } = await sitExam(world, candidate);
    const statusNow = async () => {
      const { attempts } = await proctor.api.delivery.listAttempts({ organization: 'ala', page: 1 });
      return attempts.find((attempt) => attempt.attemptId === attemptId)?.status;
    };
    expect(await statusNow()).toBe('working');
    world.passMs(31_000);
    expect(await statusNow()).toBe('offline');
    await candidate.api.delivery.getClock({ attemptId });
    expect(await statusNow()).toBe('working');
  });

  test('a canceled attempt is begun anew under the same number, on another form, with a full clock', async () => {
    const candidate = await world.person('Kai Cancel');
    const sitting = await sitExam(world, candidate);
    const { attemptId, candidacyId } = sitting;
    const reason = 'The power failed in the whole building.';
    expect((await refusal(candidate.api.delivery.cancelAttempt({ attemptId, reason }))).code).toMatch(/^platform\./);
    await manager.api.delivery.cancelAttempt({ attemptId, reason });
    expect((await refusal(manager.api.delivery.cancelAttempt({ attemptId, reason }))).code).toBe(
      'delivery.attempt-over',
    );
    const refused = await save(world, candidate, sitting, [entry(world, 1, sitting.items[0] ?? '')]);
    expect(refused.body).toMatchObject({ code: 'delivery.attempt-over' });
    world.passMs(3_600_000);
    const lobby = await candidate.api.delivery.getLobby(exam(candidacyId));
    expect(lobby.ready).toBe(true);
    const anew = await attemptRow(await begin(candidate, candidacyId));
    const before = await attemptRow(attemptId);
    expect(anew.id).not.toBe(attemptId);
    expect(anew).toMatchObject({ attempt: 1, status: 'working' });
    expect(anew.form_id).not.toBe(before.form_id);
    expect(anew.ends_at.getTime()).toBe(world.now().getTime() + 120 * 60_000);
  });

  test('nobody cancels an attempt of their own', async () => {
    const both = await world.person('Olaf Own', ['program-manager']);
    const { attemptId } = await sitExam(world, both);
    const cancel = both.api.delivery.cancelAttempt({ attemptId, reason: 'I did not like it.' });
    expect((await refusal(cancel)).code).toBe('delivery.own-attempt');
  });
});
