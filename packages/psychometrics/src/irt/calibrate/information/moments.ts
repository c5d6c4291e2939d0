import { Posterior } from '../expectation/block.ts';
import { classScores } from './class-scores.ts';
import { foldPairs } from './fold-pairs.ts';
import type { InformationWork, Job } from './work.ts';

/** How many candidates of a job are expected where. */
export interface PairCounts {
  /** At each node. */
  readonly all: Float64Array;
  /**
   * Row by code from `firstCode` of the job and by code of the class, each as many numbers as there are nodes: candidates
   * with both codes at each node. Of two different linear codes only the sum of these, of these times θ, and times θ².
   */
  readonly pairs: Float64Array;
}

/**
 * Adds Σ f E(s sᵀ | pattern) over the patterns of a job to the lower triangle.
 *
 * The score of a pattern at a node is that of the reference states of its class plus a change per deviation, so the sum
 * needs no more than how many candidates deviate in two items at once.
 */
export function addMoments(work: InformationWork, job: Job, sums: Float64Array): void {
  foldPairs(classScores(work, job.class), countPairs(work, job), work, job, sums);
}

function countPairs({ coding, tables, codeRange, order }: InformationWork, job: Job): PairCounts {
  const { start, codes, frequency, linear } = coding;
  const { theta } = tables;
  const nodes = theta.length;
  const [firstLinear = 0, lastLinear = 0, firstTabled = 0, lastTabled = 0] = codeRange.subarray(4 * job.class);
  const linearCodes = lastLinear - firstLinear;
  const stride = (linearCodes + lastTabled - firstTabled) * nodes;
  const posterior = new Posterior(coding, tables);
  const { weight } = posterior;
  const all = new Float64Array(nodes);
  const pairs = new Float64Array((job.lastCode - job.firstCode) * stride);
  const own = new Int32Array(coding.classReference.length);
  for (let place = job.from; place < job.to; place += 1) {
    const p = order[place] ?? 0;
    posterior.compute(p);
    const { low, high, mean } = posterior;
    const f = frequency[p] ?? 0;
    let square = 0;
    for (let q = low; q < high; q += 1) {
      const w = f * (weight[q] ?? 0);
      weight[q] = w;
      square += w * (theta[q] ?? 0) * (theta[q] ?? 0);
      all[q] = (all[q] ?? 0) + w;
    }
    const sum = f * mean;
    let count = 0;
    const end = start[p + 1] ?? 0;
    for (let at = start[p] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      const a = code < linear ? code - firstLinear : code - firstTabled + linearCodes;
      own[count] = a;
      count += 1;
      if (a < job.firstCode || a >= job.lastCode) continue;
      const row = (a - job.firstCode) * stride;
      // Codes rise within a pattern, so those before a linear one are linear.
      const before = count - 1;
      if (a < linearCodes) {
        for (let other = 0; other < before; other += 1) {
          const cell = row + (own[other] ?? 0) * nodes;
          pairs[cell] = (pairs[cell] ?? 0) + f;
          pairs[cell + 1] = (pairs[cell + 1] ?? 0) + sum;
          pairs[cell + 2] = (pairs[cell + 2] ?? 0) + square;
        }
      }
      for (let other = a < linearCodes ? before : 0; other < count; other += 1) {
        const cell = row + (own[other] ?? 0) * nodes;
        for (let q = low; q < high; q += 1) pairs[cell + q] = (pairs[cell + q] ?? 0) + (weight[q] ?? 0);
      }
    }
  }
  return { all, pairs };
}
