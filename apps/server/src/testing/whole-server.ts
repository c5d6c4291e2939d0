import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext } from '../context.ts';
import { newId } from '../kernel/index.ts';
import { readSettings } from '../platform/config/config.ts';
import type { RequestContext } from '../platform/http/index.ts';
import { prepareJobs } from '../platform/jobs/index.ts';
import { createTestDatabase } from '../platform/testing/database.ts';
import { seedIfEmpty } from '../seed/index.ts';

const log = { debug() {}, info() {}, warn() {}, error: console.error };

/** All modules on a database of their own, with the demonstration in it; no HTTP. */
export const startWholeServer = async () => {
  const db = await createTestDatabase({ maxConnections: 2 });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-whole-'));
  const config = {
    ...readSettings({ DATA_DIR: dataDir, DEMO: 'true' }),
    SECRET: 'a secret of the tests, forty characters.',
  };
  await prepareJobs(db.ownerUrl);
  const context = await createContext({ config, log, ownerUrl: db.ownerUrl, appUrl: db.appUrl });
  await seedIfEmpty(context);
  return {
    context,
    db,
    /** The API as somebody with this token, or with none. */
    as: (token?: string) => {
      const request: RequestContext = {
        requestId: newId(),
        headers: new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ip: '127.0.0.1',
        responseHeaders: new Headers(),
      };
      return context.client(request);
    },
    stop: async () => {
      await context.close();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type WholeServer = Awaited<ReturnType<typeof startWholeServer>>;
