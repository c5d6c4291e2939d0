import { newId, Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Tenant } from '../../platform/http/index.ts';
import { PLATFORM_ORGANIZATION_ID, platformOrganization } from '../audit/index.ts';

export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  readonly kind: Tenant['kind'];
  /** Only for rehearsals. */
  readonly clockOffsetMs?: number;
}

const insert = (trx: Trx, { id, slug, name, kind, clockOffsetMs }: Tenant) =>
  trx
    .insertInto('organization')
    .values({ id, slug, name, kind, clock_offset_ms: clockOffsetMs })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

export const createOrganization = async (trx: Trx, organization: NewOrganization): Promise<Tenant> => {
  const tenant: Tenant = { ...organization, id: newId(), clockOffsetMs: organization.clockOffsetMs ?? 0 };
  const inserted = await insert(trx, tenant);
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    throw new Problem('conflict', 'identity.slug-taken', `Another organization has the short name "${tenant.slug}".`);
  }
  return tenant;
};

/** At every start: accounts have their audit chain and their mail in it. */
export const ensurePlatformOrganization = async (trx: Trx): Promise<void> => {
  await insert(trx, platformOrganization);
  const row = await trx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', PLATFORM_ORGANIZATION_ID)
    .executeTakeFirst();
  if (!row) throw new Error('An organization with the short name "platform" exists that is not the platform itself.');
};
