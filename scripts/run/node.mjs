import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Something that the person at the keyboard can mend; printed without a stack trace. */
export class Mendable extends Error {
  mendable = true;
}

const bin = path.join(root, 'node_modules', '.bin');

/** Node 24: the one among the packages, or the one that runs this when it is as new. */
export function node24() {
  const packaged = path.join(bin, 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Mendable(
    'Node 24 is missing among the packages: the package "node" brings it with an install script.\n' +
      'Run "npm ci --ignore-scripts=false", or use Node 24 or newer yourself.',
  );
}

/** What programs find first on their PATH: our Node and our tools. */
export function environment(more = {}) {
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...more };
}

/** The command line of a tool among the packages, run by Node 24. */
export function tool(name, ...args) {
  return [path.join(bin, name), ...args];
}

/** Runs Node 24 with these arguments to its end, its output shown; resolves to the exit code. */
export function runNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), args, { cwd: root, stdio: 'inherit', env: environment(), ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The same with its output kept: `{ code, output }`. */
export function captureNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(),
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
