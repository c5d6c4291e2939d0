import type { Trx } from '../../platform/db/index.ts';
import { enterTenant, type Tenant } from '../../platform/http/index.ts';

/** The organization of the installation itself: its chain and its mail are those of accounts. */
export const PLATFORM_ORGANIZATION_ID = '00000000-0000-7000-8000-000000000001';

export const platformOrganization: Tenant = {
  id: PLATFORM_ORGANIZATION_ID,
  slug: 'platform',
  name: 'Testamur',
  kind: 'platform',
  clockOffsetMs: 0,
};

/** Whom and which organization the transaction was in before. */
export interface Whereabouts {
  readonly organizationId: string | undefined;
  readonly personId: string | undefined;
}

/** Works in another organization within the same transaction, then goes back. A failure ends the transaction anyway. */
export const visiting = async <T>(
  trx: Trx,
  organizationId: string,
  back: Whereabouts,
  work: () => Promise<T>,
): Promise<T> => {
  await enterTenant(trx, organizationId, back.personId);
  const answer = await work();
  await enterTenant(trx, back.organizationId, back.personId);
  return answer;
};
