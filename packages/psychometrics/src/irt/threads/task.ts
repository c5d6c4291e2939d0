import { ownMemory } from '../calibrate/data/coding.ts';
import { expectBlock, Posterior, sumLayout } from '../calibrate/expectation/block.ts';
import { rowOfBlock, type Workspace } from '../calibrate/expectation/summation.ts';
import { addSums, type InformationWork, jobSums, runJob } from '../calibrate/information/work.ts';
import { cells, PATIENCE } from './protocol.ts';

/** What threads do together, part by part: the blocks of an E-step, or the jobs of an information matrix. */
export type Task =
  | { readonly kind: 'expectation'; readonly workspace: Workspace }
  | { readonly kind: 'information'; readonly work: InformationWork; readonly total: Float64Array };

/** How many parts a task has. */
export const partsOf = (task: Task): number =>
  task.kind === 'expectation' ? task.workspace.coding.blocks : task.work.jobs.length;

/** Makes what does a part of the task in this thread, and counts it as done. */
export function worker(task: Task, control: Int32Array): (part: number) => void {
  const finish = (): void => {
    Atomics.add(control, cells.done, 1);
    Atomics.notify(control, cells.done);
  };
  if (task.kind === 'expectation') {
    const { coding, tables, sums } = task.workspace;
    const layout = sumLayout(coding, tables.theta.length);
    const posterior = new Posterior(coding, tables);
    return (block) => {
      expectBlock(coding, layout, block, posterior, rowOfBlock(sums, layout, block));
      finish();
    };
  }
  const { work, total } = task;
  const sums = jobSums(work, ownMemory);
  return (job) => {
    runJob(work, job, sums);
    // Jobs are given out in their order, so the one whose turn it is never waits.
    awaitDone(control, job);
    addSums(total, sums);
    finish();
  };
}

/**
 * Sleeps until so many parts are done.
 *
 * @throws {Error} when a helper failed.
 */
export function awaitDone(control: Int32Array, parts: number): void {
  for (let done = Atomics.load(control, cells.done); done < parts; done = Atomics.load(control, cells.done)) {
    if (Atomics.load(control, cells.failed) === 1) throw new Error('a helper of the calibration failed');
    Atomics.wait(control, cells.done, done, PATIENCE);
  }
}
