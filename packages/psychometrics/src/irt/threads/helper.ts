import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { expectBlock, Posterior, sumLayout } from '../calibrate/expectation/block.ts';
import { rowOfBlock } from '../calibrate/expectation/summation.ts';
import { type Announcement, BLOCK_BITS, BLOCK_MASK, cells } from './protocol.ts';

/** Sums blocks whenever an E-step begins, until the thread is ended from outside. */
export function helpForever(control: Int32Array, coordinator: MessagePort): never {
  let current: Announcement | undefined;
  let generation = 0;
  for (;;) {
    Atomics.wait(control, cells.generation, generation);
    generation = Atomics.load(control, cells.generation);
    for (;;) {
      const taken = Atomics.add(control, cells.next, 1);
      // The block belongs to the workspace of this number, whatever was the last one known here.
      while (current === undefined || current.number !== taken >>> BLOCK_BITS) current = receive(coordinator);
      const { coding, tables, sums } = current.workspace;
      const block = taken & BLOCK_MASK;
      if (block >= coding.blocks) break;
      const layout = sumLayout(coding, tables.theta.length);
      expectBlock(coding, layout, block, new Posterior(coding, tables), rowOfBlock(sums, layout, block));
      Atomics.add(control, cells.done, 1);
      Atomics.notify(control, cells.done);
    }
  }
}

/** The next announcement; it was sent before the block was given out, so it is there. */
function receive(port: MessagePort): Announcement {
  const received: { message: Announcement } | undefined = receiveMessageOnPort(port);
  if (received === undefined) throw new Error('a block was given out whose memory was not announced');
  return received.message;
}
