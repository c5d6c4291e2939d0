import { addPeriod } from '@testamur/program';
import type { Context } from '../context.ts';
import { recordAudit } from '../modules/audit/index.ts';
import { importPractice } from '../modules/guide/index.ts';
import { addMember, createOrganization } from '../modules/identity/index.ts';
import { importPackages } from '../modules/item-bank/index.ts';
import { moveClock, setUpProgram } from '../modules/rehearsals/index.ts';
import { enterTenant, findTenant, type Scope, type Tenant } from '../platform/http/index.ts';
import type { Drain } from './drain.ts';
import { staff } from './people.ts';
import type { ProgramFiles } from './program-files.ts';

/**
 * The demonstration organization with its programs and staff: all of it, or nothing. One whose people began in the past
 * is made as a rehearsal, whose clock can lie behind and goes forward.
 */
export const ensureOrganization = (
  { platform }: Pick<Context, 'platform'>,
  slug: string,
  programs: readonly ProgramFiles[],
  personIds: ReadonlyMap<string, string>,
  begunAgo: string | undefined,
): Promise<Tenant> =>
  platform.db.system(async (trx) => {
    const known = await findTenant(trx, { slug });
    if (known) return known;
    const name = programs[0]?.program.organization.name ?? slug;
    const now = platform.clock(undefined);
    const start = begunAgo === undefined ? now : new Date(addPeriod(now.toISOString(), begunAgo, -1));
    const organization = await createOrganization(trx, {
      slug,
      name,
      kind: begunAgo === undefined ? 'demonstration' : 'rehearsal',
      clockOffsetMs: start.getTime() - now.getTime(),
    });
    await enterTenant(trx, organization.id, undefined);
    const scope: Scope = { trx, organization, now: platform.clock(organization) };
    for (const { yaml, packages, practice } of programs) {
      await setUpProgram(scope, platform.config, {
        yaml,
        importItems: async (programId) => {
          await importPackages(scope, programId, packages);
          await importPractice(scope, programId, practice);
        },
      });
    }
    for (const { mailbox, role } of staff) {
      const personId = personIds.get(mailbox);
      if (personId !== undefined) await addMember(scope, personId, [role]);
    }
    return organization;
  });

/** Lets the time go by up to so long ago; one that has got there already stays. */
export const goForwardTo = async (
  { platform }: Pick<Context, 'platform'>,
  slug: string,
  ago: string | undefined,
  drain: Drain,
): Promise<Tenant> => {
  const realNow = platform.clock(undefined);
  const to = ago === undefined ? realNow : new Date(addPeriod(realNow.toISOString(), ago, -1));
  const organization = await getOrganization(platform, slug);
  if (organization.kind === 'rehearsal' && platform.clock(organization) < to) {
    await platform.inTenant(organization.id, (scope) => moveClock(scope, realNow, to));
    await drain();
  }
  return getOrganization(platform, slug);
};

/** From now on its clock is real time, and everybody sees it. */
export const openToAll = async ({ platform }: Pick<Context, 'platform'>, { id }: Tenant): Promise<void> => {
  await platform.db.kysely
    .updateTable('organization')
    .set({ kind: 'demonstration', clock_offset_ms: 0 })
    .where('id', '=', id)
    .where('kind', '=', 'rehearsal')
    .execute();
};

const getOrganization = async ({ db }: Context['platform'], slug: string): Promise<Tenant> => {
  const organization = await db.system((trx) => findTenant(trx, { slug }));
  if (!organization) throw new Error(`The demonstration organization "${slug}" is gone.`);
  return organization;
};

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
