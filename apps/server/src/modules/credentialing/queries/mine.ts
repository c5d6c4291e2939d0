import type { CredentialStatus } from '@testamur/program';
import type { Trx } from '../../../platform/db/index.ts';
import { findTenant, type TenantClock } from '../../../platform/http/index.ts';
import { visiting } from '../../audit/index.ts';
import { isInForce } from '../rules/state.ts';
import { loadCredential } from '../store.ts';

const rank = (state: CredentialStatus): number => (isInForce(state) ? 0 : state === 'replaced' ? 2 : 1);

/** Everything that one person holds or held, in every organization; what is in force first, then the newest. */
export const listMyCredentials = async (trx: Trx, clock: TenantClock, personId: string) => {
  const rows = await trx
    .selectFrom('credential')
    .select(['id', 'organization_id'])
    .where('person_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .execute();
  const credentials = [];
  for (const { id, organization_id: organizationId } of rows) {
    const organization = await findTenant(trx, { id: organizationId });
    if (!organization) continue;
    const scope = { trx, organization, now: clock(organization) };
    const back = { organizationId: undefined, personId };
    const loaded = await visiting(trx, organizationId, back, () => loadCredential(scope, id));
    const { credential, candidacy, state } = loaded;
    credentials.push({
      id,
      number: credential.number,
      candidacyId: credential.candidacyId,
      organization: organization.slug,
      organizationName: organization.name,
      title: candidacy.standing.credentialTitle,
      abbreviation: candidacy.program.abbreviation,
      state: state.status,
      validFrom: state.validFrom,
      validUntil: state.validUntil,
      hasCard: candidacy.program.credential.card !== undefined,
      demonstration: organization.kind !== 'live',
    });
  }
  return { credentials: credentials.toSorted((a, b) => rank(a.state) - rank(b.state)) };
};
