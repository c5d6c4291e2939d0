import { sql } from 'kysely';
import type { Trx } from '../../platform/db/index.ts';
import { type Call, type Scope, type Tenant, type TenantClock, viewerOf } from '../../platform/http/index.ts';
import { asRoles } from './invitations.ts';
import { deviceName } from './rules/device.ts';

const kinds = ['platform', 'live', 'demonstration', 'rehearsal'] as const;

const kindOf = (stored: string): Tenant['kind'] => {
  const kind = kinds.find((one) => one === stored);
  if (!kind) throw new Error(`There is no kind of organization "${stored}".`);
  return kind;
};

const asTenant = (row: { id: string; slug: string; name: string; kind: string; clock_offset_ms: number }): Tenant => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  kind: kindOf(row.kind),
  clockOffsetMs: row.clock_offset_ms,
});

export const shownOrganization = ({ slug, name, kind }: Tenant, now: Date) => ({
  slug,
  name,
  kind,
  now: now.toISOString(),
});

export const listOrganizations = async (trx: Trx, clock: TenantClock) => {
  const rows = await trx
    .selectFrom('organization')
    .select(['id', 'slug', 'name', 'kind', 'clock_offset_ms'])
    .orderBy('name')
    .execute();
  const organizations = rows.map(asTenant).map((tenant) => shownOrganization(tenant, clock(tenant)));
  return { organizations };
};

/** The viewer's own memberships, across organizations: the policy `own` lets them be read. */
export const findViewer = async (call: Call) => {
  const { personId, name, email, emailVerified, operator } = viewerOf(call);
  const { trx } = call;
  const person = await trx
    .selectFrom('person')
    .select('two_factor_enabled')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const passkeys = await trx
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const memberships = await trx
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.id', 'organization.slug', 'organization.name', 'organization.kind', 'membership.roles'])
    .where('membership.person_id', '=', personId)
    .orderBy('organization.name')
    .execute();
  return {
    personId,
    name,
    email,
    emailVerified,
    operator,
    secondFactor: person.two_factor_enabled,
    passkeys: passkeys.map((passkey) => ({
      id: passkey.id,
      name: passkey.name ?? 'Passkey',
      createdAt: passkey.created_at.toISOString(),
    })),
    memberships: memberships.map(({ id: organizationId, slug, name: title, kind, roles }) => ({
      organizationId,
      slug,
      name: title,
      kind: kindOf(kind),
      roles: asRoles(roles),
    })),
  };
};

export const listSessions = async (call: Call) => {
  const viewer = viewerOf(call);
  const rows = await call.trx
    .selectFrom('session')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('person_id', '=', viewer.personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .execute();
  const sessions = rows.map((row) => ({
    id: row.id,
    current: row.id === viewer.sessionId,
    device: deviceName(row.user_agent),
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.updated_at.toISOString(),
  }));
  return { sessions };
};

export const listMembers = async ({ trx, organization, now }: Scope) => {
  const members = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'person.email', 'membership.roles', 'membership.created_at'])
    .where('membership.organization_id', '=', organization.id)
    .orderBy('person.name')
    .execute();
  const invitations = await trx
    .selectFrom('invitation')
    .select(['id', 'email', 'roles', 'expires_at'])
    .where('organization_id', '=', organization.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .execute();
  return {
    members: members.map(({ id: personId, name, email, roles, created_at }) => ({
      personId,
      name,
      email,
      roles: asRoles(roles),
      since: created_at.toISOString(),
    })),
    invitations: invitations.map(({ id, email, roles, expires_at }) => ({
      id,
      email,
      roles: asRoles(roles),
      expiresAt: expires_at.toISOString(),
    })),
  };
};
