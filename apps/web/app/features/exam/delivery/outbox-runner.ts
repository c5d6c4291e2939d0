import { backoffMs } from './backoff.ts';
import type { Entry } from './entry.ts';
import { type Halt, type Outbox, type OutboxEffect, type OutboxEvent, transition } from './outbox.ts';
import type { ClockReading, Surroundings } from './port.ts';
import type { EntryStore } from './store.ts';
import { troubleOf } from './trouble.ts';

interface RunnerOptions {
  readonly attemptId: string;
  readonly store: EntryStore;
  readonly surroundings: Surroundings;
  /** Sends entries, and tells the clock what the server answered. */
  send(entries: readonly Entry[]): Promise<ClockReading & { readonly acknowledged: readonly number[] }>;
  changed(outbox: Outbox): void;
  halted(why: Halt): void;
}

export interface OutboxRunner {
  outbox(): Outbox;
  dispatch(event: OutboxEvent): void;
  /** What is still under way no longer counts. */
  close(): void;
}

const seqsOf = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);

/** Does what the outbox asks for, and tells it how that went. */
export const runOutbox = (first: Outbox, options: RunnerOptions): OutboxRunner => {
  const { attemptId, store, surroundings } = options;
  let outbox = first;
  let closed = false;
  let cancelWait = () => {};

  const dispatch = (event: OutboxEvent): void => {
    if (closed) return;
    const step = transition(outbox, event);
    outbox = step.outbox;
    for (const effect of step.effects) void run(effect);
    options.changed(outbox);
    if (event.type === 'halted') options.halted(event.why);
  };

  const send = async (entries: readonly Entry[]): Promise<void> => {
    try {
      dispatch({ type: 'acknowledged', seqs: (await options.send(entries)).acknowledged });
    } catch (error) {
      const trouble = troubleOf(error);
      switch (trouble.kind) {
        case 'invalid': {
          const seqs = trouble.at.flatMap((at) => entries[at]?.seq ?? []);
          return dispatch(seqs.length > 0 ? { type: 'refused', seqs } : { type: 'failed' });
        }
        case 'unreachable':
        case 'refused':
          return dispatch({ type: 'failed' });
        default:
          return dispatch({ type: 'halted', why: trouble.kind });
      }
    }
  };

  const run = async (effect: OutboxEffect): Promise<void> => {
    switch (effect.do) {
      case 'store': {
        const kept = await store.put(attemptId, effect.entries, effect.replaces).then(
          () => true,
          () => false,
        );
        return dispatch({ type: 'stored', seqs: seqsOf(effect.entries), kept });
      }
      case 'forget':
        // What stays behind is sent once more after a reload, and is a no-op there.
        return store.remove(attemptId, effect.seqs).catch(() => undefined);
      case 'send':
        return send(effect.entries);
      case 'wait':
        cancelWait = surroundings.after(backoffMs(effect.failures, surroundings.random()), () =>
          dispatch({ type: 'retry' }),
        );
        return;
      case 'reopen':
        // Opening is the exam's; it hears of the halt.
        return;
    }
  };

  return {
    outbox: () => outbox,
    dispatch,
    close: () => {
      closed = true;
      cancelWait();
    },
  };
};
