import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { TestProject } from 'vitest/node';
import type { TestServer } from './server.ts';
import { createMigratedDatabase, startTemporaryServer } from './temporary-server.ts';

/**
 * One PostgreSQL for a run of the tests, with a migrated database that each test file copies: the embedded one in
 * a temporary folder, or the server of TEST_DATABASE_URL, an administrator's connection to a server for tests alone.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const { adminUrl, stop } =
    given === undefined ? await startTemporaryServer() : { adminUrl: given, stop: async () => {} };
  const prefix = `testamur_test_${randomBytes(4).toString('hex')}`;
  const server: TestServer = { adminUrl, prefix, password: 'testamur-test' };
  await createMigratedDatabase(server, `${prefix}_template`);
  project.provide('testServer', server);
  return async () => {
    await dropDatabases(server);
    await stop();
  };
}

async function dropDatabases(server: TestServer): Promise<void> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [server.prefix],
    );
    for (const { name } of rows) await admin.query(`drop database ${escapeIdentifier(name)} with (force)`);
  } finally {
    await admin.end();
  }
}
