import type { Allocate, Coding } from '../data/coding.ts';
import { expectBlock, Posterior, type SumLayout, sumLayout, type Tables } from './block.ts';

/** Memory of an E-step: the tables that it reads and the sums that it writes, one row per block. */
export interface Workspace {
  readonly coding: Coding;
  readonly tables: Tables;
  readonly sums: Float64Array;
}

/** Sums all blocks of a workspace; the sums of block b go to row b. Others than this thread may do it. */
export type SumBlocks = (workspace: Workspace) => void;

/** The memory of an E-step; `allocate` says whether threads share it. */
export function workspace(coding: Coding, theta: Float64Array, allocate: Allocate): Workspace {
  const nodes = theta.length;
  const room = (length: number): Float64Array => new Float64Array(allocate(8 * Math.max(1, length)));
  const nodesOf = room(nodes);
  nodesOf.set(theta);
  return {
    coding,
    tables: {
      theta: nodesOf,
      base: room(coding.classes * nodes),
      slope: room(coding.linear),
      constant: room(coding.linear),
      change: room(coding.tabled * nodes),
      concave: new Int32Array(allocate(4)),
    },
    sums: room(coding.blocks * sumLayout(coding, nodes).length),
  };
}

/** The row of a block among the sums. */
export const rowOfBlock = (sums: Float64Array, layout: SumLayout, block: number): Float64Array =>
  sums.subarray(block * layout.length, (block + 1) * layout.length);

/** Sums the blocks one after the other, in this thread. */
export const sumInOrder: SumBlocks = ({ coding, tables, sums }) => {
  const layout = sumLayout(coding, tables.theta.length);
  const posterior = new Posterior(coding, tables);
  for (let b = 0; b < coding.blocks; b += 1) expectBlock(coding, layout, b, posterior, rowOfBlock(sums, layout, b));
};

/** Adds up the rows of the blocks in their order: the same bits, whoever summed them. */
export function reduceBlocks({ coding, tables, sums }: Workspace): Float64Array {
  const { length } = sumLayout(coding, tables.theta.length);
  const total = sums.slice(0, length);
  for (let b = 1; b < coding.blocks; b += 1) {
    const row = b * length;
    for (let at = 0; at < length; at += 1) total[at] = (total[at] ?? 0) + (sums[row + at] ?? 0);
  }
  return total;
}
