import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../apps/server/src/platform/testing/temporary-server.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The Node that runs the sources, whatever Node runs the tests. */
export const node = path.join(root, 'node_modules', '.bin', 'node');

const startLimitMs = 120_000;
const stopLimitMs = 20_000;

export interface RunningServer {
  readonly baseUrl: string;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** A whole installation with its demonstration, as `npm start` runs it, on data that go away with it. */
export const startServer = async (): Promise<RunningServer> => {
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(await temporaryFolder(), 'testamur-e2e-'));
  // As root, PostgreSQL runs under another account, which must be able to pass through.
  await chmod(dataDir, 0o711);
  const child = spawn(node, ['apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'true',
      LOG_LEVEL: 'warn',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(child, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl: `http://localhost:${port}`, output: () => output, stop };
};

const ready = (child: ChildProcess, output: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}.\n${output()}`));
    const timer = setTimeout(() => fail(`was not ready within ${startLimitMs / 1000} s`), startLimitMs);
    const look = () => {
      if (!output().includes('\nready in ')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', look);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code} before it was ready`);
    });
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await ended;
  clearTimeout(timer);
};

/** Nobody else takes it in the moment until the server does: the system hands out ports in turn. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
};
