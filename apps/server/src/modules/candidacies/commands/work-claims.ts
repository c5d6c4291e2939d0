import { formatInstant, Problem } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { listPeople } from '../../identity/index.ts';

/** Says that somebody works on this one: one person at a time, the first who says so. */
export const claimWork = async (scope: Scope, { personId }: Viewer, candidacyId: string): Promise<void> => {
  const { trx, organization, now } = scope;
  const claimed = { organization_id: organization.id, candidacy_id: candidacyId, person_id: personId, at: now };
  await trx
    .insertInto('work_claim')
    .values(claimed)
    .onConflict((conflict) => conflict.columns(['organization_id', 'candidacy_id']).doNothing())
    .execute();
  const holder = await trx
    .selectFrom('work_claim')
    .select(['person_id', 'at'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .executeTakeFirst();
  if (!holder || holder.person_id === personId) return;
  const people = await listPeople(trx, [holder.person_id]);
  const name = people.get(holder.person_id)?.name ?? 'Somebody';
  const message = `${name} has worked on this one since ${formatInstant(holder.at)}.`;
  throw new Problem('conflict', 'candidacies.claimed-by-another', message);
};

/** Lets go of it. Program managers may also let go of what somebody else has left lying. */
export const releaseWork = async (
  { trx, organization }: Scope,
  { personId }: Viewer,
  candidacyId: string,
  { ofAnyone }: { readonly ofAnyone: boolean },
): Promise<void> => {
  const query = trx
    .deleteFrom('work_claim')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId);
  await (ofAnyone ? query : query.where('person_id', '=', personId)).execute();
};
