import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { beginExam as begin, entry, openExam, save, sitExam } from '../scoring/testing/exam.ts';
import { authorize, payAgain, prepare, stockBank } from '../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';
import { beginAttempt } from './begin.ts';

let world: World;
let manager: Caller;
let proctor: Caller;
let formIds: string[];

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  proctor = await world.person('Pia Proctor', ['proctor']);
  formIds = await stockBank(world);
});
afterAll(() => world.close());

const exam = (candidacyId: string) => ({ candidacyId, assessmentId: 'exam' });
const attemptRow = (attemptId: string) =>
  world.within(({ trx }) =>
    trx.selectFrom('attempt').selectAll().where('id', '=', attemptId).executeTakeFirstOrThrow(),
  );
const factsOf = (candidacyId: string, kind: string) =>
  world.within(async (scope) => (await loadCandidacy(scope, candidacyId)).facts.filter((fact) => fact.kind === kind));

describe('beginning', () => {
  test('is refused before the authorization and after the window, with the reason in the lobby', async () => {
    const candidate = await world.person('Ana Early');
    const candidacyId = await prepare(world, candidate);
    const early = await candidate.api.delivery.getLobby(exam(candidacyId));
    expect(early).toMatchObject({ ready: false, items: 100, minutes: 120 });
    expect(early.reason).toContain('not authorized');
    expect((await refusal(begin(candidate, candidacyId))).code).toBe('delivery.not-authorized');
    await world.runJobs();
    const ready = await candidate.api.delivery.getLobby(exam(candidacyId));
    expect(ready).toMatchObject({ ready: true, reason: '' });
    expect(ready.rules.join(' ')).toContain('2 h');
    const today = world.now();
    world.setClock('2027-09-01T00:00:00.000Z');
    expect((await refusal(begin(candidate, candidacyId))).code).toBe('delivery.not-authorized');
    world.setClock(today);
  });

  test('is refused to those whose role opens the item bank', async () => {
    const candidate = await world.person('Ira Insider', ['psychometrician']);
    const candidacyId = await authorize(world, candidate);
    expect((await refusal(begin(candidate, candidacyId))).code).toBe('delivery.sees-items');
    expect(await factsOf(candidacyId, 'attempt-begun')).toEqual([]);
  });

  test('needs the agreement to the rules', async () => {
    const candidate = await world.person('Dora Disagree');
    const candidacyId = await authorize(world, candidate);
    const disagreed = { ...exam(candidacyId), agreed: false as unknown as true };
    expect((await refusal(candidate.api.delivery.beginAttempt(disagreed))).message).toContain('Agree to the rules');
  });

  test('on two browsers at once gives one attempt, one fact and one clock', async () => {
    const candidate = await world.person('Bea Both');
    const candidacyId = await authorize(world, candidate);
    const both = await Promise.all([begin(candidate, candidacyId), begin(candidate, candidacyId)]);
    expect(both[0]).toBe(both[1]);
    world.passMs(60_000);
    expect(await begin(candidate, candidacyId)).toBe(both[0]);
    expect(await factsOf(candidacyId, 'attempt-begun')).toHaveLength(1);
    const row = await attemptRow(both[0] ?? '');
    expect(row.ends_at.getTime() - row.begun_at.getTime()).toBe(120 * 60_000);
    const lobby = await candidate.api.delivery.getLobby(exam(candidacyId));
    expect(lobby).toMatchObject({ ready: false, attemptId: both[0] });
  });

  test('is refused on a database that could lose answers', async () => {
    const candidate = await world.person('Uta Unsafe');
    const candidacyId = await authorize(world, candidate);
    const unsafe = world.within(async (scope) => {
      await sql`set local synchronous_commit = off`.execute(scope.trx);
      return beginAttempt(scope, candidacyId, 'exam');
    });
    expect(await refusal(unsafe)).toMatchObject({
      code: 'delivery.database-not-durable',
      message: expect.stringContaining('synchronous_commit'),
    });
    expect(await begin(candidate, candidacyId)).toBeTruthy();
  });

  test('grants the extra time from the start, and the job that seals it waits as long', async () => {
    const candidate = await world.person('Timo Slow');
    const by = { kind: 'candidate' as const, id: candidate.personId };
    const candidacyId = await authorize(world, candidate, {
      extra: [
        { kind: 'accommodation-requested', data: { request: 'More time, please.' }, by },
        {
          kind: 'accommodation-decided',
          data: { granted: true, timeMultiplier: 1.5, reason: 'Documented.' },
          by: { kind: 'staff', id: manager.personId },
        },
      ],
    });
    const lobby = await candidate.api.delivery.getLobby(exam(candidacyId));
    expect(lobby).toMatchObject({ minutes: 180, timeMultiplier: 1.5 });
    const attemptId = await begin(candidate, candidacyId);
    const row = await attemptRow(attemptId);
    expect(row.granted_ms).toBe(180 * 60_000);
    expect(row.ends_at.getTime() - row.begun_at.getTime()).toBe(180 * 60_000);
    const owner = new Client({ connectionString: world.db.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
      `delivery.seal-attempt:${attemptId}`,
    ]);
    await owner.end();
    const wait = (rows[0]?.run_at.getTime() ?? 0) - row.ends_at.getTime();
    expect(wait).toBeGreaterThan(5_000);
    expect(wait).toBeLessThan(7_000);
  });

  test('anew after a failed attempt takes a form that was not seen; without one, it is refused', async () => {
    const candidate = await world.person('Rita Retake');
    const sitting = await sitExam(world, candidate);
    const { candidacyId } = sitting;
    const first = await attemptRow(sitting.attemptId);
    const fail = async (attempt: number) => {
      await candidate.api.delivery.submitAttempt({ ...(await onDevice()), lastSeq: 0 });
      await world.runJobs();
      await world.within((scope) =>
        recordFacts(scope, candidacyId, [
          {
            kind: 'result-released',
            data: { assessment: 'exam', attempt, passed: false, score: 1, maxScore: 100, byTopic: [] },
            by: { kind: 'staff', id: manager.personId },
          },
        ]),
      );
      world.passMs(31 * 86_400_000);
      await payAgain(world, candidacyId, attempt + 1);
      await world.runJobs();
    };
    const onDevice = async () => {
      const { attemptId } = await candidate.api.delivery.getLobby(exam(candidacyId));
      const { deviceId } = await openExam(candidate, candidacyId, attemptId ?? '');
      return { attemptId: attemptId ?? '', deviceId };
    };
    await fail(1);
    const second = await attemptRow(await begin(candidate, candidacyId));
    expect(second.attempt).toBe(2);
    expect(second.form_id).not.toBe(first.form_id);
    expect([first.form_id, second.form_id].sort()).toEqual([...formIds].sort());
    await fail(2);
    expect((await refusal(begin(candidate, candidacyId))).code).toBe('delivery.no-form');
  });
});

