import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import type { Plumbing, RequestContext, Scope, Tenant, Viewer } from '../../platform/http/index.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import type { auditContract } from './contract.ts';
import { PLATFORM_ORGANIZATION_ID, platformOrganization, recordAudit, recordCommand, verifyEntries } from './index.ts';
import { auditProcedures } from './routes.ts';

const now = new Date('2030-05-01T12:00:00Z');
const live: Tenant = { id: newId(), slug: 'alpha', name: 'Alpha', kind: 'live', clockOffsetMs: 0 };
const other: Tenant = { id: newId(), slug: 'beta', name: 'Beta', kind: 'live', clockOffsetMs: 0 };
const auditor: Viewer = {
  personId: newId(),
  sessionId: newId(),
  name: 'Ada Auditor',
  email: 'ada@example.org',
  emailVerified: true,
  operator: false,
};

let db: TestDatabase;
let owner: Client;
let audit: ContractRouterClient<typeof auditContract>;

const context = (): RequestContext => ({
  requestId: 'test',
  headers: new Headers(),
  ip: '127.0.0.1',
  responseHeaders: new Headers(),
});
const clientOf = (plumbing: Plumbing): ContractRouterClient<typeof auditContract> =>
  // What `bind` makes has the contract's shapes, which its type does not carry.
  createRouterClient(auditProcedures(plumbing), { context }) as unknown as ContractRouterClient<typeof auditContract>;
const within = <T>(organization: Tenant, work: (scope: Scope) => Promise<T>) =>
  db.tenant(organization.id, (trx) => work({ trx, organization, now }));

/** What only someone with the owner's password can do. */
const asOwner = async (organization: Tenant, statement: string, values: readonly unknown[] = []) => {
  await owner.query("select set_config('app.organization', $1, false)", [organization.id]);
  const { rowCount } = await owner.query(statement, [...values]);
  return rowCount;
};

