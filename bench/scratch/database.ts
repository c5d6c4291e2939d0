import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from '../../apps/server/src/platform/db/embedded/cluster.ts';
import { createDatabase, migrate, startEmbeddedPostgres } from '../../apps/server/src/platform/db/index.ts';
import { prepareJobs } from '../../apps/server/src/platform/jobs/index.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';

/** A migrated database of its own for one run; an interrupt takes it away like the end does. */
export const openScratchDatabase = async () => {
  const log = createLog({ LOG_LEVEL: 'warn' });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-bench-'));
  await chmod(dataDir, 0o711);
  const clusterDir = path.join(dataDir, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDir: clusterDir, log });
  const { ownerUrl, appUrl } = postgres;
  await prepareJobs(ownerUrl);
  await migrate({ ownerUrl });
  const db = createDatabase(appUrl, { maxConnections: 2, log });
  let cleaning: Promise<void> | undefined;
  const cleanUp = (): Promise<void> => {
    cleaning ??= (async () => {
      await db.close();
      await postgres.stop();
      await removeCluster({ dataDir: clusterDir, log });
      await rm(dataDir, { recursive: true, force: true });
    })();
    return cleaning;
  };
  process.once('SIGINT', () => void cleanUp().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void cleanUp().finally(() => process.exit(143)));
  return { dataDir, ownerUrl, appUrl, db, log, cleanUp };
};
