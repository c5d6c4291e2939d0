import type { Scope } from '../../platform/http/index.ts';
import { candidacyChanged } from './events.ts';
import { project } from './projection.ts';
import { loadCandidacy } from './store.ts';

/** Standings looked at in one transaction of the schedule. */
export const sweepBatchSize = 50;

/**
 * Computes anew the standings that the clock may have changed since they were written, longest due first, and tells
 * of those that did change.
 *
 * @returns how many it looked at.
 */
export const sweepBatch = async (scope: Scope): Promise<number> => {
  const due = await scope.trx
    .selectFrom('standing_cache')
    .select('candidacy_id')
    .where('organization_id', '=', scope.organization.id)
    .where('next_change_at', '<=', scope.now)
    .orderBy('next_change_at')
    .limit(sweepBatchSize)
    .execute();
  // In one order for all who lock several candidacies, so that no two wait for each other.
  for (const candidacyId of due.map((row) => row.candidacy_id).sort()) {
    const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
    if (await project(scope, candidacy)) {
      await candidacyChanged.emit(scope.trx, { organizationId: scope.organization.id, candidacyId });
    }
  }
  return due.length;
};

/** All that is due in the organization, in the caller's transaction: for a rehearsal whose clock was moved. */
export const sweepOrganization = async (scope: Scope): Promise<number> => {
  let looked = 0;
  for (;;) {
    const more = await sweepBatch(scope);
    looked += more;
    if (more < sweepBatchSize) return looked;
  }
};
