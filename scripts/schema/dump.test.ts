import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../apps/server/src/platform/testing/database.ts';
import { dumpSchema } from './dump.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  first = await createTestDatabase();
  second = await createTestDatabase({ template: 'empty' });
});
afterAll(async () => {
  await first.drop();
  await second.drop();
});

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const MORE = `
  create extension if not exists btree_gist;
  create type mood as enum ('calm', 'it''s tense');
  create sequence ticket increment by 5 start 10;
  create table room (
    id bigint generated always as identity primary key, "Name" text collate "C" not null unique, mood mood default 'calm',
    ticket bigint default nextval('ticket'), size int check (size > 0), twice int generated always as (size * 2) stored,
    during tstzrange, exclude using gist (size with =, during with &&));
  create table "Odd ""name""" (room_id bigint references room (id) on delete cascade deferrable, price numeric(8, 2));
  create index on room (lower("Name")) where size is not null;
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create trigger touch before update on room for each row when (old.size is distinct from new.size) execute function touch();
  alter table room enable row level security;
  create policy careful on room as restrictive for update to testamur_app using (size > 1) with check (size > 2);
  grant select, update ("Name", mood) on room to testamur_app;
  grant usage on sequence ticket to testamur_app;
  revoke execute on function touch() from public;
  grant execute on function touch() to testamur_app;
  comment on table room is 'Where it''s quiet';
  comment on column room.mood is 'How it feels';`;

test('the dump makes the same schema again, every kind of object included', async () => {
  await run(first.ownerUrl, MORE);
  const dump = await dumpSchema(first.ownerUrl);
  await run(second.ownerUrl, dump);
  expect(await dumpSchema(second.ownerUrl)).toBe(dump);
  for (const part of [
    `create type mood as enum ('calm', 'it''s tense');`,
    'create sequence ticket as bigint start with 10 increment by 5',
    '"Name" text collate "C" not null',
    'id bigint not null generated always as identity',
    'twice integer generated always as ((size * 2)) stored',
    'EXCLUDE USING gist (size WITH =, during WITH &&)',
    'alter table "Odd ""name""" add constraint "Odd ""name""_room_id_fkey" FOREIGN KEY (room_id) REFERENCES room(id)',
    `create policy careful on room as restrictive for update to testamur_app using ((size > 1)) with check ((size > 2));`,
    'grant update ("Name", mood) on room to testamur_app;',
    'revoke execute on routine touch() from public;',
    `comment on column room.mood is 'How it feels';`,
  ]) {
    expect(dump).toContain(part);
  }
});

test('a kind of object that the dump does not write stops it', async () => {
  const db = await createTestDatabase();
  try {
    await run(db.ownerUrl, 'create view seen as select 1 as one');
    await expect(dumpSchema(db.ownerUrl)).rejects.toThrow(/view seen/);
  } finally {
    await db.drop();
  }
});
