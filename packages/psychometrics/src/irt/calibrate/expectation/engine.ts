import { type Allocate, ownMemory } from '../data/coding.ts';
import { jobsInOrder, type SumJobs } from '../information/sum-jobs.ts';
import { type SumBlocks, sumInOrder } from './summation.ts';

/** Who makes the sums over the patterns, and where the memory for them comes from. */
export interface Engine {
  readonly allocate: Allocate;
  /** Of an E-step. */
  readonly sum: SumBlocks;
  /** Of the information about the parameters. */
  readonly sumJobs: SumJobs;
}

/** This thread alone. */
export const oneThread: Engine = { allocate: ownMemory, sum: sumInOrder, sumJobs: jobsInOrder };
