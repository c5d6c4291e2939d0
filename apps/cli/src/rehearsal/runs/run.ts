import { Unreachable } from '../api.ts';
import { createClock } from '../clock.ts';
import { createJournal, type Step, StepFailed, type Turn } from '../journal.ts';
import type { Keepsakes } from '../keepsakes.ts';
import type { Claimed } from '../particulars/index.ts';
import { rehearse } from '../rehearse.ts';
import { type Failed, rehearseFailure } from '../rehearse-failure.ts';
import type { Order } from '../stages/enter.ts';

export type Kind = 'life' | 'failure';

/** One rehearsal of one program, from its first step to the last that was taken. */
export interface Run {
  readonly program: string;
  readonly kind: Kind;
  readonly ok: boolean;
  readonly seconds: number;
  readonly steps: readonly Step[];
  readonly milestones: readonly Turn[];
  /** Of a life. */
  readonly particulars?: readonly Claimed[];
  /** Of a failure: what went wrong, and what came of it. */
  readonly failure?: Failed;
  /** Where no server answered. */
  readonly unreachable?: true;
}

export interface Running {
  readonly order: Omit<Order, 'planFor'>;
  readonly kind: Kind;
  readonly keepsakes: Keepsakes;
  print(step: Step): void;
}

/** Rehearses, and tells how it came out; only bugs are thrown. */
export const run = async ({ order, kind, keepsakes, print }: Running): Promise<Run> => {
  const clock = createClock();
  const journal = createJournal(clock.now, print);
  const tools = { clock, journal, keepsakes };
  const begunAt = performance.now();
  const told = (outcome: Partial<Run> & { readonly ok: boolean }): Run => ({
    program: order.program,
    kind,
    seconds: Math.round((performance.now() - begunAt) / 100) / 10,
    steps: journal.steps,
    milestones: journal.milestones,
    ...outcome,
  });
  try {
    if (kind === 'failure') return told({ ok: true, failure: await rehearseFailure(order, tools) });
    return told({ ok: true, particulars: await rehearse(order, tools) });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return told({ ok: false, ...(error.cause instanceof Unreachable ? { unreachable: true } : {}) });
  }
};
