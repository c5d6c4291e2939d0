import type { ChildProcess } from 'node:child_process';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../config/start-error.ts';
import type { Log } from '../../log/log.ts';
import { type Claim, claimCluster } from './claim.ts';
import { initializeCluster } from './initialize.ts';
import { findPlace, type Place } from './place.ts';
import { findPostmaster, isGone, type Postmaster, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { type ClusterRecord, createRecord, findRecord, saveRecord } from './record.ts';

export interface Cluster {
  readonly port: number;
  readonly passwords: ClusterRecord['passwords'];
  url(user: 'postgres' | 'testamur_owner' | 'testamur_app', database: string): string;
  stop(): Promise<void>;
}

/** How long recovery after a crash may take before we give up on a server that is already there. */
const RECOVERY_MS = 120_000;

/** Starts the PostgreSQL of a data folder, making its files at the first start. One process at a time may hold it. */
export async function startCluster(options: { readonly dataDir: string; readonly log: Log }): Promise<Cluster> {
  const { log } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const found = await findRecord(dataDir);
  const place = await findPlace(dataDir, found, log);
  const record = found ?? (await createRecord(dataDir, place.folder));
  await initializeCluster(place, record.passwords.superuser);

  for (let attempt = 0; attempt < 10; attempt += 1) {
    const running = await findPostmaster(place.cluster);
    if (running !== undefined) await retire(running, { place, record, dataDir, log });
    const port = await choosePort(record.port);
    const server = await spawnPostmaster(place, port, dataDir);
    // Of two starts at once, one may take the other's new server for an abandoned one: then it ends here or there.
    const outcome = server.ready ? await claimCluster(connection(record, port), log).catch(() => undefined) : undefined;
    if (outcome?.ok === true) {
      if (port !== record.port) await saveRecord(dataDir, { ...record, port });
      return serve({ child: server.child, claim: outcome.claim, port, record });
    }
    if (outcome?.ok === false) throw inUse(dataDir, outcome.holder);
    if (!server.ready && !isPassing(server.output)) {
      throw new StartError(`PostgreSQL did not start on ${place.cluster}:\n${server.output.trim()}`);
    }
    await sleep(200);
  }
  throw new StartError(`PostgreSQL could not take over ${dataDir}: another program keeps starting it.`);
}

/**
 * Ends what an earlier run left of this folder's server and removes every file of it, wherever they had to go.
 *
 * @throws {StartError} when another process uses the folder.
 */
export async function removeCluster(options: { readonly dataDir: string; readonly log: Log }): Promise<void> {
  const dataDir = await realpath(options.dataDir);
  const record = await findRecord(dataDir);
  if (record !== undefined) {
    const place = await findPlace(dataDir, record, options.log);
    const running = await findPostmaster(place.cluster);
    if (running !== undefined) await retire(running, { place, record, dataDir, log: options.log });
    await rm(path.dirname(place.cluster), { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
}

interface Retirement {
  readonly place: Place;
  readonly record: ClusterRecord;
  readonly dataDir: string;
  readonly log: Log;
}

/** A server is there already: another program's (refuse), or left behind by one that was killed (end it in order). */
async function retire(found: Postmaster, { place, record, dataDir, log }: Retirement): Promise<void> {
  const until = Date.now() + RECOVERY_MS;
  let running: Postmaster | undefined = found;
  while (running !== undefined && running.status !== 'ready') {
    if (Date.now() > until) {
      throw new StartError(
        `PostgreSQL (process ${running.pid}) on ${place.cluster} is ${running.status} for too long.`,
      );
    }
    await sleep(50);
    running = await findPostmaster(place.cluster);
  }
  if (running === undefined) return;
  const claim = await claimCluster(connection(record, running.port), log).catch(async (error: Error) => {
    // It may have ended between the two looks.
    if (await isGone(running.pid, 2_000)) return undefined;
    throw new StartError(`PostgreSQL (process ${running.pid}) on ${place.cluster} does not answer: ${error.message}`);
  });
  if (claim === undefined) return;
  if (!claim.ok) throw inUse(dataDir, claim.holder);
  log.info('The last run was killed: ending the PostgreSQL that it left behind.');
  const { pid } = running;
  await claim.claim.whileEnding(() => stopPostmaster(pid));
}

function serve(parts: { child: ChildProcess; claim: Claim; port: number; record: ClusterRecord }): Cluster {
  const { child, claim, port, record } = parts;
  const { superuser, owner, app } = record.passwords;
  const passwords = { postgres: superuser, testamur_owner: owner, testamur_app: app };
  const pid = child.pid;
  if (pid === undefined) throw new Error('a running child has a process id');
  // An ordinary exit without stop() must not leave a server behind.
  const onExit = () => {
    child.kill('SIGINT');
  };
  process.once('exit', onExit);
  return {
    port,
    passwords: record.passwords,
    url: (user, database) => `postgres://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`,
    async stop() {
      process.off('exit', onExit);
      await claim.whileEnding(() => stopPostmaster(pid));
    },
  };
}

function connection(record: ClusterRecord, port: number): string {
  return `postgres://postgres:${record.passwords.superuser}@127.0.0.1:${port}/postgres`;
}

function inUse(dataDir: string, holder: string): StartError {
  return new StartError(
    `The data folder ${dataDir} is in use by ${holder}. Stop that program first, or give this one a folder of its own: DATA_DIR=./data-2`,
  );
}

/** Failures that the next attempt resolves: another start was faster, or the port was taken in between. */
function isPassing(output: string): boolean {
  return /lock file "postmaster.pid"|pre-existing shared memory block|could not create any TCP\/IP sockets/.test(
    output,
  );
}

/** The remembered port when it is free, else any free one. */
async function choosePort(remembered: number | undefined): Promise<number> {
  const probe = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
      });
    });
  const port = (remembered === undefined ? undefined : await probe(remembered)) ?? (await probe(0));
  if (port === undefined) throw new StartError('There is no free port on 127.0.0.1 for PostgreSQL.');
  return port;
}
