import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';

const ONE = '019a0000-0000-7000-8000-000000000001';
const PERSON = '019a0000-0000-7000-8000-000000000003';
const OTHER = '019a0000-0000-7000-8000-000000000004';
const TWO = '019a0000-0000-7000-8000-000000000002';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ template: 'empty' });
  const owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(`
    create table note (organization_id uuid not null, id int not null, primary key (organization_id, id));
    alter table note enable row level security;
    alter table note force row level security;
    create policy tenant on note using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
    create table diary (organization_id uuid not null, person_id uuid not null);
    alter table diary enable row level security;
    alter table diary force row level security;
    create policy tenant on diary using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
    create policy own on diary for select using (person_id = nullif(current_setting('app.person', true), '')::uuid);
    grant select, insert on note, diary to testamur_app;`);
  await owner.end();
});
afterAll(() => db.drop());

const insert = (organizationId: string, id: number) => sql`insert into note values (${organizationId}, ${id})`;
const notes = sql<{ id: number }>`select id from note order by id`;

describe('a tenant transaction', () => {
  test('sees the rows of its organization alone', async () => {
    await db.tenant(ONE, (trx) => insert(ONE, 1).execute(trx));
    await db.tenant(TWO, (trx) => insert(TWO, 2).execute(trx));
    const seen = await db.tenant(ONE, async (trx) => (await notes.execute(trx)).rows);
    expect(seen).toEqual([{ id: 1 }]);
  });

  test('cannot write a row of another organization', async () => {
    await expect(db.tenant(ONE, (trx) => insert(TWO, 3).execute(trx))).rejects.toThrow(/row-level security/);
  });

  test('leaves no organization behind on its connection', async () => {
    const small = await createTestDatabase({ maxConnections: 1 });
    try {
      await small.tenant(ONE, async () => {});
      const setting = sql<{ value: string }>`select coalesce(current_setting('app.organization', true), '') as value`;
      expect((await setting.execute(small.kysely)).rows).toEqual([{ value: '' }]);
    } finally {
      await small.drop();
    }
  });

  test('is undone when the work throws', async () => {
    const work = db.tenant(ONE, async (trx) => {
      await insert(ONE, 9).execute(trx);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await db.tenant(ONE, async (trx) => (await notes.execute(trx)).rows)).toEqual([{ id: 1 }]);
  });

  test('needs an organization', () => {
    expect(() => db.tenant('', async () => {})).toThrow(TypeError);
  });
});

test('a person reads the rows about themselves in every organization, and writes none', async () => {
  const own = sql<{ organization_id: string }>`select organization_id from diary order by organization_id`;
  for (const organization of [ONE, TWO]) {
    await db.tenant(organization, async (trx) => {
      await sql`insert into diary values (${organization}, ${PERSON}), (${organization}, ${OTHER})`.execute(trx);
    });
  }
  const seen = await db.person(PERSON, async (trx) => (await own.execute(trx)).rows);
  expect(seen).toEqual([{ organization_id: ONE }, { organization_id: TWO }]);
  const write = db.person(PERSON, (trx) => sql`insert into diary values (${ONE}, ${PERSON})`.execute(trx));
  await expect(write).rejects.toThrow(/row-level security/);
});

test('a system transaction sees no tenant rows', async () => {
  expect(await db.system(async (trx) => (await notes.execute(trx)).rows)).toEqual([]);
});

test('the app is an ordinary role that owns nothing', async () => {
  const role = sql`select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`;
  expect((await role.execute(db.kysely)).rows).toEqual([
    { rolname: 'testamur_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ]);
  await expect(db.pool.query('create table mine (id int)')).rejects.toThrow(/permission denied/);
});

test('values arrive in the types that the schema promises', async () => {
  const { rows } = await db.pool.query(`select
    9007199254740991::bigint as big, array[1, null]::bigint[] as bigs,
    '2026-03-29T02:30:00+02:00'::timestamptz as instant, '2026-03-29'::date as day, array['2026-03-29']::date[] as days,
    12.50::numeric as exact, array[0.1]::numeric[] as exacts, '1 mon 2 days'::interval as duration, '{"a": [1]}'::jsonb as json`);
  expect(rows).toEqual([
    {
      big: 9007199254740991,
      bigs: [1, null],
      instant: new Date('2026-03-29T00:30:00Z'),
      day: '2026-03-29',
      days: ['2026-03-29'],
      exact: '12.50',
      exacts: ['0.1'],
      duration: 'P1M2D',
      json: { a: [1] },
    },
  ]);
});

test('a bigint that a number cannot hold is refused, not rounded', async () => {
  await expect(db.pool.query('select 9007199254740993::bigint as big')).rejects.toThrow(/beyond 2\^53/);
});

test('a test database is a copy to which nothing remains to be migrated', async () => {
  const copy = await createTestDatabase();
  expect(await migrate({ ownerUrl: copy.ownerUrl })).toEqual([]);
  await copy.drop();
});
