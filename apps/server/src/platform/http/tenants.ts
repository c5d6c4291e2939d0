import { Problem } from '../../kernel/index.ts';
import type { Database } from '../db/index.ts';
import { enterTenant, findTenant } from './authorize.ts';
import type { Scope, Tenant } from './call.ts';

/** The time in an organization: real time, but for rehearsals, which have a clock of their own. */
export type TenantClock = (organization: Tenant | undefined) => Date;

/** Opens a transaction in an organization for a job. */
export const inTenant = (db: Database, clock: TenantClock) => {
  const enter = <T>(organizationId: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
    db.system(async (trx) => {
      const organization = await findTenant(trx, { id: organizationId });
      if (!organization)
        throw new Problem('not-found', 'platform.no-such-organization', 'There is no such organization.');
      await enterTenant(trx, organization.id, undefined);
      return work({ trx, organization, now: clock(organization) });
    });
  return enter;
};

export type InTenant = ReturnType<typeof inTenant>;
