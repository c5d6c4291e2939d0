import { sql } from 'kysely';
import type { Trx } from '../db/index.ts';

export interface EnqueueOptions {
  /** In real time, not in an organization's clock. */
  readonly runAt?: Date;
  /** A job of the same key that still waits is replaced; one that is due keeps its place where no time is named. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Every payload names its organization, so that one can ask whether its work is done. */
export interface JobPayload {
  readonly organizationId: string;
}

/** Enqueues a job in the transaction of the change that causes it: committed together or not at all. */
export const enqueue = async <P extends JobPayload>(
  trx: Trx,
  task: string,
  payload: P,
  { runAt, key, queue }: EnqueueOptions = {},
): Promise<void> => {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${runAt ?? null}::timestamptz, ${key ?? null}, ${queue ?? null})`.execute(
    trx,
  );
};

/** The same for many jobs of one task, in one statement. */
export const enqueueAll = async <P extends JobPayload>(
  trx: Trx,
  task: string,
  payloads: readonly P[],
): Promise<void> => {
  if (payloads.length === 0) return;
  await sql`select enqueue_jobs(${task}, ${payloads.map((payload) => JSON.stringify(payload))}::json[])`.execute(trx);
};
