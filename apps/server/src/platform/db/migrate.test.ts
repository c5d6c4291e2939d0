import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await createTestDatabase({ template: 'empty' });
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

const put = (name: string, sql: string) => writeFile(path.join(folder, name), sql);
const up = () => migrate({ ownerUrl: db.ownerUrl, folder });

async function owner(query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

test('applies new files in the order of their names, once', async () => {
  await put('0002-b.sql', 'insert into a values (1);');
  await put('0001-a.sql', 'create table a (id int);');
  expect(await up()).toEqual(['0001-a.sql', '0002-b.sql']);
  expect(await up()).toEqual([]);
  await put('0003-c.sql', 'insert into a values (2);');
  expect(await up()).toEqual(['0003-c.sql']);
  expect(await owner('select id from a order by id')).toEqual([{ id: 1 }, { id: 2 }]);
});

test('applies each file once when several servers start together', async () => {
  await put('0001-a.sql', 'create table a (id int); select pg_sleep(0.1);');
  const applied = await Promise.all([up(), up(), up()]);
  expect(applied.flat()).toEqual(['0001-a.sql']);
});

test('an applied file that was changed is refused', async () => {
  await put('0001-a.sql', 'create table a (id int);');
  await up();
  await put('0001-a.sql', 'create table a (id bigint);');
  await expect(up()).rejects.toThrow(/0001-a\.sql was changed/);
});

test('a database of a newer version is refused', async () => {
  await put('0001-a.sql', 'create table a (id int);');
  await up();
  await rm(path.join(folder, '0001-a.sql'));
  await expect(up()).rejects.toThrow(/0001-a\.sql, which this version of Testamur does not know/);
});

test('a new file that sorts before an applied one is refused', async () => {
  await put('0002-b.sql', 'create table b (id int);');
  await up();
  await put('0001-a.sql', 'create table a (id int);');
  await expect(up()).rejects.toThrow(/0001-a\.sql must sort after 0002-b\.sql/);
});

test('a failing file leaves nothing behind and names its line; the files before it stay', async () => {
  await put('0001-a.sql', 'create table a (id int);');
  await put('0002-b.sql', 'create table b (id int);\n\ncreate table c (id nonsense);');
  await expect(up()).rejects.toThrow(/0002-b\.sql:3: type "nonsense" does not exist/);
  expect(await owner('select name from migration')).toEqual([{ name: '0001-a.sql' }]);
  expect(await owner(`select to_regclass('b')::text as b`)).toEqual([{ b: null }]);
});

test('a file that ends its own transaction is refused', async () => {
  await put('0001-a.sql', 'create table a (id int); commit; begin;');
  await expect(up()).rejects.toThrow(/0001-a\.sql ends its transaction/);
});
