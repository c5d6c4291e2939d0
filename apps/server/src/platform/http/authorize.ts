import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../db/index.ts';
import type { LocatedKind, Policy } from '../operations/operation.ts';
import { type Party, type Role, roles } from '../operations/parties.ts';
import type { Call, Tenant, Viewer } from './call.ts';

export interface Authorization {
  readonly organization: Tenant | undefined;
  readonly located: Call['located'];
  readonly parties: ReadonlySet<Party>;
}

const tenantColumns = ['id', 'slug', 'name', 'kind', 'clock_offset_ms'] as const;

const asTenant = (row: { id: string; slug: string; name: string; kind: string; clock_offset_ms: number }): Tenant => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  kind: row.kind as Tenant['kind'],
  clockOffsetMs: row.clock_offset_ms,
});

export const findTenant = async (trx: Trx, by: { id: string } | { slug: string }): Promise<Tenant | undefined> => {
  const query = trx.selectFrom('organization').select(tenantColumns);
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('slug', '=', by.slug)).executeTakeFirst();
  return row && asTenant(row);
};

/** Sets whom and which organization row-level security lets the transaction see. */
export const enterTenant = async (trx: Trx, organizationId: string | undefined, personId: string | undefined) => {
  await sql`select set_config('app.organization', ${organizationId ?? ''}, true), set_config('app.person', ${personId ?? ''}, true)`.execute(
    trx,
  );
};

const notFound = () =>
  new Problem('not-found', 'platform.not-found', 'There is nothing here, or it is not for you to see.');

const fieldOf = (input: unknown, field: string): string => {
  const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[field] : undefined;
  if (typeof value !== 'string') throw new Error(`The input has no text field "${field}", which the tenancy names.`);
  return value;
};

const locate = async (trx: Trx, kind: LocatedKind, id: string) => {
  const row = await trx
    .selectFrom('locator')
    .select(['organization_id', 'person_id'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { organizationId: row.organization_id, located: { id, kind, personId: row.person_id ?? undefined } };
};

/**
 * Decides whether this caller may run an operation on this input, and leaves the transaction inside the right
 * organization. Someone with no part in an organization cannot tell a hidden object from a missing one.
 */
export const authorize = async (
  trx: Trx,
  policy: Policy,
  input: unknown,
  viewer: Viewer | undefined,
): Promise<Authorization> => {
  let organization: Tenant | undefined;
  let located: Call['located'];
  if (policy.tenancy.from === 'organization') {
    organization = await findTenant(trx, { slug: fieldOf(input, 'organization') });
    if (!organization)
      throw new Problem('not-found', 'platform.no-such-organization', 'There is no such organization.');
  } else if (policy.tenancy.from === 'locate') {
    if (!viewer && !policy.allow.includes('anyone')) throw signInRequired();
    const found = await locate(trx, policy.tenancy.kind, fieldOf(input, policy.tenancy.field));
    organization = await findTenant(trx, { id: found.organizationId });
    located = found.located;
  }
  await enterTenant(trx, organization?.id, viewer?.personId);

  const parties = new Set<Party>(['anyone']);
  if (viewer) {
    parties.add('signed-in');
    if (viewer.operator) parties.add('operator');
    if (located?.personId === viewer.personId) parties.add('owner');
    for (const role of await rolesOf(trx, organization, viewer)) parties.add(role);
  }
  if (!policy.allow.some((party) => parties.has(party))) {
    if (!viewer) throw signInRequired();
    if (located && !parties.has('owner') && !roles.some((role) => parties.has(role))) throw notFound();
    throw new Problem('forbidden', 'platform.not-allowed', `Only these may do this: ${policy.allow.join(', ')}.`);
  }
  return { organization, located, parties };
};

const signInRequired = () => new Problem('forbidden', 'platform.sign-in-required', 'Sign in first.');

const rolesOf = async (trx: Trx, organization: Tenant | undefined, viewer: Viewer): Promise<readonly Role[]> => {
  if (!organization) return [];
  const row = await trx
    .selectFrom('membership')
    .select('roles')
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return roles.filter((role) => row?.roles.includes(role));
};
