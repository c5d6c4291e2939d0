import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../config/start-error.ts';
import type { Place } from './place.ts';
import { initArguments } from './settings.ts';
import { identity } from './system-user.ts';

const run = promisify(execFile);

/** Makes the cluster's files when there are none. They appear under their name complete, or not at all. */
export async function initializeCluster(place: Place, superuserPassword: string): Promise<void> {
  if (await exists(path.join(place.cluster, 'PG_VERSION'))) return;
  const parent = path.dirname(place.cluster);
  await removeAbandoned(parent);
  const work = path.join(parent, `new-${randomUUID()}`);
  const passwordFile = path.join(work, 'password');
  const fresh = path.join(work, 'cluster');
  await mkdir(work, { mode: 0o700 });
  try {
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 });
    const { uid, gid } = identity(place.user);
    if (uid !== undefined && gid !== undefined) {
      await chown(passwordFile, uid, gid);
      await chown(work, uid, gid);
    }
    await run(path.join(place.binaries.folder, 'bin', 'initdb'), initArguments(fresh, passwordFile), {
      ...identity(place.user),
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    }).catch((error: Error & { stderr?: string }) => {
      throw new StartError(
        `PostgreSQL could not make its files in ${parent}: ${error.stderr?.trim() || error.message}`,
      );
    });
    await rename(fresh, place.cluster).catch((error: NodeJS.ErrnoException) => {
      // Another start was faster: its files are as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** An interrupted first start leaves its working folder; one that is young may belong to a start under way. */
async function removeAbandoned(parent: string): Promise<void> {
  const old = Date.now() - 10 * 60_000;
  for (const name of await readdir(parent)) {
    if (!name.startsWith('new-')) continue;
    const folder = path.join(parent, name);
    const own = name === `new-${randomUUID()}`;
    if (own || (await stat(folder)).mtimeMs < old) await rm(folder, { recursive: true, force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}
