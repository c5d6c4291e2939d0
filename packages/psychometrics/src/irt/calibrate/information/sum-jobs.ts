import { ownMemory } from '../data/coding.ts';
import { addSums, type InformationWork, jobSums, runJob } from './work.ts';

/** Sums all jobs of a work, in the lower triangle. Others than this thread may do them. */
export type SumJobs = (work: InformationWork) => Float64Array;

/** Does the jobs one after the other, in this thread. */
export const jobsInOrder: SumJobs = (work) => {
  const total = jobSums(work, ownMemory);
  const sums = jobSums(work, ownMemory);
  for (let index = 0; index < work.jobs.length; index += 1) {
    runJob(work, index, sums);
    addSums(total, sums);
  }
  return total;
};
