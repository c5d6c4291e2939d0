import type { MessagePort } from 'node:worker_threads';
import { sharedMemory } from '../calibrate/data/coding.ts';
import type { Engine } from '../calibrate/expectation/engine.ts';
import type { Workspace } from '../calibrate/expectation/summation.ts';
import { jobSums } from '../calibrate/information/work.ts';
import { type Announcement, cells, PART_BITS, PART_MASK } from './protocol.ts';
import { awaitDone, partsOf, type Task, worker } from './task.ts';

/**
 * An engine that shares the parts of each sum with helpers. Which thread sums a part is a matter of chance; the sums of a
 * part, and the order in which parts are added up, are not, so the numbers are the same for any number of threads.
 */
export function sharedEngine(control: Int32Array, helpers: readonly MessagePort[]): Engine {
  let known: Workspace | undefined;
  let number = 0;
  const announce = (task: Task): void => {
    number = (number + 1) & PART_MASK;
    const announcement: Announcement = { number, task };
    for (const helper of helpers) helper.postMessage(announcement);
  };
  const share = (task: Task): void => {
    Atomics.store(control, cells.done, 0);
    Atomics.store(control, cells.next, number << PART_BITS);
    Atomics.add(control, cells.generation, 1);
    Atomics.notify(control, cells.generation);
    const parts = partsOf(task);
    const work = worker(task, control);
    for (;;) {
      const part = Atomics.add(control, cells.next, 1) & PART_MASK;
      if (part >= parts) break;
      work(part);
    }
    awaitDone(control, parts);
  };
  return {
    allocate: sharedMemory,
    sum(workspace) {
      const task: Task = { kind: 'expectation', workspace };
      if (workspace !== known) announce(task);
      known = workspace;
      share(task);
    },
    sumJobs(work) {
      const total = jobSums(work, sharedMemory);
      const task: Task = { kind: 'information', work, total };
      announce(task);
      known = undefined;
      share(task);
      return Float64Array.from(total);
    },
  };
}
