import { chmod, mkdtemp, readdir, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { removeCluster, startCluster } from '../db/embedded/cluster.ts';
import { migrate } from '../db/migrate.ts';
import { APP_ROLE, createOwnedDatabase, ensureRole, OWNER_ROLE } from '../db/roles.ts';
import { prepareJobs } from '../jobs/index.ts';
import type { Log } from '../log/log.ts';
import { type TestServer, testUrl } from './server.ts';

const PREFIX = 'testamur-test-';

const quiet: Log = { debug() {}, info() {}, warn: console.warn, error: console.error };

/** The embedded PostgreSQL on files that go away with it. */
export async function startTemporaryServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const parent = await temporaryFolder();
  await removeAbandoned(parent);
  const dataDir = await mkdtemp(path.join(parent, PREFIX));
  // As root, the server runs under another account, which must be able to pass through.
  await chmod(dataDir, 0o711);
  const cluster = await startCluster({ dataDir, log: quiet });
  return {
    adminUrl: cluster.url('postgres', 'postgres'),
    async stop() {
      await cluster.stop();
      await removeCluster({ dataDir, log: quiet });
    },
  };
}

/** In memory where there is room: copying the template there takes a tenth of the time. */
export async function temporaryFolder(): Promise<string> {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 4 * 1024 ** 3 ? memory : tmpdir();
}

/** What runs that were killed left behind. */
async function removeAbandoned(parent: string): Promise<void> {
  const old = Date.now() - 10 * 60_000;
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = path.join(parent, name);
    const made = await stat(dataDir).catch(() => undefined);
    // A folder in use, or of another account, stays.
    if (made !== undefined && made.mtimeMs < old) await removeCluster({ dataDir, log: quiet }).catch(() => {});
  }
}

/** A database as a server of Testamur would find it after its first start: roles, the job queue, and every migration. */
export async function createMigratedDatabase(server: TestServer, name: string): Promise<void> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    for (const role of [OWNER_ROLE, APP_ROLE]) {
      await ensureRole(admin, role, server.password);
      await admin.query(`alter role ${role} password '${server.password}'`);
    }
    await createOwnedDatabase(admin, name);
  } finally {
    await admin.end();
  }
  const ownerUrl = testUrl(server, OWNER_ROLE, name);
  await prepareJobs(ownerUrl);
  await migrate({ ownerUrl });
}
