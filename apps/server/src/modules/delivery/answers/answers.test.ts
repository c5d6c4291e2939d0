import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/index.ts';
import { entry, type Sitting, save, sitExam } from '../../scoring/testing/exam.ts';
import { stockBank } from '../../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../../scoring/testing/world.ts';

let world: World;
let candidate: Caller;
let sitting: Sitting;
let items: readonly string[];
let seq = 0;

beforeAll(async () => {
  world = await createWorld();
  await stockBank(world, 1);
  candidate = await world.person('Ana Rivera');
  sitting = await sitExam(world, candidate);
  items = sitting.items;
});
afterAll(() => world.close());

const item = (index: number): string => items[index] ?? '';
const next = () => {
  seq += 1;
  return seq;
};
const log = (attemptId = sitting.attemptId) =>
  world.within(({ trx }) =>
    trx.selectFrom('response').selectAll().where('attempt_id', '=', attemptId).orderBy('seq').execute(),
  );
const incidents = (attemptId = sitting.attemptId) =>
  world.within(({ trx }) =>
    trx.selectFrom('incident').select(['kind', 'note']).where('attempt_id', '=', attemptId).execute(),
  );

describe('an answer', () => {
  test('is acknowledged with the time of the server, and stands in the log as it was sent', async () => {
    const first = entry(world, next(), item(0), 'B');
    const flag = entry(world, next(), item(0), true, 'flag');
    const saved = await save(world, candidate, sitting, [first, flag]);
    expect(saved.status).toBe(200);
    expect(saved.headers['x-session']).toBe('goes on');
    expect(saved.body).toEqual({
      acknowledged: [first.seq, flag.seq],
      serverNow: world.now().toISOString(),
      endsAt: expect.any(String),
      status: 'working',
    });
    expect(await log()).toMatchObject([
      { seq: first.seq, item_id: item(0), kind: 'response', value: 'B' },
      { seq: flag.seq, item_id: item(0), kind: 'flag', value: true },
    ]);
  });

  test('whose acknowledgment was lost is sent again and acknowledged again, and written once', async () => {
    const entries = [entry(world, next(), item(1), 'A'), entry(world, next(), item(2), 'C')];
    const before = (await log()).length;
    expect((await save(world, candidate, sitting, entries)).status).toBe(200);
    const again = await save(world, candidate, sitting, entries);
    expect(again).toMatchObject({ status: 200, body: { acknowledged: entries.map((one) => one.seq) } });
    // Also together with one that is new, and twice at the same moment.
    const more = [...entries, entry(world, next(), item(3), 'D')];
    const both = await Promise.all([save(world, candidate, sitting, more), save(world, candidate, sitting, more)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await log()).length).toBe(before + 3);
    expect(await incidents()).toEqual([]);
  });

  test('is never written over: the same number with another content is refused, and the incident stays', async () => {
    const number = next();
    await save(world, candidate, sitting, [entry(world, number, item(4), 'A')]);
    for (const other of [entry(world, number, item(4), 'B'), entry(world, number, item(5), 'A')]) {
      const refused = await save(world, candidate, sitting, [other]);
      expect(refused).toMatchObject({ status: 409, body: { code: 'delivery.sequence-conflict' } });
      expect(refused.headers['content-type']).toContain('application/problem+json');
    }
    expect((await log()).find((row) => row.seq === number)).toMatchObject({ item_id: item(4), value: 'A' });
    // One incident an entry, so that a loop in a client does not bury the others.
    expect((await incidents()).map(({ kind }) => kind)).toEqual(['sequence-conflict']);
  });

  test('sent twice with two contents at the same moment is kept once, and one sender is told', async () => {
    const number = next();
    const both = await Promise.all(
      ['A', 'B'].map((value) => save(world, candidate, sitting, [entry(world, number, item(6), value)])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = both[0]?.status === 200 ? 'A' : 'B';
    expect((await log()).find((row) => row.seq === number)?.value).toBe(winner);
  });

  test('may arrive before an earlier one', async () => {
    const [first, second] = [next(), next()];
    expect((await save(world, candidate, sitting, [entry(world, second, item(7), 'B')])).status).toBe(200);
    expect((await save(world, candidate, sitting, [entry(world, first, item(7), 'A')])).status).toBe(200);
    const { attemptId, deviceId } = sitting;
    const opened = await candidate.api.delivery.openAttempt({ attemptId, deviceId });
    expect(opened.responses[item(7)]).toBe('B');
    expect(opened.nextSeq).toBe(second + 1);
  });

  test('counts by the time of the server, whatever the clock of the device says', async () => {
    for (const clientAt of ['1999-01-01T00:00:00Z', '2999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z']) {
      const saved = await save(world, candidate, sitting, [{ ...entry(world, next(), item(8)), clientAt }]);
      expect(saved.status, clientAt).toBe(200);
      const row = (await log()).at(-1);
      expect(row?.received_at.toISOString()).toBe(world.now().toISOString());
      expect(row?.client_at.toISOString()).toBe(new Date(clientAt).toISOString());
    }
  });

  test('with a date that no calendar of the database has spoils no answer of others', async () => {
    const other = await world.person('Nora Neighbor');
    const neighbor = await sitExam(world, other);
    const impossible = { ...entry(world, seq + 1, item(9)), clientAt: '0000-01-01T00:00:00Z' };
    const [bad, good] = await Promise.all([
      save(world, candidate, sitting, [impossible]),
      save(world, other, neighbor, [entry(world, 1, neighbor.items[0] ?? '')]),
    ]);
    expect(good.status).toBe(200);
    expect(bad.status).toBe(422);
  });
});

describe('what no item offers is refused, and nothing of it is written', () => {
  const good = () => entry(world, seq + 1, item(10), 'A');
  test.each<[string, (entries: ReturnType<typeof entry>) => unknown, string]>([
    ['a choice that is not there', (one) => ({ ...one, value: 'Z' }), 'delivery.response-invalid'],
    ['several choices where one is asked', (one) => ({ ...one, value: ['A', 'B'] }), 'delivery.response-invalid'],
    ['a flag as a response', (one) => ({ ...one, value: true }), 'delivery.response-invalid'],
    ['a response as a flag', (one) => ({ ...one, kind: 'flag' }), 'delivery.response-invalid'],
    ['an item of no form', (one) => ({ ...one, itemId: newId() }), 'delivery.response-invalid'],
    ['a number where a choice is asked', (one) => ({ ...one, value: 1 }), 'delivery.response-invalid'],
    ['an object where a choice is asked', (one) => ({ ...one, value: { RESPONSE: 'A' } }), 'delivery.response-invalid'],
    ['an object in an object', (one) => ({ ...one, value: { R: { S: { T: 'A' } } } }), 'platform.invalid'],
    ['a sequence number of 0', (one) => ({ ...one, seq: 0 }), 'platform.invalid'],
    ['a fraction as sequence number', (one) => ({ ...one, seq: 1.5 }), 'platform.invalid'],
    ['a sequence number in text', (one) => ({ ...one, seq: '7' }), 'platform.invalid'],
    ['an unknown kind', (one) => ({ ...one, kind: 'score' }), 'platform.invalid'],
    ['an unknown member', (one) => ({ ...one, score: 1 }), 'platform.invalid'],
    ['a time that is none', (one) => ({ ...one, clientAt: 'yesterday' }), 'platform.invalid'],
    ['nothing', () => undefined, 'platform.invalid'],
  ])('%s', async (_what, spoil, code) => {
    const before = (await log()).length;
    const bad = spoil(good());
    const entries = bad === undefined ? [] : [entry(world, seq + 2, item(11)), bad];
    const refused = await save(world, candidate, sitting, entries);
    expect(refused).toMatchObject({ status: 422, body: { code } });
    expect(refused.body.fields.length).toBeGreaterThan(0);
    expect(refused.body.requestId).toBeTruthy();
    expect((await log()).length).toBe(before);
  });

  test('unknown members beside the entries, and bodies that are no object', async () => {
    const url = `/api/attempts/${sitting.attemptId}/responses`;
    const send = (payload: object | string) =>
      world.server.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${candidate.personId}`, 'content-type': 'application/json' },
        payload,
      });
    const { deviceId } = sitting;
    const extra = await send({ deviceId, entries: [good()], status: 'sealed' });
    expect(extra.json()).toMatchObject({ code: 'platform.invalid', status: 422 });
    // The attempt is the one of the address, whatever the body names.
    const elsewhere = await send({ deviceId, entries: [entry(world, next(), item(10))], attemptId: newId() });
    expect(elsewhere.statusCode).toBe(200);
    expect((await log()).at(-1)?.seq).toBe(seq);
    expect((await send([])).statusCode).toBe(422);
    expect((await send('{"deviceId": ')).statusCode).toBe(400);
  });
});

describe('who may answer', () => {
  test('nobody without a session; answers kept on the device go after signing in', async () => {
    const kept = entry(world, next(), item(12), 'D');
    world.signOut(candidate);
    expect(await save(world, candidate, sitting, [kept])).toMatchObject({
      status: 401,
      body: { code: 'platform.sign-in-required' },
    });
    world.signIn(candidate);
    expect(await save(world, candidate, sitting, [kept])).toMatchObject({
      status: 200,
      body: { acknowledged: [kept.seq] },
    });
  });

  test('nobody in the attempt of another, which looks as if it were not there', async () => {
    const thief = await world.person('Theo Thief');
    const proctor = await world.person('Pia Proctor', ['proctor']);
    const stolen = [entry(world, seq + 1, item(13))];
    expect((await save(world, thief, sitting, stolen)).body).toMatchObject({ code: 'platform.not-found', status: 404 });
    expect((await save(world, proctor, sitting, stolen)).body).toMatchObject({
      code: 'platform.not-allowed',
      status: 403,
    });
    const nowhere = { attemptId: newId(), deviceId: newId() };
    expect((await save(world, thief, nowhere, stolen)).body).toMatchObject({ code: 'platform.not-found', status: 404 });
  });

  test('no device that has not opened the exam', async () => {
    const stranger = { attemptId: sitting.attemptId, deviceId: newId() };
    const refused = await save(world, candidate, stranger, [entry(world, seq + 1, item(14))]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'delivery.other-device' } });
  });
});

test('the log is append-only for the application itself', async () => {
  const change = world.within(({ trx }) => trx.updateTable('response').set({ item_id: 'x' }).execute());
  await expect(change).rejects.toThrow('permission denied');
  const removal = world.within(({ trx }) => trx.deleteFrom('response').execute());
  await expect(removal).rejects.toThrow('permission denied');
});

test('in-process callers are answered alike', async () => {
  const { attemptId, deviceId } = sitting;
  const call = (value: string, number: number) =>
    candidate.api.delivery.saveResponses({
      attemptId,
      deviceId,
      entries: [entry(world, number, item(17), value)] as never,
    });
  const number = next();
  expect((await call('A', number)).acknowledged).toEqual([number]);
  expect((await call('A', number)).acknowledged).toEqual([number]);
  expect((await refusal(call('B', number))).code).toBe('delivery.sequence-conflict');
  expect((await refusal(call('Z', number + 1))).code).toBe('delivery.response-invalid');
});
