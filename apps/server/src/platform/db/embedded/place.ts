import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../../log/log.ts';
import { type Binaries, copyBinaries, installedBinaries } from './binaries.ts';
import type { ClusterRecord } from './record.ts';
import { canRun, chooseSystemUser, type SystemUser } from './system-user.ts';

/** Where a cluster lives and who runs it. */
export interface Place {
  readonly user: SystemUser;
  readonly binaries: Binaries;
  /** The cluster's own folder (PGDATA); it may not exist yet, its parent does. */
  readonly cluster: string;
  /** The same as the record writes it. */
  readonly folder: string;
}

/** Where things go that the unprivileged account cannot reach in their usual place. */
const SHARED = '/var/lib/testamur';

export async function findPlace(dataDir: string, record: ClusterRecord | undefined, log: Log): Promise<Place> {
  const known = record === undefined ? undefined : path.resolve(dataDir, record.folder);
  const owner = await stat(known ?? dataDir).catch(() => stat(dataDir));
  const user = await chooseSystemUser(owner.uid);
  const binaries = await reachableBinaries(user, log);
  if (record !== undefined && known !== undefined) return { user, binaries, cluster: known, folder: record.folder };

  const parent = path.join(dataDir, 'postgres');
  if (await prepare(parent, user)) {
    return { user, binaries, cluster: path.join(parent, 'cluster'), folder: path.join('postgres', 'cluster') };
  }
  await rmdir(parent).catch(() => {});
  const elsewhere = path.join(SHARED, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  if (!(await prepare(elsewhere, user))) {
    throw new Error(`The account ${user.name} can write neither in ${parent} nor in ${elsewhere}.`);
  }
  log.warn(`The account ${user.name} cannot reach ${dataDir}: the database files are in ${elsewhere}.`);
  return { user, binaries, cluster: path.join(elsewhere, 'cluster'), folder: path.join(elsewhere, 'cluster') };
}

async function reachableBinaries(user: SystemUser, log: Log): Promise<Binaries> {
  const installed = await installedBinaries();
  if (user.uid === undefined) return installed;
  const postgres = path.join(installed.folder, 'bin', 'postgres');
  if (await canRun(user, postgres, ['--version'])) return installed;
  const { binaries, fresh } = await copyBinaries(installed, SHARED);
  if (fresh) log.info(`The account ${user.name} cannot reach ${installed.folder}: copied to ${binaries.folder}.`);
  return binaries;
}

/** Makes the folder, gives it to the user, and asks whether that user can write there. */
async function prepare(folder: string, user: SystemUser): Promise<boolean> {
  if (user.uid === undefined || user.gid === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return true;
  }
  try {
    await mkdir(path.dirname(folder), { recursive: true, mode: 0o755 });
    if (path.dirname(folder) === SHARED) await chmod(SHARED, 0o755);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, user.uid, user.gid);
  } catch {
    return false;
  }
  return canRun(user, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder]);
}
