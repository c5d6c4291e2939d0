import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../testing/temporary-server.ts';
import { removeCluster } from './embedded/cluster.ts';
import { startEmbeddedPostgres } from './embedded.ts';

// Each test starts PostgreSQL up to four times, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const said: string[] = [];
const note = (...parts: unknown[]) => said.push(parts.map(String).join(' '));
const log = { debug: note, info: note, warn: note, error: note };

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(await temporaryFolder(), 'testamur-embedded-'));
  await chmod(dataDir, 0o711);
  said.length = 0;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await removeCluster({ dataDir, log });
});

const start = () => startEmbeddedPostgres({ dataDir, log });

async function query<T = unknown>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** Another program that holds the folder until it is killed; resolves with its owner's connection. */
async function startOther(): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const code = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const { ownerUrl, stop } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: quiet });
    process.once('SIGTERM', async () => { await stop(); process.exit(0); });
    process.stdout.write(ownerUrl);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [chunk] = await once(child.stdout, 'data');
  return { child, ownerUrl: String(chunk) };
}

const record = async () => JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8'));
const clusterFolder = async () => path.resolve(dataDir, (await record()).folder);
const postmasterPid = async () =>
  Number((await readFile(path.join(await clusterFolder(), 'postmaster.pid'), 'utf8')).split('\n')[0]);
const FILL = 'create table kept as select 1 as one';
const kept = (url: string) => query(url, 'select one from kept');

test('a second start finds what the first one wrote, on the same port', async () => {
  const first = await start();
  await query(first.ownerUrl, FILL);
  await first.stop();
  const second = await start();
  expect(await kept(second.ownerUrl)).toEqual([{ one: 1 }]);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await second.stop();
  await expect(query(second.ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('what is committed survives a power failure, text is UTF-8, and passwords are needed', async () => {
  const { ownerUrl, appUrl, stop } = await start();
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'TimeZone', 'listen_addresses'];
  const shown = await query<{ setting: string }>(
    appUrl,
    `select setting from unnest(array['${names.join("','")}']) with ordinality as n (name, place)
     join pg_settings using (name) order by place`,
  );
  expect(shown.map(({ setting }) => setting)).toEqual(['on', 'on', 'on', 'UTF8', 'UTC', '127.0.0.1']);
  expect(await query(appUrl, `select upper('ß é') as upper, 'a' < 'B' as natural`)).toEqual([
    { upper: 'ß É', natural: false },
  ]);
  const wrong = new URL(ownerUrl);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
  await stop();
});

describe('one program at a time:', () => {
  test('a second start on a folder in use says who uses it', async () => {
    const { child, ownerUrl } = await startOther();
    await expect(start()).rejects.toThrow(`${dataDir} is in use by process ${child.pid}. Stop that program first`);
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of three first starts at once, one gets the folder and the others are told', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(won).toHaveLength(1);
    expect(refused).toEqual([expect.stringMatching(/is in use by/), expect.stringMatching(/is in use by/)]);
    for (const { value } of won) {
      expect(await query(value.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      await value.stop();
    }
  });
});

describe('after a crash:', () => {
  test('a killed program leaves a server behind, which the next start ends in order', async () => {
    const { child, ownerUrl } = await startOther();
    await query(ownerUrl, FILL);
    const orphan = await postmasterPid();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await start();
    expect(await kept(next.ownerUrl)).toEqual([{ one: 1 }]);
    expect(await postmasterPid()).not.toBe(orphan);
    expect(said).toContainEqual(expect.stringMatching(/ending the PostgreSQL that it left behind/));
    await next.stop();
  });

  test('a killed server (a power failure) loses nothing that was committed', async () => {
    const { child, ownerUrl } = await startOther();
    await query(ownerUrl, FILL);
    process.kill(await postmasterPid(), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await start();
    expect(await kept(next.ownerUrl)).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test('an old pid file whose number now belongs to another program does not stop the start', async () => {
    const first = await start();
    await query(first.ownerUrl, FILL);
    const pidFile = path.join(await clusterFolder(), 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await first.stop();
    const other = spawn('sleep', ['60']);
    children.push(other);
    await writeFile(pidFile, text.replace(/^\d+/, String(other.pid)));
    // The file of a crash belongs to the account that runs the server.
    const { uid, gid } = await stat(await clusterFolder());
    if (process.getuid?.() === 0) await chown(pidFile, uid, gid);
    const next = await start();
    expect(await kept(next.ownerUrl)).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    await next.stop();
  });

  test('the folder of an interrupted first start is swept away', async () => {
    const parent = path.join(dataDir, 'postgres');
    const half = path.join(parent, 'new-1');
    await mkdir(half, { recursive: true });
    await writeFile(path.join(half, 'password'), 'x');
    await utimes(half, 0, 0);
    const { stop } = await start();
    await expect(stat(half)).rejects.toThrow(/ENOENT/);
    await stop();
  });
});

test('a remembered port that something else took is replaced', async () => {
  const first = await start();
  await first.stop();
  const port = Number(new URL(first.ownerUrl).port);
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  expect(Number(new URL(second.ownerUrl).port)).not.toBe(port);
  expect(await query(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await record()).port).toBe(Number(new URL(second.ownerUrl).port));
  await second.stop();
  squatter.close();
});

test('a folder that the account of the server cannot reach sends its files elsewhere, and says so', async () => {
  await chmod(dataDir, 0o700);
  const { appUrl, stop } = await start();
  expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  const elsewhere = !(await clusterFolder()).startsWith(dataDir);
  expect(elsewhere).toBe(process.getuid?.() === 0);
  expect(said.some((line) => line.includes(`cannot reach ${dataDir}`))).toBe(elsewhere);
  await stop();
});
