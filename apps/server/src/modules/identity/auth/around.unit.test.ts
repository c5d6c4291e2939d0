import { expect, test } from 'vitest';
import { atLeast, atMost } from './around.ts';

test('no more run at once than there are places, and each gets its turn', async () => {
  const gate = atMost(2);
  let running = 0;
  let most = 0;
  const work = async (value: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (value === 3) throw new Error('three fails');
    return value;
  };
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((value) => gate(() => work(value))));
  expect(most).toBe(2);
  expect(results.map((result) => result.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});

test('an answer and a refusal take the same least time', async () => {
  const evenly = atLeast(60);
  for (const work of [async () => 1, () => Promise.reject(new Error('no'))]) {
    const began = performance.now();
    await evenly<unknown>(work).catch(() => undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(58);
  }
});
