import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { APPEND_ONLY, findSchemaViolations } from './schema-rules.ts';

let db: TestDatabase;
let owner: Client;
beforeAll(async () => {
  db = await createTestDatabase();
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** What the rules say of the migrated schema with this change planted in it, which is taken back. */
async function withPlanted(sql: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    return await findSchemaViolations(owner);
  } finally {
    await owner.query('rollback');
  }
}

test('the migrated schema keeps every rule', async () => {
  expect(await findSchemaViolations(owner)).toEqual([]);
});

const SOUND = 'create table planted (organization_id uuid primary key); call protect_tenant_table($$planted$$);';

describe('a planted violation is found:', () => {
  test.each([
    [
      'a tenant table without row-level security',
      'create table planted (organization_id uuid primary key)',
      /^planted: .*forces row-level/,
    ],
    [
      'row-level security that is not forced',
      `${SOUND} alter table planted no force row level security`,
      /^planted: .*forces row-level/,
    ],
    [
      'a policy that lets other organizations be written',
      `${SOUND} create policy open on planted using (true)`,
      /^planted\.open: .*outside the organization/,
    ],
    [
      'a tenant table without a policy',
      `${SOUND} drop policy tenant on planted`,
      /^planted: .*outside the organization/,
    ],
    [
      'a key that does not begin with the organization',
      'create table planted (id int primary key, organization_id uuid); call protect_tenant_table($$planted$$)',
      /^planted: .*comes first/,
    ],
    ['a grant to change answers', 'grant update on response to testamur_app', /^response: .*append-only/],
    ['a grant to change one column of a fact', 'grant update (data) on fact to testamur_app', /^fact: .*append-only/],
    ['a grant to remove audit entries', 'grant delete on audit_entry to testamur_app', /^audit_entry: .*append-only/],
    ['an append-only table that is gone', 'drop table posting', /^posting: .*append-only/],
    [
      'an app that may make tables',
      'grant create on schema public to testamur_app',
      /^CREATE in schema public: the app owns/,
    ],
    [
      'a privileged function that trusts the search path',
      'create function planted() returns int language sql security definer as $$select 1$$',
      /^planted: .*search_path/,
    ],
  ])('%s', async (_title, sql, expected) => {
    const found = await withPlanted(sql);
    expect(found.filter((line) => expected.test(line))).toHaveLength(1);
  });
});

test('a sound new tenant table is not complained about', async () => {
  expect(await withPlanted(SOUND)).toEqual([]);
});

test('the app itself is refused when it tries', async () => {
  for (const table of APPEND_ONLY) {
    await expect(db.pool.query(`delete from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    await expect(db.pool.query(`truncate ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    const update = `update ${table} set organization_id = organization_id`;
    await expect(db.pool.query(update)).rejects.toThrow(`permission denied for table ${table}`);
  }
});
