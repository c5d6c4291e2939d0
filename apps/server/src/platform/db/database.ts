import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool } from 'pg';
import type { Log } from '../log/log.ts';
import type { DB } from './schema.gen.ts';
import { types } from './types.ts';

export type { DB } from './schema.gen.ts';
export type Trx = Transaction<DB>;

export interface Database {
  readonly pool: Pool;
  /** For reads outside a transaction of tables that no organization owns. */
  readonly kysely: Kysely<DB>;
  /** One transaction that sees and changes the rows of this organization alone. */
  tenant<T>(organizationId: string, work: (trx: Trx) => Promise<T>): Promise<T>;
  /** One transaction that reads the rows about this person in every organization, by the policies named `own`. */
  person<T>(personId: string, work: (trx: Trx) => Promise<T>): Promise<T>;
  /** One transaction without an organization: it sees no tenant's rows. */
  system<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly maxConnections: number;
  readonly log?: Log;
}

/** The app's connections. Every session runs in UTC and writes intervals as ISO 8601. */
export function createDatabase(appUrl: string, { maxConnections, log }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: appUrl,
    max: maxConnections,
    application_name: 'testamur',
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 60_000,
    options: '-c timezone=UTC -c intervalstyle=iso_8601',
  });
  // Without a listener, a connection that the server closes while idle would end the process.
  pool.on('error', (error) => log?.warn({ error: error.message }, 'An idle database connection was closed.'));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const within = <T>(setting: string, id: string, work: (trx: Trx) => Promise<T>): Promise<T> => {
    if (id === '') throw new TypeError(`A transaction within ${setting} needs an id.`);
    return kysely.transaction().execute(async (trx) => {
      await sql`select set_config(${setting}, ${id}, true)`.execute(trx);
      return work(trx);
    });
  };
  return {
    pool,
    kysely,
    tenant: (organizationId, work) => within('app.organization', organizationId, work),
    person: (personId, work) => within('app.person', personId, work),
    system: (work) => kysely.transaction().execute(work),
    close: () => kysely.destroy(),
  };
}
