import { sweepBatch, sweepBatchSize } from '../../apps/server/src/modules/candidacies/sweep.ts';
import type { InTenant } from '../../apps/server/src/platform/http/index.ts';
import type { Progress } from '../scratch/progress.ts';
import type { Reference } from './reference.ts';

export interface Run {
  readonly enter: InTenant;
  readonly organizationId: string;
  readonly now: Date;
  readonly due: number;
  readonly reference: Reference;
  readonly progress: Progress;
}

export interface Measured {
  readonly looked: number;
  readonly changed: number;
  readonly reminders: number;
  /** Of the sweep alone, the warm-up included. */
  readonly seconds: number;
  /** For each batch that both took: how many times as long as the reading alone the sweep of it took. */
  readonly ratios: readonly number[];
  /** From the most that was seen in the warm-up to the most that was seen after it. */
  readonly rssGrowthMiB: number;
  readonly rssPeakMiB: number;
}

/** One batch of so many is read by the reference, too. */
const pairedEvery = 10;
/** Half of what is due, in a long run so many candidacies: until then the heap finds its size. */
const longestWarmUp = 20_000;

const mebibyte = 1024 ** 2;

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> => {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
};

/** Sweeps all that is due, batch by batch, each in a transaction of its own as the job does it. */
export const runSweep = async ({ enter, organizationId, now, due, reference, progress }: Run): Promise<Measured> => {
  const warmUp = Math.min(due / 2, longestWarmUp);
  let [looked, changed, reminders, seconds] = [0, 0, 0, 0];
  let [warmRss, peakRss] = [0, 0];
  const ratios: number[] = [];
  for (let batch = 0; ; batch += 1) {
    const isPaired = batch % pairedEvery === 0;
    const ids = isPaired ? await reference.nextDue(now, sweepBatchSize) : [];
    const read = () => timed(() => reference.read(ids));
    // In turns, so that neither always finds the pages in memory that the other had to fetch.
    const readBefore = isPaired && batch % (2 * pairedEvery) === 0 ? await read() : undefined;
    const { result: swept, seconds: took } = await timed(() => enter(organizationId, sweepBatch));
    const reading = isPaired ? (readBefore ?? (await read())) : undefined;
    seconds += took;
    looked += swept.looked;
    changed += swept.changed;
    reminders += swept.reminded;
    progress.at(looked);
    const rss = process.memoryUsage.rss();
    if (looked <= warmUp) warmRss = Math.max(warmRss, rss);
    else if (reading && swept.looked === sweepBatchSize) ratios.push(took / reading.seconds);
    peakRss = Math.max(peakRss, rss);
    if (!swept.more) break;
  }
  const memory = { rssGrowthMiB: (peakRss - warmRss) / mebibyte, rssPeakMiB: peakRss / mebibyte };
  return { looked, changed, reminders, seconds, ratios, ...memory };
};
