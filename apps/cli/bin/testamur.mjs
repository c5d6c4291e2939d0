#!/usr/bin/env node
// Runs on any Node from 20 with nothing installed, and leads to the Node 24 that the packages bring.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const main = path.join(here, '..', 'src', 'main.ts');

/** Every `node_modules` that a package in this folder could be found in, the nearest first. */
function modulesAbove(folder) {
  const parent = path.dirname(folder);
  const own = path.join(folder, 'node_modules');
  return parent === folder ? [own] : [own, ...modulesAbove(parent)];
}

const modules = modulesAbove(here);
const isInstalled = modules.some((folder) => existsSync(path.join(folder, '@testamur')));
const packaged = modules
  .flatMap((folder) => [path.join(folder, 'node', 'bin', 'node'), path.join(folder, '.bin', 'node')])
  .find((file) => existsSync(file));
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;

/** Where Node keeps what it compiled: a second start takes half the time. */
const cache = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache') };

function runUnder(node) {
  const env = { ...cache, ...process.env };
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.once('error', (error) => {
    console.error(`testamur: ${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    for (const one of signals) process.off(one, forward);
    // Whoever called us sees the end that the command had.
    if (signal === null) process.exitCode = code ?? 1;
    else {
      process.exitCode = 128 + (constants.signals[signal] ?? 0);
      process.kill(process.pid, signal);
    }
  });
}

if (isInstalled && isNewEnough) await import(pathToFileURL(main).href);
else if (isInstalled && packaged !== undefined) runUnder(packaged);
else {
  console.error(
    isInstalled
      ? 'testamur: Node 24 is missing among the packages. Run "npm ci --ignore-scripts=false", or use Node 24 or newer.'
      : 'testamur: the packages are not installed. Run "npm ci" in the folder of the project.',
  );
  process.exitCode = 1;
}
