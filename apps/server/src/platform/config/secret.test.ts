import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from './index.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'testamur-config-')), 'data');
});
afterEach(() => rm(path.dirname(dataDir), { recursive: true }));

const secretOf = async (more: Record<string, string> = {}) => (await loadConfig({ DATA_DIR: dataDir, ...more })).SECRET;

test('a secret is made at the first start and kept, for its owner alone', async () => {
  const [first, sameTime] = await Promise.all([secretOf(), secretOf()]);
  expect(first).toMatch(/^[\w-]{64}$/);
  expect(sameTime).toBe(first);
  expect(await secretOf()).toBe(first);
  expect((await stat(path.join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
});

test('a given secret is taken, and none is made', async () => {
  const SECRET = 'x'.repeat(40);
  expect(await secretOf({ SECRET })).toBe(SECRET);
  await expect(stat(path.join(dataDir, 'secret'))).rejects.toThrow(/ENOENT/);
});

test('a damaged secret is not replaced behind your back', async () => {
  await secretOf();
  await writeFile(path.join(dataDir, 'secret'), '');
  await expect(secretOf()).rejects.toThrow(/is damaged\. Restore it from a backup/);
});
