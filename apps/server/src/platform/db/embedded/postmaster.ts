import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';
import { serverArguments } from './settings.ts';
import { identity } from './system-user.ts';

/** What PostgreSQL writes in `postmaster.pid` of the folder it serves. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The server that serves the folder now; undefined when none does, whatever an old pid file says. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  if (isZombie(pid) || isSomethingElse(pid, cluster)) {
    // PostgreSQL would take the number for a living server and refuse to start. The file itself stays: it names the
    // shared memory by which PostgreSQL sees whether processes of the dead server are still at work.
    await writeFile(file, [UNUSED_PID, ...lines.slice(1)].join('\n'));
    return undefined;
  }
  return { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? 'starting' };
}

/**
 * Starts the server, in a session of its own so that Ctrl-C in a terminal lets the program finish its work first.
 * Resolves when it accepts connections, or has ended with what it said.
 */
export async function spawnPostmaster(
  place: Place,
  port: number,
  dataDir: string,
): Promise<{ readonly child: ChildProcess; readonly ready: boolean; readonly output: string }> {
  const file = path.join(dataDir, `start-${randomUUID()}.log`);
  const output = await open(file, 'wx', 0o600);
  try {
    const child = spawn(path.join(place.binaries.folder, 'bin', 'postgres'), serverArguments(place.cluster, port), {
      ...identity(place.user),
      cwd: '/',
      detached: true,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output.fd, output.fd],
    });
    await once(child, 'spawn');
    child.unref();
    const ready = await isReady(child, place.cluster);
    return { child, ready, output: await readFile(file, 'utf8') };
  } finally {
    await output.close();
    await rm(file, { force: true });
  }
}

/** Waits until this child accepts connections (true) or has ended (false). */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await findPostmaster(cluster);
    if (postmaster !== undefined && postmaster.pid === child.pid && postmaster.status === 'ready') return true;
    await sleep(10);
  }
  return false;
}

/** Ends the server: open transactions are rolled back, everything committed is written. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!signal(pid, 'SIGINT')) return;
  if (await isGone(pid, 30_000)) return;
  // Crash recovery at the next start brings back every committed transaction.
  signal(pid, 'SIGQUIT');
  await isGone(pid, 10_000);
}

export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

/** Above the largest process id of any system that we run on. */
const UNUSED_PID = 4_194_305;

function isAlive(pid: number): boolean {
  return exists(pid) && !isZombie(pid);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Only where the system tells (Linux): whether the process has ended and nobody has taken notice. */
function isZombie(pid: number): boolean {
  // The state follows the command's name, which may itself hold parentheses.
  return /\) Z [^)]*$/.test(readProc(pid, 'stat'));
}

/** Only where the system tells (Linux): whether the process is surely not the server of this folder. */
function isSomethingElse(pid: number, cluster: string): boolean {
  const command = readProc(pid, 'cmdline');
  return command !== '' && !command.includes('postgres') && !command.includes(cluster);
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
