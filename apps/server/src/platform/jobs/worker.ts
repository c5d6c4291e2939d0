import { Logger, makeWorkerUtils, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/log.ts';
import { enqueue, type JobPayload } from './enqueue.ts';
import type { Job, Schedule, Subscription } from './events.ts';

export interface WorkerOptions {
  /** The queue's tables belong to the owner; the work itself runs on the app's connections. */
  readonly ownerUrl: string;
  readonly db: Database;
  readonly jobs: readonly Job[];
  readonly subscriptions: readonly Subscription[];
  readonly schedules: readonly Schedule[];
  readonly concurrency: number;
  readonly log: Log;
}

export interface Worker {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs everything that is due, in this process, until nothing is. For tests. */
  drain(): Promise<void>;
}

const isPayload = (payload: unknown): payload is JobPayload & Record<string, unknown> =>
  typeof payload === 'object' && payload !== null && typeof (payload as JobPayload).organizationId === 'string';

const taskListOf = ({ db, jobs, subscriptions, schedules, log }: WorkerOptions): TaskList => {
  const tasks: TaskList = {};
  for (const job of [...jobs, ...subscriptions.map((subscription) => subscription.job)]) {
    if (tasks[job.name]) throw new Error(`Two jobs are named ${job.name}.`);
    tasks[job.name] = async (payload) => {
      if (!isPayload(payload)) throw new TypeError(`The job ${job.name} came without an organization.`);
      const started = performance.now();
      await job.run(payload);
      log.debug({ job: job.name, ms: Math.round(performance.now() - started) }, 'A job is done.');
    };
  }
  for (const event of new Set(subscriptions.map((subscription) => subscription.event))) {
    const listeners = subscriptions.filter((subscription) => subscription.event === event);
    tasks[`event/${event}`] = async (payload) => {
      if (!isPayload(payload)) throw new TypeError(`The event ${event} came without an organization.`);
      await db.system(async (trx) => {
        for (const listener of listeners) await enqueue(trx, listener.job.name, payload);
      });
    };
  }
  for (const schedule of schedules) tasks[schedule.name] = () => schedule.run();
  return tasks;
};

/** Creates the queue's tables. Runs with the migrations, before anything enqueues. */
export const prepareJobs = async (ownerUrl: string): Promise<void> => {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: silent });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
};

const silent = new Logger(() => () => undefined);

/** Events that nobody listens to are not errors: their jobs are done by doing nothing. */
export const unheardEvents = (emitted: readonly string[], subscriptions: readonly Subscription[]): TaskList =>
  Object.fromEntries(
    emitted
      .filter((event) => !subscriptions.some((subscription) => subscription.event === event))
      .map((event) => [`event/${event}`, async () => undefined]),
  );

export const createWorker = (options: WorkerOptions & { readonly emitted: readonly string[] }): Worker => {
  const { ownerUrl, schedules, concurrency, log } = options;
  const taskList = { ...unheardEvents(options.emitted, options.subscriptions), ...taskListOf(options) };
  const parsedCronItems = parseCronItems(
    schedules.map(({ name, pattern }) => ({ task: name, match: pattern, identifier: name })),
  );
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log.error({ message }, 'The job queue reports an error.');
    else if (level === 'warning') log.warn({ message }, 'The job queue warns.');
  });
  let pool: Pool | undefined;
  let runner: Runner | undefined;
  const warn = (error: Error) => log.warn({ error: error.message }, 'A connection of the job queue was closed.');
  const open = (): Pool => {
    if (pool) return pool;
    pool = new Pool({ connectionString: ownerUrl, max: concurrency + 2, application_name: 'testamur-jobs' });
    pool.on('error', warn);
    // While a connection is checked out, its errors come from the connection itself.
    pool.on('connect', (client) => client.on('error', warn));
    return pool;
  };
  return {
    async start() {
      runner = await run({
        pgPool: open(),
        taskList,
        parsedCronItems,
        concurrency,
        logger,
        noHandleSignals: true,
        pollInterval: 1000,
      });
    },
    async stop() {
      const [running, opened] = [runner, pool];
      runner = undefined;
      pool = undefined;
      // A runner that ended by itself refuses to be stopped; its connections are closed all the same.
      try {
        await running?.stop();
      } finally {
        await opened?.end();
      }
    },
    async drain() {
      await runOnce({ pgPool: open(), taskList, concurrency, logger, noHandleSignals: true });
    },
  };
};
