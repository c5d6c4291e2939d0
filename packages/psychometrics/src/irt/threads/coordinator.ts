import type { MessagePort } from 'node:worker_threads';
import { sharedMemory } from '../calibrate/data/coding.ts';
import type { Engine } from '../calibrate/estimate.ts';
import { expectBlock, Posterior, sumLayout } from '../calibrate/expectation/block.ts';
import { rowOfBlock, type Workspace } from '../calibrate/expectation/summation.ts';
import { type Announcement, BLOCK_BITS, BLOCK_MASK, cells } from './protocol.ts';

/** How long the coordinator sleeps at most before it looks whether a helper failed, in milliseconds. */
const PATIENCE = 200;

/**
 * An engine that shares the blocks of each E-step with helpers. Which thread sums a block is a matter of chance; the sums
 * of a block, and the order in which blocks are added up, are not, so the numbers are the same for any number of threads.
 */
export function sharedEngine(control: Int32Array, helpers: readonly MessagePort[]): Engine {
  let known: Workspace | undefined;
  let number = 0;
  return {
    allocate: sharedMemory,
    sum(workspace) {
      if (workspace !== known) {
        known = workspace;
        number += 1;
        const announcement: Announcement = { number, workspace };
        for (const helper of helpers) helper.postMessage(announcement);
      }
      Atomics.store(control, cells.done, 0);
      Atomics.store(control, cells.next, number << BLOCK_BITS);
      Atomics.add(control, cells.generation, 1);
      Atomics.notify(control, cells.generation);
      const { blocks } = workspace.coding;
      sumNextBlocks(control, workspace);
      for (let done = Atomics.load(control, cells.done); done < blocks; done = Atomics.load(control, cells.done)) {
        if (Atomics.load(control, cells.failed) === 1) throw new Error('a helper of the calibration failed');
        Atomics.wait(control, cells.done, done, PATIENCE);
      }
    },
  };
}

function sumNextBlocks(control: Int32Array, { coding, tables, sums }: Workspace): void {
  const layout = sumLayout(coding, tables.theta.length);
  const posterior = new Posterior(coding, tables);
  for (;;) {
    const block = Atomics.add(control, cells.next, 1) & BLOCK_MASK;
    if (block >= coding.blocks) return;
    expectBlock(coding, layout, block, posterior, rowOfBlock(sums, layout, block));
    Atomics.add(control, cells.done, 1);
  }
}
