import type { Trx } from '../../../platform/db/index.ts';
import { findTenant, type TenantClock } from '../../../platform/http/index.ts';
import { visiting } from '../../audit/index.ts';
import { withoutOpinions } from '../rules/without-opinions.ts';
import { loadCandidacy } from '../store.ts';
import { summaryOf } from './summary.ts';

type Summary = ReturnType<typeof summaryOf>;

const nearest = ({ standing }: Summary): string =>
  standing.deadlines
    .map((deadline) => deadline.at)
    .sort()
    .at(0) ?? '9999';

/** Everything of one person, in every organization: those under way by their nearest deadline, then those that are over. */
export const listMyCandidacies = async (trx: Trx, clock: TenantClock, personId: string) => {
  const rows = await trx
    .selectFrom('candidacy')
    .select(['id', 'organization_id'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute();
  const summaries: Summary[] = [];
  for (const { id, organization_id: organizationId } of rows) {
    const organization = await findTenant(trx, { id: organizationId });
    if (!organization) continue;
    const scope = { trx, organization, now: clock(organization) };
    const back = { organizationId: undefined, personId };
    const candidacy = await visiting(trx, organizationId, back, () => loadCandidacy(scope, id));
    const standing = withoutOpinions(candidacy.standing);
    summaries.push(summaryOf(organization, { ...candidacy, standing }));
  }
  const byDeadline = summaries.toSorted((a, b) => (nearest(a) < nearest(b) ? -1 : nearest(a) > nearest(b) ? 1 : 0));
  return {
    candidacies: [
      ...byDeadline.filter((one) => !one.standing.final),
      ...byDeadline.filter((one) => one.standing.final),
    ],
  };
};
