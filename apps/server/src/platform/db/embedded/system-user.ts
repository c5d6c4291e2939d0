import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartError } from '../../config/start-error.ts';

const run = promisify(execFile);

/** Whom PostgreSQL runs as. Absent ids: the user who started the server. */
export interface SystemUser {
  readonly name?: string;
  readonly uid?: number;
  readonly gid?: number;
}

interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account: the one that owns the data already, else
 * `testamur`, else `postgres`, else a new system account, else `nobody`.
 */
export async function chooseSystemUser(ownerUid: number | undefined): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {};
  const entries = await passwd();
  const owner = ownerUid === undefined || ownerUid === 0 ? undefined : entries.find((entry) => entry.uid === ownerUid);
  const found = owner ?? named(entries, 'testamur') ?? named(entries, 'postgres');
  if (found !== undefined) return found;
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'testamur']).catch(() => {});
  const user = named(await passwd(), 'testamur') ?? named(entries, 'nobody');
  if (user !== undefined) return user;
  throw new StartError(
    'PostgreSQL cannot run as root and no unprivileged account could be found or made. ' +
      'Make one ("useradd --system testamur"), start as an ordinary user, or set DATABASE_URL.',
  );
}

function named(entries: readonly PasswdEntry[], name: string): PasswdEntry | undefined {
  return entries.find((entry) => entry.name === name);
}

async function passwd(): Promise<PasswdEntry[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Whether the user can run this command; a cheap and exact way to ask the kernel about every folder on the path. */
export async function canRun(user: SystemUser, file: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(file, [...args], { ...identity(user), cwd: '/', env: {} });
    return true;
  } catch {
    return false;
  }
}

/** The ids as `child_process` takes them. */
export function identity(user: SystemUser): { uid?: number; gid?: number } {
  return user.uid === undefined || user.gid === undefined ? {} : { uid: user.uid, gid: user.gid };
}
