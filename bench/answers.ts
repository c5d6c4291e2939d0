/**
 * How many answers a second the server acknowledges, every part of it at work (HTTP, sessions, checks, row-level
 * security, audit), against how many a bare client inserts into the same table of the same database in the same run,
 * one a transaction. Then every acknowledged answer is looked up in the database. Ends with 1 if one is missing.
 *
 *     npm run bench -- answers [candidates] [seconds]
 */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../apps/server/src/platform/config/index.ts';
import { removeCluster } from '../apps/server/src/platform/db/embedded/cluster.ts';
import { migrate, startEmbeddedPostgres } from '../apps/server/src/platform/db/index.ts';
import { prepareJobs } from '../apps/server/src/platform/jobs/index.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { ask, nextMessage, start, stop } from './answers/children.ts';
import type { LoadOrder, LoadReport, RawOrder, RawReport } from './answers/messages.ts';
import { proveSaved } from './answers/prove.ts';
import { fillHall } from './answers/set-up.ts';

const aim = 0.6;
const candidates = Number(process.argv[2] ?? 200);
const measureMs = Number(process.argv[3] ?? 10) * 1000;
const warmUpMs = 2000;
/** The reference is tried with several numbers of connections, and the best counts. */
const rawConnections = [8, 16, 32, 64];

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

try {
  const { ownerUrl, appUrl } = postgres;
  await prepareJobs(ownerUrl);
  await migrate({ ownerUrl });
  const env = { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl, DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'warn' };
  say(`Seating ${candidates} candidates …`);
  const hall = await fillHall({ config: await loadConfig(env), ownerUrl, appUrl }, candidates);
  const { organizationId, seats } = hall;

  const raw = child('raw.ts');
  const rates = new Map<number, number[]>();
  const measureRaw = async (): Promise<void> => {
    for (const connections of rawConnections) {
      const itemIds = seats[0]?.itemIds ?? [];
      const order: RawOrder = { appUrl, organizationId, itemIds, connections, warmUpMs: 500, measureMs: measureMs / 4 };
      const { inserts, seconds } = await ask<RawReport>(raw, order);
      rates.set(connections, [...(rates.get(connections) ?? []), inserts / seconds]);
    }
  };

  say('Inserting without the server …');
  await measureRaw();
  say('Answering over HTTP …');
  const server = child('server.ts', env);
  const port = await nextMessage<number>(server);
  const order: LoadOrder = { host: '127.0.0.1', port, seats, warmUpMs, measureMs };
  const load = await ask<LoadReport>(child('clients.ts'), order);
  await stop(server);
  say('Inserting without the server again …');
  await measureRaw();
  say('Looking up every acknowledged answer …');
  const proof = await proveSaved(appUrl, organizationId, seats, load.acknowledged);

  // The machine may be busier at one time than at another: the reference is the mean of before and after.
  const means = [...rates].map(([connections, found]) => ({
    connections,
    rate: found.reduce((sum, rate) => sum + rate, 0) / found.length,
  }));
  const best = means.reduce((a, b) => (b.rate > a.rate ? b : a));
  const answersPerSecond = load.answers / load.seconds;
  const ratio = answersPerSecond / best.rate;
  const total = load.acknowledged.reduce((sum, count) => sum + count, 0);
  const round = (value: number, digits = 0) => Number(value.toFixed(digits));
  console.log(
    JSON.stringify({
      bench: 'answers',
      candidates,
      answersPerSecond: round(answersPerSecond),
      p50Ms: round(load.p50, 1),
      p95Ms: round(load.p95, 1),
      p99Ms: round(load.p99, 1),
      rawInsertsPerSecond: round(best.rate),
      rawConnections: best.connections,
      ratio: round(ratio, 2),
      aim,
      answersPerCommit: round(total / proof.groups, 1),
      refused: load.refused,
      acknowledged: proof.checked,
      missing: proof.missing.length,
    }),
  );
  const rows: [string, string][] = [
    ['answers a second over HTTP', round(answersPerSecond).toLocaleString('en-US')],
    [
      '  acknowledged after, p50 / p95 / p99',
      `${round(load.p50, 1)} / ${round(load.p95, 1)} / ${round(load.p99, 1)} ms`,
    ],
    ['  answers a commit', String(round(total / proof.groups, 1))],
    ...means.map(({ connections, rate }): [string, string] => [
      `bare inserts a second, ${connections} connections`,
      round(rate).toLocaleString('en-US'),
    ]),
    ['ratio to the best of these', `${round(ratio, 2)} (aim: ${aim})`],
    ['acknowledged answers found in the database', `${proof.checked - proof.missing.length} of ${proof.checked}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n'));
  if (load.refused > 0) console.log(`  ${load.refused} answers were refused; the first: ${load.reason}`);
  if (proof.missing.length > 0 || proof.checked === 0) {
    console.error(`Lost: ${proof.missing.slice(0, 5).join(', ') || 'nothing was acknowledged at all'}`);
    process.exitCode = 1;
  }
} finally {
  await Promise.all(children.map(stop));
  await postgres.stop();
  await removeCluster({ dataDir: path.join(dataDir, 'postgres'), log });
}
process.exit();
