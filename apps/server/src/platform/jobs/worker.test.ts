import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createWorker, prepareJobs } from './index.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await prepareJobs(db.ownerUrl);
});
afterAll(() => db.drop());

test('a worker closes its connections when it stops; stopped again, it does nothing', async () => {
  const ends = vi.spyOn(Pool.prototype, 'end');
  const empty = { jobs: [], subscriptions: [], schedules: [], emitted: [] };
  const worker = createWorker({ ...empty, ownerUrl: db.ownerUrl, db, concurrency: 1, log });
  await worker.start();
  await worker.stop();
  expect(ends).toHaveBeenCalledTimes(1);
  await worker.stop();
  ends.mockRestore();
});
