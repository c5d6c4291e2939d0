import { Client } from 'pg';
import type { Log } from '../log/log.ts';
import { startCluster } from './embedded/cluster.ts';
import { createOwnedDatabase, ensureRole } from './roles.ts';

export interface EmbeddedPostgres {
  /** Connects as `testamur_owner`, who owns the tables and runs migrations. */
  readonly ownerUrl: string;
  /** Connects as `testamur_app`, who owns nothing and to whom row-level security applies. */
  readonly appUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the packages on the files in `dataDir`, which it makes at the first start.
 *
 * @throws {StartError} when another process uses the folder, or PostgreSQL cannot start there.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log: Log;
}): Promise<EmbeddedPostgres> {
  const cluster = await startCluster(options);
  try {
    const admin = new Client({ connectionString: cluster.url('postgres', 'postgres') });
    await admin.connect();
    try {
      await ensureRole(admin, 'testamur_owner', cluster.passwords.owner);
      await ensureRole(admin, 'testamur_app', cluster.passwords.app);
      await createOwnedDatabase(admin, 'testamur');
    } finally {
      await admin.end();
    }
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    ownerUrl: cluster.url('testamur_owner', 'testamur'),
    appUrl: cluster.url('testamur_app', 'testamur'),
    stop: () => cluster.stop(),
  };
}
