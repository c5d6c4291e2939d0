import path from 'node:path';
import type { Config } from '../platform/config/index.ts';
import { ensureAppUrl, migrate, startEmbeddedPostgres } from '../platform/db/index.ts';
import { prepareJobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/index.ts';

export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

/** DATABASE_URL where it is set, otherwise the embedded PostgreSQL in the data folder; migrated either way. */
export const openDatabase = async (config: Config, log: Log): Promise<OpenDatabase> => {
  const opened = await (config.DATABASE_URL === undefined
    ? openEmbedded(config, log)
    : openExternal(config, config.DATABASE_URL));
  try {
    await prepareJobs(opened.ownerUrl);
    const applied = await migrate({ ownerUrl: opened.ownerUrl });
    if (applied.length > 0) log.info({ migrations: applied.length }, 'The database was brought forward.');
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
};

const openEmbedded = async (config: Config, log: Log): Promise<OpenDatabase> => {
  const postgres = await startEmbeddedPostgres({ dataDir: path.resolve(config.DATA_DIR), log });
  return { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, close: () => postgres.stop() };
};

const openExternal = async (config: Config, ownerUrl: string): Promise<OpenDatabase> => {
  const appUrl = await ensureAppUrl({ ownerUrl, appUrl: config.APP_DATABASE_URL, secret: config.SECRET });
  return { ownerUrl, appUrl, close: async () => undefined };
};
