import type { Fact } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import type { Draft, DraftContent } from './rules/drafts.ts';
import { listFactsOf } from './store.ts';

/** A candidacy whose standing the clock may have changed, as it stands in the tables. */
export interface DueCandidacy {
  readonly id: string;
  readonly personId: string;
  readonly programId: string;
  readonly edition: string;
  /** How often in a row its standing could not be computed. */
  readonly failures: number;
  /** The ledger, oldest first. */
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
}

/**
 * Locks the candidacies that are due, longest due first, and loads them in as many statements as one. Those that a
 * command works on now are left out: it writes the standing itself, or the next sweep finds them.
 *
 * @returns them, and whether there may be more than the limit.
 */
export const loadDue = async (
  scope: Scope,
  limit: number,
): Promise<{ readonly candidacies: readonly DueCandidacy[]; readonly more: boolean }> => {
  const locked = await lockDue(scope, limit);
  if (locked.length === 0) return { candidacies: [], more: false };
  const ids = locked.map(({ id }) => id);
  const failures = await listStillDue(scope, ids);
  const facts = await listFactsOf(scope, ids);
  const drafts = await listDrafts(scope, ids);
  const candidacies = locked.flatMap((row) => {
    const failed = failures.get(row.id);
    if (failed === undefined) return [];
    return [{ ...row, failures: failed, facts: facts.get(row.id) ?? [], drafts: drafts.get(row.id) ?? [] }];
  });
  return { candidacies, more: locked.length === limit };
};

const lockDue = ({ trx, organization, now }: Scope, limit: number) =>
  trx
    .selectFrom('standing_cache')
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'standing_cache.organization_id')
        .onRef('candidacy.id', '=', 'standing_cache.candidacy_id'),
    )
    .select(['candidacy.id', 'candidacy.person_id as personId', 'candidacy.program_id as programId'])
    .select('candidacy.edition')
    .where('standing_cache.organization_id', '=', organization.id)
    .where('standing_cache.next_change_at', '<=', now)
    .orderBy('standing_cache.next_change_at')
    .limit(limit)
    .forUpdate('candidacy')
    .skipLocked()
    .execute();

/** A command may have written a standing between the look and the lock; then there is nothing to do. */
const listStillDue = async (
  { trx, organization, now }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await trx
    .selectFrom('standing_cache')
    .select(['candidacy_id', 'failures'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', 'in', ids)
    .where('next_change_at', '<=', now)
    .execute();
  return new Map(rows.map((row) => [row.candidacy_id, row.failures]));
};

const listDrafts = async (
  { trx, organization }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Draft[]>> => {
  const rows = await trx
    .selectFrom('draft')
    .select(['candidacy_id', 'requirement', 'claim', 'saved_at'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', 'in', ids)
    .orderBy('saved_at')
    .orderBy('requirement')
    .execute();
  const drafts = new Map<string, Draft[]>();
  for (const { candidacy_id: candidacyId, requirement, claim, saved_at: savedAt } of rows) {
    // saveDraft alone writes drafts, from values of this type.
    const draft = { section: requirement, content: claim as unknown as DraftContent, savedAt };
    drafts.set(candidacyId, [...(drafts.get(candidacyId) ?? []), draft]);
  }
  return drafts;
};
