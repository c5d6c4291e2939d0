import { Client } from 'pg';
import { newId } from '../../../kernel/index.ts';
import type { InTenant, Scope } from '../../../platform/http/index.ts';
import { createWorker } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createOrganization, createPerson } from '../../identity/index.ts';
import { publishEdition } from '../../programs/index.ts';
import { beginCandidacy } from '../index.ts';
import { candidaciesJobs, candidaciesSchedules } from '../jobs.ts';
import { readCalt, type World } from './world.ts';

interface Line {
  readonly message: string;
  readonly candidacyId?: string;
  readonly organizationId?: string;
}

/** The sweep as the server runs it, without the jobs that follow from it, and with what it logs. */
export const createSweeping = (world: World, enter: InTenant) => {
  const lines: Line[] = [];
  const write = (fields: object, message: string) => lines.push({ ...fields, message });
  const log = { debug: write, info: write, warn: console.warn, error: write };
  // The sweep reads no other part.
  const platform = { db: world.db, inTenant: enter, log } as unknown as Platform;
  const schedules = candidaciesSchedules(platform);
  const worker = createWorker({
    ownerUrl: world.db.ownerUrl,
    db: world.db,
    jobs: candidaciesJobs(platform),
    subscriptions: [],
    schedules,
    emitted: [],
    concurrency: 1,
    log: { ...console, debug() {} } as unknown as Platform['log'],
  });
  return {
    lines,
    schedule: async () => {
      for (const schedule of schedules) await schedule.run();
    },
    runJobs: () => worker.drain(),
    stop: () => worker.stop(),
  };
};

/** Jobs that wait, in the order in which they are taken. */
export const waitingJobs = async ({ db }: World, task: string) => {
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ payload: Record<string, string>; run_at: Date }>(
      `select payload, run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 order by priority, run_at, j.id`,
      [task],
    );
    return rows;
  } finally {
    await client.end();
  }
};

/** Of whom was told since the jobs ran last, one entry a time. */
export const toldOf = async (world: World): Promise<string[]> =>
  (await waitingJobs(world, 'event/candidacy.changed')).map(({ payload }) => payload.candidacyId ?? '').sort();

/** Drafts of as many people; the clock closes them after a year. */
export const beginMany = async (scope: Scope, count: number): Promise<string[]> => {
  const begun: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const email = `${newId()}@people.example`;
    const { personId } = await createPerson(scope.trx, { name: 'Dee Drafting', email, emailVerified: true });
    begun.push((await beginCandidacy(scope, personId, 'calt')).candidacyId);
  }
  return begun.sort();
};

/** A second organization with the same program. */
export const openSecond = async (world: World, enter: InTenant) => {
  const { id } = await world.db.system((trx) =>
    createOrganization(trx, { slug: 'second', name: 'Second Association', kind: 'live' }),
  );
  await enter(id, async (scope) => publishEdition(scope, await readCalt(), null));
  return <T>(work: (scope: Scope) => Promise<T>): Promise<T> => enter(id, work);
};
