import type { MessagePort } from 'node:worker_threads';
import type { ResponseMatrix } from '../../data/response-matrix.ts';
import type { CalibrateOptions } from '../calibrate/options.ts';
import type { Calibration } from '../calibrate/result.ts';
import type { Task } from './task.ts';

/** Cells of the memory by which the threads tell each other how far they are. */
export const cells = {
  /** Counts shared sums; helpers sleep on it. */
  generation: 0,
  /** The next part, with the number of the task in the upper 16 bits. */
  next: 1,
  /** Parts summed of this task; the coordinator sleeps on it, and who waits for the sums of earlier parts. */
  done: 2,
  /** 1 when a helper failed. */
  failed: 3,
} as const;

/** The bits of `next` that hold the part. */
export const PART_BITS = 16;
/** Leaves of `next` the part alone. */
export const PART_MASK = 0xffff;

/** How long a thread sleeps at most before it looks whether another one failed, in milliseconds. */
export const PATIENCE = 200;

/** What a thread is started with. */
export type Role =
  | {
      readonly role: 'coordinator';
      readonly control: Int32Array;
      readonly helpers: readonly MessagePort[];
      readonly data: ResponseMatrix;
      readonly options: CalibrateOptions;
      readonly reportsProgress: boolean;
    }
  | { readonly role: 'helper'; readonly control: Int32Array; readonly coordinator: MessagePort };

/** What the coordinator tells its helpers: memory that all of them share. */
export interface Announcement {
  readonly number: number;
  readonly task: Task;
}

/** What the coordinator tells the caller. */
export type Report =
  | { readonly kind: 'progress'; readonly iteration: number; readonly change: number }
  | { readonly kind: 'done'; readonly calibration: Calibration }
  | { readonly kind: 'failed'; readonly misuse: boolean; readonly message: string };
