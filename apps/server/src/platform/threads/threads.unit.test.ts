import { expect, test } from 'vitest';
import { createThreads } from './index.ts';

const module = new URL(
  'data:text/javascript,import { parentPort, workerData } from "node:worker_threads";' +
    'if (workerData === "fails") throw new Error("It fails."); parentPort.postMessage(workerData);',
);

test('further runs wait in their order, and beyond those that wait, one is refused as busy', async () => {
  const run = createThreads<string, string>({ module, limitMs: 10_000, maxAtOnce: 1, maxWaiting: 2 });
  const ended: string[] = [];
  const begun = ['first', 'second', 'third'].map(async (one) => ended.push(await run(one)));
  await expect(run('fourth')).rejects.toMatchObject({ reason: 'busy' });
  await Promise.all(begun);
  expect(ended).toEqual(['first', 'second', 'third']);
  expect(await run('fourth')).toBe('fourth');
});

test('one that fails gives its turn to the next', async () => {
  const run = createThreads<string, string>({ module, limitMs: 10_000, maxAtOnce: 1, maxWaiting: 1 });
  const failing = run('fails');
  const next = run('next');
  await expect(failing).rejects.toMatchObject({ reason: 'failed' });
  expect(await next).toBe('next');
});
