import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { inTenant, type Plumbing, type Scope, type Tenant, type Viewer } from '../../platform/http/index.ts';
import { createWorker, prepareJobs, type Worker } from '../../platform/jobs/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import type { notificationsContract } from './contract.ts';
import { type NewMessage, notificationsModule, sendMessage } from './index.ts';

const now = new Date('2030-05-01T12:00:00Z');
const tenant = (slug: string, kind: Tenant['kind']): Tenant => ({
  id: newId(),
  slug,
  name: slug,
  kind,
  clockOffsetMs: 0,
});
const platformOrganization = tenant('platform', 'platform');
const live = tenant('alpha', 'live');
const other = tenant('beta', 'live');
const rehearsal = tenant('drill', 'rehearsal');
const person = (name: string, operator = false): Viewer => ({
  personId: newId(),
  sessionId: newId(),
  name,
  email: `${name}@lovelace.dev`,
  emailVerified: true,
  operator,
});
const ada = person('ada');
const administrator = person('admin');
const operator = person('op', true);

let db: TestDatabase;
let worker: Worker;
let sent: Mail[] = [];
let smtp: { SMTP_URL: string | undefined };
let fail: (() => Error) | undefined;
let parts: ReturnType<typeof notificationsModule>;
let viewer: Viewer | undefined;
let api: ContractRouterClient<typeof notificationsContract>;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const message: NewMessage = {
  to: ada.email,
  personId: ada.personId,
  template: 'test.letter',
  subject: 'A letter',
  body: 'Hello.',
  occasion: 'letter:1',
};
const within = <T>(organization: Tenant, work: (scope: Scope) => Promise<T>) =>
  db.tenant(organization.id, (trx) => work({ trx, organization, now }));
const send = (organization: Tenant, change: Partial<NewMessage> = {}) =>
  within(organization, (scope) => sendMessage(scope, { ...message, ...change }));
const kept = (organization: Tenant) =>
  within(organization, ({ trx }) => trx.selectFrom('message').selectAll().orderBy('created_at').execute());

beforeAll(async () => {
  db = await createTestDatabase();
  await prepareJobs(db.ownerUrl);
  for (const { id, slug, name, kind } of [platformOrganization, live, other, rehearsal]) {
    await db.kysely.insertInto('organization').values({ id, slug, name, kind }).execute();
  }
  for (const { personId, name, email } of [ada, administrator, operator]) {
    await db.kysely.insertInto('person').values({ id: personId, name, email }).execute();
  }
  for (const { id } of [live, platformOrganization]) {
    const membership = { organization_id: id, person_id: administrator.personId, roles: ['administrator'] };
    await db.tenant(id, (trx) => trx.insertInto('membership').values(membership).execute());
  }
  const plumbing: Plumbing = { db, now: () => now, authenticate: async () => viewer, recordCommand: async () => {} };
  smtp = { SMTP_URL: 'smtp://localhost' };
  parts = notificationsModule({
    plumbing,
    config: smtp,
    log: quiet,
    inTenant: inTenant(db, () => now),
    mailer: {
      send: async (mail) => {
        if (fail) throw fail();
        if (smtp.SMTP_URL === undefined) return 'kept';
        sent.push(mail);
        return 'sent';
      },
    },
  });
  worker = createWorker({
    ownerUrl: db.ownerUrl,
    db,
    jobs: parts.jobs ?? [],
    subscriptions: [],
    schedules: [],
    emitted: [],
    concurrency: 1,
    log: quiet,
  });
  api = createRouterClient(parts.procedures, {
    context: () => ({ requestId: 'test', headers: new Headers(), ip: '127.0.0.1', responseHeaders: new Headers() }),
  }) as unknown as typeof api;
});
beforeEach(async () => {
  for (const organization of [platformOrganization, live, other, rehearsal]) {
    await within(organization, ({ trx }) => trx.deleteFrom('message').execute());
  }
  sent = [];
  fail = undefined;
  smtp.SMTP_URL = 'smtp://localhost';
});
afterAll(async () => {
  await worker.stop();
  await db.drop();
});

