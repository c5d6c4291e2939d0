import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kernel/index.ts';
import { noTenant, operation } from '../operations/operation.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { bind, type Plumbing, type RequestContext } from './bind.ts';
import type { Viewer } from './call.ts';
import { forgetAnswers } from './idempotency.ts';

const viewer: Viewer = {
  personId: newId(),
  sessionId: newId(),
  name: 'Ada',
  email: 'ada@example.org',
  emailVerified: true,
  operator: false,
};
const spec = { method: 'POST', tag: 'X', summary: 'X', policy: { allow: ['signed-in'], tenancy: noTenant } } as const;
const contract = {
  keep: operation({ ...spec, path: '/keep' })
    .input(z.strictObject({ text: z.string() }))
    .output(z.object({ run: z.number() })),
  hush: operation({ ...spec, path: '/hush', secret: true })
    .input(z.strictObject({ text: z.string() }))
    .output(z.object({ run: z.number() })),
};

let db: TestDatabase;
let runs = 0;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const call = async (name: keyof typeof contract, text: string, idempotencyKey?: string): Promise<unknown> => {
  const plumbing: Plumbing = {
    db,
    now: () => new Date('2030-05-01T12:00:00Z'),
    authenticate: async () => viewer,
    recordCommand: async () => undefined,
  };
  const run = async ({ text: stored }: { text: string }, { trx }: { trx: TestDatabase['kysely'] }) => {
    runs += 1;
    const member = { id: newId(), name: stored, email: `${newId()}@example.org` };
    await trx.insertInto('person').values(member).execute();
    return { run: runs };
  };
  const procedures = bind(plumbing, 'test', contract, { keep: run, hush: run });
  const request: RequestContext = {
    requestId: 'test',
    headers: new Headers(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ip: '127.0.0.1',
    responseHeaders: new Headers(),
  };
  const client = createRouterClient(procedures, { context: request }) as Record<
    string,
    (input: unknown) => Promise<unknown>
  >;
  return client[name]?.({ text });
};
const kept = () => db.kysely.selectFrom('idempotency').select(['key', 'body_hash', 'answer']).execute();

test('a text with a character that cannot be kept is refused, and is no error of ours', async () => {
  await expect(call('keep', 'Ada\u0000')).rejects.toMatchObject({ code: 'platform.invalid', status: 422 });
});

test('of an operation with a secret nothing is kept under the key, of others the answer', async () => {
  expect(await call('hush', 'a short secret', 'a-key-of-a-client')).not.toEqual(
    await call('hush', 'a short secret', 'a-key-of-a-client'),
  );
  expect(await kept()).toEqual([]);
  expect(await call('keep', 'a text', 'a-key-of-a-client')).toEqual(await call('keep', 'a text', 'a-key-of-a-client'));
  expect(await kept()).toHaveLength(1);
});

test('answers are forgotten after a day', async () => {
  const old = { person_id: viewer.personId, key: 'the-key-of-yesterday', operation: 'test.keep', body_hash: 'x' };
  await db.kysely
    .insertInto('idempotency')
    .values({ ...old, created_at: new Date(Date.now() - 25 * 3_600_000) })
    .execute();
  await forgetAnswers(db);
  expect((await kept()).map(({ key }) => key)).toEqual(['a-key-of-a-client']);
});
