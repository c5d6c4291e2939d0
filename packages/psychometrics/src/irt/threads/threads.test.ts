import { describe, expect, it } from 'vitest';
import { itemsOf, simulate } from '../../testing/simulate.ts';
import { calibrate } from '../calibrate/calibrate.ts';
import { calibrateThreaded } from './calibrate-threaded.ts';

const THREADS = { timeout: 30_000 };

describe('calibration on several threads', () => {
  it('gives the same bits for any number of threads, and as without them', THREADS, async () => {
    const items = [...itemsOf('2pl', 10), ...itemsOf('3pl', 4, 2).map((item) => ({ ...item, id: `3-${item.id}` }))];
    const data = simulate(items, { persons: 3000, seed: 8 });
    const holes = { ...data, values: data.values.map((value, at) => (at % 31 === 0 ? -1 : value)) };
    // A 3PL anchor puts the general kernel to work beside the linear one.
    // By Oakes, for that takes both kinds of jobs.
    const options = { model: '2pl', anchors: items.slice(12), se: 'oakes' } as const;
    const alone = calibrate(holes, options);
    for (const threads of [1, 2, 3]) {
      const found = await calibrateThreaded(holes, { ...options, threads, threadsFrom: 1000 });
      expect(found).toEqual(alone);
    }
  });

  it('rejects what calibrate refuses, with the same words', THREADS, async () => {
    const data = { ...simulate(itemsOf('2pl', 3), { persons: 50, seed: 1 }), values: new Int16Array(150) };
    const run = calibrateThreaded(data, { model: '2pl', threads: 2, threadsFrom: 1 });
    await expect(run).rejects.toThrow(RangeError);
    await expect(calibrateThreaded(data, { model: '2pl', threads: 2, threadsFrom: 1 })).rejects.toThrow(
      /answered alike/,
    );
  });

  it('tells progress, and needs no threads for few candidates', THREADS, async () => {
    const data = simulate(itemsOf('rasch', 5), { persons: 200, seed: 1 });
    for (const threadsFrom of [1, 10_000]) {
      const told: number[] = [];
      await calibrateThreaded(data, { model: 'rasch', threads: 2, threadsFrom, onProgress: (at) => told.push(at) });
      expect(told.length).toBeGreaterThan(1);
    }
  });

  it('a number of threads out of range is refused', async () => {
    const data = simulate(itemsOf('rasch', 3), { persons: 20, seed: 1 });
    await expect(calibrateThreaded(data, { model: 'rasch', threads: 0 })).rejects.toThrow(RangeError);
  });
});