describe('opening', () => {
  test('shows the items without a word of keys, under opaque ids, and the answers so far', async () => {
    const candidate = await world.person('Otto Open');
    const sitting = await sitExam(world, candidate);
    const [a = '', b = ''] = sitting.items;
    await save(world, candidate, sitting, [
      entry(world, 1, a, 'A'),
      entry(world, 2, b, 'B'),
      entry(world, 3, a, 'C'),
      entry(world, 4, b, true, 'flag'),
    ]);
    const { attemptId, deviceId } = sitting;
    const opened = await candidate.api.delivery.openAttempt({ attemptId, deviceId });
    expect(opened).toMatchObject({ nextSeq: 5, responses: { [a]: 'C', [b]: 'B' }, flags: [b], title: 'Written exam' });
    expect(opened.items).toHaveLength(100);
    for (const { itemId, view } of opened.items) expect(view.identifier).toBe(itemId);
  });

  test('on a second device takes the writing over, tells the first, and leaves an incident', async () => {
    const candidate = await world.person('Zoe Two');
    const first = await sitExam(world, candidate);
    const [a = ''] = first.items;
    expect((await save(world, candidate, first, [entry(world, 1, a)])).status).toBe(200);
    const second = await openExam(candidate, first.candidacyId, first.attemptId);
    const told = await save(world, candidate, first, [entry(world, 2, a, 'B')]);
    expect(told).toMatchObject({ status: 409, body: { code: 'delivery.other-device' } });
    expect((await save(world, candidate, second, [entry(world, 2, a, 'C')])).status).toBe(200);
    // The same device again is no other device.
    await candidate.api.delivery.openAttempt({ attemptId: second.attemptId, deviceId: second.deviceId });
    const listed = await proctor.api.delivery.listAttempts({ organization: 'ala', page: 1 });
    const mine = listed.attempts.find(({ attemptId }) => attemptId === first.attemptId);
    expect(mine?.incidents.map(({ kind }) => kind)).toEqual(['second-device']);
    expect(mine).toMatchObject({ answered: 1, items: 100, status: 'working', candidateName: 'Zoe Two' });
  });

  test('is for the owner alone', async () => {
    const candidate = await world.person('Olga Owner');
    const thief = await world.person('Theo Thief');
    const { attemptId } = await sitExam(world, candidate);
    for (const { api } of [thief, proctor, manager]) {
      expect((await refusal(api.delivery.openAttempt({ attemptId, deviceId: newId() }))).code).toMatch(/^platform\./);
      expect((await refusal(api.delivery.getClock({ attemptId }))).code).toMatch(/^platform\./);
    }
  });
});
