import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '../db/database.ts';
import { APP_ROLE, OWNER_ROLE } from '../db/roles.ts';
import { testUrl } from './server.ts';

export interface TestDatabase extends Database {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

let made = 0;

/**
 * A database of its own for a test file, migrated and empty.
 *
 *     const db = await createTestDatabase();
 *     afterAll(() => db.drop());
 *
 * With `template: 'empty'` it has no tables, for tests of migrations themselves.
 */
export async function createTestDatabase(
  options: { readonly template?: 'migrated' | 'empty'; readonly maxConnections?: number } = {},
): Promise<TestDatabase> {
  const server = inject('testServer');
  made += 1;
  const name = `${server.prefix}_${process.pid}_${made}`;
  const template = options.template === 'empty' ? 'template0' : `${server.prefix}_template`;
  await asAdmin(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} owner ${OWNER_ROLE}`);
  const ownerUrl = testUrl(server, OWNER_ROLE, name);
  const appUrl = testUrl(server, APP_ROLE, name);
  const database = createDatabase(appUrl, { maxConnections: options.maxConnections ?? 5 });
  let open = true;
  const close = async () => {
    if (open) await database.close();
    open = false;
  };
  return {
    ...database,
    close,
    name,
    ownerUrl,
    appUrl,
    async drop() {
      await close();
      await asAdmin(`drop database ${escapeIdentifier(name)} with (force)`);
    },
  };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new Client({ connectionString: inject('testServer').adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
