import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { root, startServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that all journeys share, such as `http://localhost:43127`. */
    readonly baseUrl: string;
  }
}

/**
 * One server for all files: its start, with the demonstration, costs more than most journeys. While a journey is written,
 * TEST_BASE_URL may name a demonstration that runs already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_BASE_URL;
  if (given !== undefined) {
    project.provide('baseUrl', new URL(given).origin);
    return async () => {};
  }
  const site = pathToFileURL(path.join(root, 'scripts', 'run', 'site.mjs')).href;
  const { buildSite } = (await import(site)) as { buildSite: () => Promise<boolean> };
  await buildSite();
  const server = await startServer();
  project.provide('baseUrl', server.baseUrl);
  return async () => {
    await server.stop();
    // What the server warned of or failed at while the journeys went on.
    const after = server
      .output()
      .split(/\nready in .*\n/)[1]
      ?.trim();
    if (after) console.log(`The server said:\n${after}`);
  };
}
