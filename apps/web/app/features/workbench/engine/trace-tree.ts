import type { TraceStep } from '@testamur/qti';

/** A step of processing with those that ran inside it. */
export interface TraceNode {
  readonly step: TraceStep;
  /** From 0, in the order of running. */
  readonly at: number;
  readonly inside: readonly TraceNode[];
}

/** The steps of one window as a tree. A step whose parent is not in the window stands at its top. */
export const traceTree = (steps: readonly TraceStep[], from: number, count: number): readonly TraceNode[] => {
  interface Open extends TraceNode {
    readonly inside: Open[];
  }
  const top: Open[] = [];
  const open: Open[] = [];
  for (const [offset, step] of steps.slice(from, from + count).entries()) {
    const node: Open = { step, at: from + offset, inside: [] };
    while (open.length > 0 && (open.at(-1)?.step.depth ?? 0) >= step.depth) open.pop();
    (open.at(-1)?.inside ?? top).push(node);
    open.push(node);
  }
  return top;
};
