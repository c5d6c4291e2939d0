import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, DatabaseError } from 'pg';
import { StartError } from '../config/start-error.ts';

/** The product's own migrations, `database/migrations/*.sql`. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../../database/migrations/', import.meta.url));

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Any number that no other program locks in this database. */
const LOCK = 7_738_002;

/**
 * Brings the database forward: each new file in the order of its name, in a transaction of its own.
 *
 * @returns the names of the files applied now.
 * @throws {StartError} when an applied file was changed or removed, a new one sorts before an applied one, or SQL fails.
 */
export async function migrate(options: { readonly ownerUrl: string; readonly folder?: string }): Promise<string[]> {
  const files = await readMigrations(options.folder ?? MIGRATIONS_FOLDER);
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'testamur migrate' });
  await client.connect();
  try {
    // Several servers of an installation may start at once: the first one migrates, the others wait here.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      `create table if not exists migration (
         name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    const pending = findPending(files, applied.rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function findPending(files: readonly Migration[], applied: readonly { name: string; sha256: string }[]): Migration[] {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const { name, sha256 } of applied) {
    const file = known.get(name);
    if (file === undefined) {
      throw new StartError(
        `The database has the migration ${name}, which this version of Testamur does not know. ` +
          'It was last used by a newer version: start that one, or restore a backup from before it.',
      );
    }
    if (file.sha256 !== sha256) {
      throw new StartError(
        `The migration ${name} was changed after this database applied it. ` +
          'Restore the file as it was and put the change in a new file.',
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const last = applied.reduce((latest, { name }) => (name > latest ? name : latest), '');
  const pending = files.filter((file) => !done.has(file.name));
  const early = pending.find((file) => file.name < last);
  if (early !== undefined) {
    throw new StartError(
      `The new migration ${early.name} must sort after ${last}, which is applied already: rename it.`,
    );
  }
  return pending;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    const before = await transactionId(client);
    await client.query(migration.sql);
    if ((await transactionId(client)) !== before) {
      throw new StartError(`The migration ${migration.name} ends its transaction: leave out "begin" and "commit".`);
    }
    await client.query('insert into migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error instanceof DatabaseError ? new StartError(describe(error, migration)) : error;
  }
}

async function transactionId(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return rows[0]?.id;
}

function describe(error: DatabaseError, { name, sql }: Migration): string {
  const line = error.position === undefined ? '' : `:${sql.slice(0, Number(error.position) - 1).split('\n').length}`;
  const more = [error.detail, error.hint, error.where].filter((part) => part !== undefined).join('\n');
  return `database/migrations/${name}${line}: ${error.message}${more === '' ? '' : `\n${more}`}`;
}
