import type { Standing } from '@testamur/program';
import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { getEdition } from '../programs/index.ts';
import type { QueueSlug } from './contract/staff.ts';
import { type QueuePlace, queueChanges } from './rules/queues.ts';
import { isReminderDue, nextLookAt, remindersOf } from './rules/reminders.ts';

export interface Projected {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly standing: Standing;
}

/** What writing a standing has shown. */
export interface Projection {
  /** It says something else than the one written before, whenever they were asked for. */
  readonly changed: boolean;
  /** A reminder has come since the one written before. */
  readonly reminds: boolean;
}

/**
 * Writes what is read off the standing: the cached standing, the queues, whether the candidacy is closed. The caller
 * holds the lock of the candidacy.
 */
export const project = async (scope: Scope, projected: Projected): Promise<void> => {
  await projectAll(scope, [projected]);
};

/**
 * The same for many, in as many statements as for one. The caller holds the locks of all.
 *
 * @returns by candidacy.
 */
export const projectAll = async (scope: Scope, all: readonly Projected[]): Promise<ReadonlyMap<string, Projection>> => {
  const reminders = new Map<string, readonly Date[]>();
  for (const { id, standing } of all) reminders.set(id, await listReminders(scope, standing));
  const written = await writeStandings(scope, all, reminders);
  await projectQueues(scope, all);
  const atOf = new Map(all.map(({ id, at }) => [id, at]));
  return new Map(
    written.map(({ id, changed, looked_at: lookedAt }) => {
      const at = atOf.get(id);
      const reminds = lookedAt !== null && at !== undefined && isReminderDue(reminders.get(id) ?? [], lookedAt, at);
      return [id, { changed, reminds }];
    }),
  );
};

const listReminders = async ({ trx, organization }: Scope, standing: Standing): Promise<readonly Date[]> => {
  if (!standing.credential && standing.statements.every(({ state }) => state !== 'waiting')) return [];
  const { program } = await getEdition(trx, organization.id, standing.program, standing.edition);
  return remindersOf(program, standing);
};

/** One statement: a `with` sees the rows as they were before it. */
const writeStandings = async (
  { trx, organization }: Scope,
  all: readonly Projected[],
  reminders: ReadonlyMap<string, readonly Date[]>,
) => {
  const rows = all.map(({ id, personId, at, standing }) => ({
    candidacy_id: id,
    person_id: personId,
    status: standing.status,
    standing,
    next_change_at: nextLookAt(standing, reminders.get(id) ?? [], at),
    updated_at: at,
    final: standing.final,
  }));
  const { rows: written } = await sql<{ id: string; changed: boolean; looked_at: Date | null }>`
    with incoming as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (candidacy_id uuid, person_id uuid,
        status text, standing jsonb, next_change_at timestamptz, updated_at timestamptz, final boolean)
    ), before as (
      select candidacy_id, status, standing, updated_at from standing_cache
      where organization_id = ${organization.id} and candidacy_id in (select candidacy_id from incoming)
    ), written as (
      insert into standing_cache
        (organization_id, candidacy_id, person_id, status, standing, next_change_at, updated_at)
      select ${organization.id}, candidacy_id, person_id, status, standing, next_change_at, updated_at from incoming
      on conflict (organization_id, candidacy_id) do update set
        status = excluded.status, standing = excluded.standing, next_change_at = excluded.next_change_at,
        updated_at = excluded.updated_at, failures = 0, failing_since = null, failure = null
    ), closed as (
      update candidacy set closed_at = case when final then updated_at end from incoming
      where organization_id = ${organization.id} and id = candidacy_id and final = (closed_at is null)
    )
    select candidacy_id as id, before.updated_at as looked_at,
      before.status is distinct from incoming.status
        or before.standing - 'at' is distinct from incoming.standing - 'at' as changed
    from incoming left join before using (candidacy_id)`.execute(trx);
  return written;
};

const projectQueues = async ({ trx, organization, now }: Scope, all: readonly Projected[]): Promise<void> => {
  const entries = await trx
    .selectFrom('queue_entry')
    .select(['candidacy_id', 'queue', 'subject'])
    .where('organization_id', '=', organization.id)
    .where(
      'candidacy_id',
      'in',
      all.map(({ id }) => id),
    )
    .execute();
  const present = Map.groupBy(entries, (entry) => entry.candidacy_id);
  const leave: (QueuePlace & { candidacy_id: string })[] = [];
  const enter: (QueuePlace & { candidacy_id: string })[] = [];
  for (const { id, standing } of all) {
    const changes = queueChanges(standing.next, present.get(id) ?? []);
    for (const { queue, subject } of changes.leave) leave.push({ candidacy_id: id, queue, subject });
    for (const { queue, subject } of changes.enter) enter.push({ candidacy_id: id, queue, subject });
  }
  if (leave.length > 0) {
    await sql`
      delete from queue_entry entry
      using json_to_recordset(${JSON.stringify(leave)}::json) as gone (candidacy_id uuid, queue text, subject text)
      where entry.organization_id = ${organization.id} and entry.candidacy_id = gone.candidacy_id
        and entry.queue = gone.queue and entry.subject = gone.subject`.execute(trx);
  }
  if (enter.length === 0) return;
  await trx
    .insertInto('queue_entry')
    .values(enter.map((place) => ({ organization_id: organization.id, waiting_since: now, ...place })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/**
 * Moves one piece of work on to its next stage, such as from `examiner` to `ratings` once an examiner was asked. It
 * waits there anew. Nothing happens where it does not wait in `from`.
 */
export const moveQueueEntry = async (
  { trx, organization, now }: Scope,
  candidacyId: string,
  subject: string,
  { from, to }: { readonly from: QueueSlug; readonly to: QueueSlug },
): Promise<void> => {
  await trx
    .updateTable('queue_entry')
    .set({ queue: to, waiting_since: now })
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('queue', '=', from)
    .where('subject', '=', subject)
    .execute();
};
