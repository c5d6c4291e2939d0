import type { Standing } from '@testamur/program';
import { canonicalJson } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { QueueSlug } from './contract/staff.ts';
import { nextChangeAt } from './rules/next-change.ts';
import { queueChanges } from './rules/queues.ts';

interface Projected {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly standing: Standing;
}

/** Whether two standings say the same, whenever they were asked for. */
const same = (a: unknown, b: Standing): boolean =>
  typeof a === 'object' && a !== null && canonicalJson({ ...a, at: '' }) === canonicalJson({ ...b, at: '' });

/**
 * Writes what is read off the standing: the cached standing, the queues, whether the candidacy is closed. The caller
 * holds the lock of the candidacy.
 *
 * @returns whether the standing differs from the one written before.
 */
export const project = async (scope: Scope, { id, personId, at, standing }: Projected): Promise<boolean> => {
  const { trx, organization } = scope;
  const before = await trx
    .selectFrom('standing_cache')
    .select('standing')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', id)
    .executeTakeFirst();
  const values = {
    status: standing.status,
    standing: JSON.stringify(standing),
    next_change_at: nextChangeAt(standing, at) ?? null,
    updated_at: at,
  };
  await trx
    .insertInto('standing_cache')
    .values({ organization_id: organization.id, candidacy_id: id, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'candidacy_id']).doUpdateSet(values))
    .execute();
  await projectQueues(scope, id, standing);
  await trx
    .updateTable('candidacy')
    .set({ closed_at: standing.final ? at : null })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('closed_at', standing.final ? 'is' : 'is not', null)
    .execute();
  return !same(before?.standing, standing);
};

const projectQueues = async ({ trx, organization, now }: Scope, id: string, standing: Standing): Promise<void> => {
  const present = await trx
    .selectFrom('queue_entry')
    .select(['queue', 'subject'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', id)
    .execute();
  const { leave, enter } = queueChanges(standing.next, present);
  for (const { queue, subject } of leave) {
    await trx
      .deleteFrom('queue_entry')
      .where('organization_id', '=', organization.id)
      .where('candidacy_id', '=', id)
      .where('queue', '=', queue)
      .where('subject', '=', subject)
      .execute();
  }
  if (enter.length === 0) return;
  await trx
    .insertInto('queue_entry')
    .values(
      enter.map((place) => ({ organization_id: organization.id, candidacy_id: id, waiting_since: now, ...place })),
    )
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