beforeAll(async () => {
  db = await createTestDatabase();
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
  for (const { id, slug, name, kind } of [platformOrganization, live, other]) {
    await db.kysely.insertInto('organization').values({ id, slug, name, kind }).execute();
  }
  await db.kysely
    .insertInto('person')
    .values({ id: auditor.personId, name: auditor.name, email: auditor.email })
    .execute();
  for (const { id } of [live, other]) {
    const membership = { organization_id: id, person_id: auditor.personId, roles: ['auditor'] };
    await db.tenant(id, (trx) => trx.insertInto('membership').values(membership).execute());
  }
  const plumbing: Plumbing = { db, now: () => now, authenticate: async () => auditor, recordCommand };
  audit = clientOf(plumbing);
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

describe('entries', () => {
  test('written at once follow one another without gap or fork', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        within(live, (scope) =>
          recordAudit(scope, { actorId: auditor.personId, action: 'test.act', subject: `thing:${index}` }),
        ),
      ),
    );
    expect(await audit.verifyChain({ organization: 'alpha' })).toMatchObject({ intact: true, entries: 12 });
  });

  test('of a change that is rolled back are not there', async () => {
    const failing = within(live, async (scope) => {
      await recordAudit(scope, { action: 'test.fail', subject: 'thing:none' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await audit.verifyChain({ organization: 'alpha' })).toMatchObject({ intact: true, entries: 12 });
  });

  test('are listed newest first with names, and by module', async () => {
    await within(live, (scope) =>
      recordAudit(scope, {
        action: 'other.act',
        subject: 'thing:x',
        detail: { amountMinor: 5, at: now },
        personal: { email: 'someone@example.org' },
      }),
    );
    const newest = await audit.listEntries({ organization: 'alpha', page: 1 });
    expect(newest).toMatchObject({ total: 13, pageSize: 50 });
    expect(newest.entries[0]).toMatchObject({
      seq: 13,
      actorName: 'The system',
      detail: { amountMinor: 5, at: now.toISOString(), personal: { email: 'someone@example.org' } },
    });
    expect(newest.entries[1]).toMatchObject({ seq: 12, actorName: 'Ada Auditor' });
    expect(await audit.listEntries({ organization: 'alpha', page: 1, action: 'other' })).toMatchObject({ total: 1 });
    expect(await audit.listEntries({ organization: 'alpha', page: 1, action: 'othe' })).toMatchObject({ total: 0 });
  });

  test('of commands in no organization go to the chain of the platform, and leave the transaction where it was', async () => {
    await db.tenant(live.id, async (trx) => {
      await recordCommand(trx, {
        organization: undefined,
        viewer: undefined,
        now,
        action: 'identity.signUp',
        subject: 'installation',
        detail: {},
        personal: {},
      });
      expect(await trx.selectFrom('audit_entry').select('seq').execute()).toHaveLength(0);
    });
    const kept = await within({ ...platformOrganization, id: PLATFORM_ORGANIZATION_ID }, ({ trx }) =>
      trx.selectFrom('audit_entry').select(['action', 'actor_id']).execute(),
    );
    expect(kept).toEqual([{ action: 'identity.signUp', actor_id: null }]);
  });

  test('cannot be changed or deleted by the application', async () => {
    const change = within(live, ({ trx }) => trx.updateTable('audit_entry').set({ action: 'x.y' }).execute());
    await expect(change).rejects.toThrow(/permission denied/);
    const removal = within(live, ({ trx }) => trx.deleteFrom('audit_entry').execute());
    await expect(removal).rejects.toThrow(/permission denied/);
  });
});

describe('the chain', () => {
  test('holds after personal data was erased, and so does its export', async () => {
    const erased = await within(live, ({ trx }) => trx.deleteFrom('audit_personal').executeTakeFirst());
    expect(erased.numDeletedRows).toBe(1n);
    expect(await audit.verifyChain({ organization: 'alpha' })).toMatchObject({ intact: true, entries: 13 });
    const { entries } = await audit.exportEntries({ organization: 'alpha' });
    expect(verifyEntries(entries)).toMatchObject({ intact: true, entries: 13 });
    expect(JSON.stringify(entries)).not.toContain('someone@example.org');
  });

  const tampered = async (statement: string, values: readonly unknown[] = []) => {
    for (const name of ['a', 'b', 'c']) {
      await within(other, (scope) =>
        recordAudit(scope, { action: 'test.act', subject: `thing:${name}`, personal: { name } }),
      );
    }
    expect(await audit.verifyChain({ organization: 'beta' })).toMatchObject({ intact: true, entries: 3 });
    expect(await asOwner(other, statement, values)).toBeGreaterThan(0);
    const report = await audit.verifyChain({ organization: 'beta' });
    for (const table of ['audit_entry', 'audit_personal', 'audit_head']) {
      await asOwner(other, `delete from ${table} where organization_id = $1`, [other.id]);
    }
    return report;
  };

  test('breaks at an entry whose content was changed', async () => {
    const change = `update audit_entry set content = replace(content, 'thing:b', 'thing:z') where seq = 2`;
    expect(await tampered(change)).toMatchObject({ intact: false, entries: 1, brokenAt: 2 });
  });

  test('breaks at an entry whose columns say other than its content', async () => {
    expect(await tampered(`update audit_entry set subject = 'thing:z' where seq = 2`)).toMatchObject({
      intact: false,
      brokenAt: 2,
    });
  });

  test('breaks at an entry whose personal data was replaced', async () => {
    expect(await tampered(`update audit_personal set content = '{"name":"z"}' where seq = 3`)).toMatchObject({
      intact: false,
      brokenAt: 3,
    });
  });

  test('breaks where an entry was taken out, and at a cut-off end', async () => {
    expect(await tampered('delete from audit_entry where seq = 2')).toMatchObject({ intact: false, brokenAt: 2 });
    expect(await tampered('delete from audit_entry where seq = 3')).toMatchObject({ intact: false, brokenAt: 3 });
  });
});

test('only auditors and administrators of the organization read it', async () => {
  const plumbing: Plumbing = { db, now: () => now, authenticate: async () => undefined, recordCommand };
  const anonymous = clientOf(plumbing).listEntries({ organization: 'alpha', page: 1 });
  await expect(anonymous).rejects.toMatchObject({ code: 'platform.sign-in-required' });
  const stranger = { ...auditor, personId: newId() };
  const refused = clientOf({ ...plumbing, authenticate: async () => stranger }).exportEntries({
    organization: 'alpha',
  });
  await expect(refused).rejects.toMatchObject({ code: 'platform.not-allowed' });
});
