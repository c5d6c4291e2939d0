import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Mendable, root } from './node.mjs';

const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.testamur-stamp');

/** Installs the packages unless they are what package-lock.json says. */
export async function ensureInstalled() {
  const lock = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
  const found = await read(stampFile);
  if (found === stamp) return;
  const record = await read(path.join(modules, '.package-lock.json'));
  if (record !== undefined && isInstalled(JSON.parse(lock), JSON.parse(record))) {
    await writeStamp(stamp);
    return;
  }
  console.log(
    found === undefined ? 'Installing the packages (npm ci) …' : 'Packages changed: installing them (npm ci) …',
  );
  const install = () => npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  let code = await install();
  if (code !== 0) {
    // What an installation that was cut off left behind can be in npm's way: once more, from nothing.
    console.log('Once more, with an empty node_modules …');
    await rm(modules, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    code = await install();
  }
  if (code !== 0) {
    throw new Mendable(
      `"npm ci" failed with exit code ${code}; the lines above say why. Then run the same command again.`,
    );
  }
  await writeStamp(stamp);
}

/**
 * Whether what is installed is what the lock file asks for, by npm's own record of it, which npm writes when an
 * installation is complete: somebody ran "npm ci" by hand, or the lock file changed in nothing that is installed.
 */
export function isInstalled(lock, record) {
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true;
    const there = record.packages[place];
    if (there === undefined) return wanted.optional === true || wanted.devOptional === true;
    return there.version === wanted.version && there.integrity === wanted.integrity && there.link === wanted.link;
  });
}

function npm(...args) {
  // The npm that runs us, when one does.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [command, before] = own === undefined ? ['npm', []] : [process.execPath, [own]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', (error) => {
      reject(error.code === 'ENOENT' ? new Mendable('npm is not installed. Debian: apt-get install npm') : error);
    });
    // Whoever ends us ends the installation: a second one beside it would spoil both.
    const end = (signal) => {
      child.kill(signal);
      process.exitCode = 1;
      child.once('exit', () => process.exit());
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
      resolve(code ?? 1);
    });
  });
}

/** Last, whole or not at all: without it the next command installs anew. Where it cannot be written, it is not needed. */
async function writeStamp(stamp) {
  try {
    await mkdir(modules, { recursive: true });
    const half = `${stampFile}.${process.pid}`;
    await writeFile(half, stamp);
    await rename(half, stampFile);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

function read(file) {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
