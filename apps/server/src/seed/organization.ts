import type { Context } from '../context.ts';
import { recordAudit } from '../modules/audit/index.ts';
import { addMember, createOrganization } from '../modules/identity/index.ts';
import { importPackages } from '../modules/item-bank/index.ts';
import { setUpProgram } from '../modules/rehearsals/index.ts';
import { enterTenant, findTenant, type Scope, type Tenant } from '../platform/http/index.ts';
import { staff } from './people.ts';
import type { ProgramFiles } from './program-files.ts';

/** The demonstration organization with its programs and staff: all of it, or nothing. */
export const ensureOrganization = (
  { platform }: Pick<Context, 'platform'>,
  slug: string,
  programs: readonly ProgramFiles[],
  personIds: ReadonlyMap<string, string>,
): Promise<Tenant> =>
  platform.db.system(async (trx) => {
    const known = await findTenant(trx, { slug });
    if (known) return known;
    const name = programs[0]?.program.organization.name ?? slug;
    const organization = await createOrganization(trx, { slug, name, kind: 'demonstration' });
    await enterTenant(trx, organization.id, undefined);
    const scope: Scope = { trx, organization, now: platform.clock(organization) };
    for (const { yaml, packages } of programs) {
      await setUpProgram(scope, platform.config, {
        yaml,
        importItems: (programId) => importPackages(scope, programId, packages),
      });
    }
    for (const { mailbox, role } of staff) {
      const personId = personIds.get(mailbox);
      if (personId !== undefined) await addMember(scope, personId, [role]);
    }
    return organization;
  });

const completed = 'seed.complete';

/** Whether the demonstration was made to its end. One that was interrupted is gone on with. */
export const isComplete = async ({ platform }: Pick<Context, 'platform'>, slug: string): Promise<boolean> => {
  const organization = await platform.db.system((trx) => findTenant(trx, { slug }));
  if (!organization) return false;
  return platform.inTenant(organization.id, async ({ trx }) => {
    const entry = await trx
      .selectFrom('audit_entry')
      .select('seq')
      .where('organization_id', '=', organization.id)
      .where('action', '=', completed)
      .executeTakeFirst();
    return entry !== undefined;
  });
};

export const markComplete = ({ platform }: Pick<Context, 'platform'>, { id }: Tenant): Promise<void> =>
  platform.inTenant(id, (scope) => recordAudit(scope, { action: completed, subject: `organization:${id}` }));