describe('a message', () => {
  test('is delivered once by a job', async () => {
    expect(await send(live)).toEqual({ created: true });
    expect(await kept(live)).toMatchObject([{ state: 'waiting', sent_at: null }]);
    await worker.drain();
    expect(sent).toMatchObject([{ to: ada.email, subject: 'A letter', text: 'Hello.' }]);
    expect(await kept(live)).toMatchObject([{ state: 'sent', sent_at: now, error: null }]);
  });

  test('on an occasion that was written of is not written again, whoever comes first', async () => {
    const answers = await Promise.all([1, 2, 3].map((number) => send(live, { body: `Try ${number}.` })));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(await send(other)).toEqual({ created: true });
    await worker.drain();
    expect(sent).toHaveLength(2);
  });

  test('of a change that is rolled back is neither kept nor sent', async () => {
    const failing = within(live, async (scope) => {
      await sendMessage(scope, message);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await worker.drain();
    expect(await kept(live)).toEqual([]);
    expect(sent).toEqual([]);
  });

  test('whose job runs twice is sent once', async () => {
    await send(live);
    const [job] = parts.jobs ?? [];
    const [waiting] = await kept(live);
    const payload = { organizationId: live.id, messageId: waiting?.id };
    await job?.run(payload);
    await job?.run(payload);
    await worker.drain();
    expect(sent).toHaveLength(1);
  });

  test('is kept where no mail server is configured', async () => {
    smtp.SMTP_URL = undefined;
    await send(live);
    await worker.drain();
    expect(await kept(live)).toMatchObject([{ state: 'kept', sent_at: null }]);
  });

  test('of a rehearsal is kept and marked', async () => {
    await send(rehearsal);
    await worker.drain();
    expect(sent).toEqual([]);
    expect(await kept(rehearsal)).toMatchObject([{ state: 'kept', subject: 'Demonstration: A letter' }]);
  });

  test('waits for another try while the server is busy, with the reason', async () => {
    fail = () => new Error('connection refused');
    await send(live);
    await worker.drain();
    const [waiting] = await kept(live);
    expect(waiting).toMatchObject({ state: 'waiting', error: 'connection refused' });
    fail = undefined;
    await parts.jobs?.[0]?.run({ organizationId: live.id, messageId: waiting?.id });
    expect(await kept(live)).toMatchObject([{ state: 'sent', error: null }]);
  });

  test('that the server refuses for good has failed', async () => {
    fail = () => Object.assign(new Error('550 no such mailbox'), { responseCode: 550 });
    await send(live);
    await worker.drain();
    expect(await kept(live)).toMatchObject([{ state: 'failed', error: '550 no such mailbox' }]);
  });
});

describe('people read', () => {
  test('what was sent to them, across organizations, and nothing else', async () => {
    await send(live);
    await send(other, { subject: 'Another' });
    await send(live, { personId: administrator.personId, to: administrator.email, occasion: 'letter:2' });
    const { personId: _none, ...unowned } = { ...message, occasion: 'reset:1' };
    await within(platformOrganization, (scope) => sendMessage(scope, unowned));
    viewer = ada;
    const { messages, total } = await api.listMyMessages({ page: 1 });
    expect(total).toBe(2);
    expect(messages.map((one) => one.organizationName).sort()).toEqual(['alpha', 'beta']);
  });

  test('the outbox of an organization only as its administrator or auditor, and by address', async () => {
    await send(live);
    await send(live, { to: 'bob@lovelace.dev', occasion: 'letter:2' });
    viewer = administrator;
    expect(await api.listOutbox({ organization: 'alpha', page: 1 })).toMatchObject({ total: 2 });
    expect(await api.listOutbox({ organization: 'alpha', page: 1, to: 'BOB@' })).toMatchObject({ total: 1 });
    expect(await api.listOutbox({ organization: 'alpha', page: 1, to: '%' })).toMatchObject({ total: 0 });
    viewer = ada;
    await expect(api.listOutbox({ organization: 'alpha', page: 1 })).rejects.toMatchObject({
      code: 'platform.not-allowed',
    });
  });

  test('account mail only as operator, where no mail server is configured', async () => {
    smtp.SMTP_URL = undefined;
    await send(platformOrganization);
    viewer = operator;
    expect(await api.listPlatformOutbox({ page: 1 })).toMatchObject({ total: 1 });
    smtp.SMTP_URL = 'smtp://localhost';
    await expect(api.listPlatformOutbox({ page: 1 })).rejects.toMatchObject({ code: 'notifications.outbox-closed' });
    viewer = administrator;
    await expect(api.listPlatformOutbox({ page: 1 })).rejects.toMatchObject({ code: 'platform.not-allowed' });
    await expect(api.listOutbox({ organization: 'platform', page: 1 })).rejects.toMatchObject({
      code: 'notifications.outbox-closed',
    });
  });
});
