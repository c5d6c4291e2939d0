import type { Trx } from '../db/index.ts';
import { enqueue, enqueueAll, type JobPayload } from './enqueue.ts';

/** Something that happened, told upwards: the module that emits it knows none of those who listen. */
export interface Event<P extends JobPayload> {
  readonly name: string;
  emit(trx: Trx, payload: P): Promise<void>;
  /** In one statement. */
  emitAll(trx: Trx, payloads: readonly P[]): Promise<void>;
}

export const defineEvent = <P extends JobPayload>(name: string): Event<P> => ({
  name,
  emit: (trx, payload) => enqueue(trx, `event/${name}`, payload),
  emitAll: (trx, payloads) => enqueueAll(trx, `event/${name}`, payloads),
});

/** A job by name. It may run more than once and must then do nothing the second time. */
export interface Job {
  readonly name: string;
  run(payload: JobPayload & Readonly<Record<string, unknown>>): Promise<void>;
}

export const defineJob = <P extends JobPayload>(name: string, run: (payload: P) => Promise<void>): Job => ({
  name,
  run: (payload) => run(payload as unknown as P),
});

export interface Subscription {
  readonly event: string;
  readonly job: Job;
}

/** `job` runs after each `event`, as a job of its own: one that fails holds up no other. */
export const subscribe = <P extends JobPayload>(
  event: Event<P>,
  name: string,
  run: (payload: P) => Promise<void>,
): Subscription => ({
  event: event.name,
  job: defineJob(name, run),
});

/** Work that comes round by the clock of the server. */
export interface Schedule {
  readonly name: string;
  /** Cron pattern, UTC. */
  readonly pattern: string;
  run(): Promise<void>;
}
