import type { MessagePort } from 'node:worker_threads';
import type { ResponseMatrix } from '../../data/response-matrix.ts';
import type { Workspace } from '../calibrate/expectation/summation.ts';
import type { CalibrateOptions } from '../calibrate/options.ts';
import type { Calibration } from '../calibrate/result.ts';

/** Cells of the memory by which the threads tell each other how far they are. */
export const cells = {
  /** Counts E-steps; helpers sleep on it. */
  generation: 0,
  /** The next block, with the number of the workspace in the upper 16 bits. */
  next: 1,
  /** Blocks summed in this E-step; the coordinator sleeps on it. */
  done: 2,
  /** 1 when a helper failed. */
  failed: 3,
} as const;

/** The bits of `next` that hold the block. */
export const BLOCK_BITS = 16;
export const BLOCK_MASK = 0xffff;

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
  readonly workspace: Workspace;
}

/** What the coordinator tells the caller. */
export type Report =
  | { readonly kind: 'progress'; readonly iteration: number; readonly change: number }
  | { readonly kind: 'done'; readonly calibration: Calibration }
  | { readonly kind: 'failed'; readonly misuse: boolean; readonly message: string };
