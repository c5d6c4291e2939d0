import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environment, node24, root } from './node.mjs';
import { buildSite } from './site.mjs';

const main = 'apps/server/src/main.ts';

/** The installation, on built pages. */
export async function runStart() {
  await buildSite();
  return serve([main], { NODE_ENV: 'production' });
}

/** The installation for those who work on it: pages follow their sources, the server starts anew when its own change. */
export function runDevelopment() {
  return serve(['--watch', '--watch-preserve-output', main], { NODE_ENV: 'development' });
}

/**
 * One Ctrl-C reaches us twice, from the terminal and from npm, and would reach the server a third time by itself. So the
 * server runs in a session of its own and gets what we hand on: the first signal, and a later one of an impatient person.
 */
const REPEAT_MS = 1000;

function serve(args, settings) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), args, { cwd: root, stdio: 'inherit', detached: true, env: environment(settings) });
    let last = Number.NEGATIVE_INFINITY;
    const forward = (signal) => {
      if (performance.now() - last < REPEAT_MS) return;
      last = performance.now();
      // A closed terminal asks to end in order, too.
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
