/**
 * How many answers a second the server acknowledges, every part of it at work (HTTP, sessions, checks, row-level
 * security, audit), against how many a bare client inserts into the same table of the same database in the same run,
 * one a transaction. Then every acknowledged answer is looked up in the database. Ends with 1 if one is missing.
 *
 *     npm run bench -- answers [candidates] [seconds]
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../apps/server/src/platform/config/index.ts';
import { removeCluster } from '../apps/server/src/platform/db/embedded/cluster.ts';
import { migrate, startEmbeddedPostgres } from '../apps/server/src/platform/db/index.ts';
import { prepareJobs } from '../apps/server/src/platform/jobs/index.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { ask, nextMessage, start, stop } from './answers/children.ts';
import type { LoadSlice, RawOrder, SeatOrder, Slice } from './answers/messages.ts';
import { proveSaved } from './answers/prove.ts';
import { report } from './answers/report.ts';
import { fillHall } from './answers/set-up.ts';

const candidates = Number(process.argv[2] ?? 200);
const seconds = Number(process.argv[3] ?? 10);
/** The reference is tried with several numbers of connections, and the best goes on. */
const rawConnections = [8, 16, 32, 48];
const slice = { warmUpMs: 250, measureMs: 1000 };

const log = createLog({ LOG_LEVEL: 'warn' });
const say = (line: string) => process.stderr.write(`${line}\n`);

// On a disk, not in memory: waiting for it is what is measured.
const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-bench-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), log });
const children: ReturnType<typeof start>[] = [];
const child = (file: string, env?: NodeJS.ProcessEnv) => {
  const started = start(file, env);
  children.push(started);
  return started;
};

const cleanUp = async (): Promise<void> => {
  await Promise.all(children.map(stop));
  await postgres.stop();
  await removeCluster({ dataDir: path.join(dataDir, 'postgres'), log });
  await rm(dataDir, { recursive: true, force: true });
};
process.once('SIGINT', () => void cleanUp().finally(() => process.exit(130)));
process.once('SIGTERM', () => void cleanUp().finally(() => process.exit(143)));

try {
  const { ownerUrl, appUrl } = postgres;
  await prepareJobs(ownerUrl);
  await migrate({ ownerUrl });
  const env = { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl, DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'warn' };
  say(`Seating ${candidates} candidates …`);
  const hall = await fillHall({ config: await loadConfig(env), ownerUrl, appUrl }, candidates);
  const { organizationId, seats } = hall;

  say('Trying the reference …');
  const openRaw = async (connections: number) => {
    const opened = child('raw.ts');
    await ask(opened, { appUrl, organizationId, itemIds: seats[0]?.itemIds ?? [], connections } satisfies RawOrder);
    return opened;
  };
  let best = { connections: 0, rate: 0 };
  for (const connections of rawConnections) {
    const tried = await openRaw(connections);
    const { count, seconds: took } = await ask<Slice>(tried, slice);
    await stop(tried);
    if (count / took > best.rate) best = { connections, rate: count / took };
  }
  const raw = await openRaw(best.connections);

  say('Answering over HTTP and inserting, second by second …');
  const server = child('server.ts', env);
  const port = await nextMessage<number>(server);
  const clients = child('clients.ts');
  await ask(clients, { host: '127.0.0.1', port, seats } satisfies SeatOrder);
  await ask<LoadSlice>(clients, { warmUpMs: 0, measureMs: 2000 });
  const rounds: { readonly load: LoadSlice; readonly raw: Slice }[] = [];
  for (let round = 0; round < seconds; round += 1) {
    rounds.push({ load: await ask<LoadSlice>(clients, slice), raw: await ask<Slice>(raw, slice) });
  }
  await stop(server);

  say('Looking up every acknowledged answer …');
  const acknowledged = rounds.at(-1)?.load.acknowledged ?? [];
  const proof = await proveSaved(appUrl, organizationId, seats, acknowledged);
  process.exitCode = report({ candidates, connections: best.connections, rounds, proof });
} finally {
  await cleanUp();
}
process.exit();
