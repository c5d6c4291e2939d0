import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { type Announcement, cells, PART_BITS, PART_MASK } from './protocol.ts';
import { partsOf, worker } from './task.ts';

/** Sums parts whenever a task begins, until the thread is ended from outside. */
export function helpForever(control: Int32Array, coordinator: MessagePort): never {
  let current: Announcement | undefined;
  let generation = 0;
  for (;;) {
    Atomics.wait(control, cells.generation, generation);
    generation = Atomics.load(control, cells.generation);
    let work: { readonly number: number; readonly run: (part: number) => void } | undefined;
    for (;;) {
      const taken = Atomics.add(control, cells.next, 1);
      // The part belongs to the task of this number, whatever was the last one known here.
      while (current === undefined || current.number !== taken >>> PART_BITS) current = receive(coordinator);
      const part = taken & PART_MASK;
      if (part >= partsOf(current.task)) break;
      if (work?.number !== current.number) work = { number: current.number, run: worker(current.task, control) };
      work.run(part);
    }
  }
}

/** The next announcement; it was sent before the part was given out, so it is there. */
function receive(port: MessagePort): Announcement {
  const received: { message: Announcement } | undefined = receiveMessageOnPort(port);
  if (received === undefined) throw new Error('a part was given out whose memory was not announced');
  return received.message;
}
