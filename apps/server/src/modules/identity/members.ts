import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Role } from '../../platform/operations/index.ts';

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Makes someone a member, or gives a member further roles. */
export const addMember = async (scope: Scope, personId: string, roles: readonly Role[]): Promise<void> => {
  await scope.trx
    .insertInto('membership')
    .values({ organization_id: scope.organization.id, person_id: personId, roles: [...roles], created_at: scope.now })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'person_id']).doUpdateSet({
        roles: sql<string[]>`array(select distinct unnest(membership.roles || excluded.roles) order by 1)`,
      }),
    )
    .execute();
};

export const listMembersWithRole = async (scope: Scope, role: Role): Promise<readonly Member[]> =>
  scope.trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'person.name', 'person.email'])
    .where('membership.organization_id', '=', scope.organization.id)
    .where(sql<boolean>`${role} = any(membership.roles)`)
    .orderBy('person.name')
    .execute();

const noSuchMember = () =>
  new Problem('not-found', 'identity.no-such-member', 'This person is not a member; reload the list.');

/** Locks all administrators in one order: of two who remove each other at once, the second sees what the first did. */
const requireAnotherAdministrator = async ({ trx, organization }: Scope, personId: string): Promise<void> => {
  const administrators = await trx
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organization.id)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .orderBy('person_id')
    .forUpdate()
    .execute();
  const isOne = administrators.some((row) => row.person_id === personId);
  if (isOne && administrators.length === 1) {
    throw new Problem(
      'rule-broken',
      'identity.last-administrator',
      'An organization needs an administrator, and this is the last one. Make another member administrator first.',
    );
  }
};

export const setMemberRoles = async (scope: Scope, personId: string, roles: readonly Role[]): Promise<void> => {
  if (!roles.includes('administrator')) await requireAnotherAdministrator(scope, personId);
  const updated = await scope.trx
    .updateTable('membership')
    .set({ roles: [...new Set(roles)] })
    .where('organization_id', '=', scope.organization.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw noSuchMember();
};

export const removeMember = async (scope: Scope, personId: string): Promise<void> => {
  await requireAnotherAdministrator(scope, personId);
  const deleted = await scope.trx
    .deleteFrom('membership')
    .where('organization_id', '=', scope.organization.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (deleted.numDeletedRows === 0n) throw noSuchMember();
};
