import type { Context } from '../context.ts';
import { ensurePlatformOrganization } from '../modules/identity/index.ts';
import type { SignIn } from '../start/announce.ts';
import { candidates, seedCandidates } from './candidates.ts';
import { ensureOrganization, isComplete, markComplete } from './organization.ts';
import { addressOf, createPeople, demoPassword, operator, staff } from './people.ts';
import { type ProgramFiles, readProgramFiles } from './program-files.ts';

export interface SignIns {
  readonly password: string;
  readonly people: readonly SignIn[];
}

const everyone = [operator, ...staff, ...candidates];

/** Any number that no other program locks in this database. */
const lock = 7_738_003;

/** Several servers of an installation may start at once: the first one seeds, the others wait here. */
const alone = async (context: Context, work: () => Promise<void>): Promise<void> => {
  const client = await context.platform.db.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
    client.release();
  }
};

/** Organizations that somebody runs in earnest. */
const countLive = async ({ platform }: Context): Promise<number> => {
  const { live } = await platform.db.kysely
    .selectFrom('organization')
    .select((select) => select.fn.countAll<number>().as('live'))
    .where('kind', '=', 'live')
    .executeTakeFirstOrThrow();
  return Number(live);
};

const seedOrganization = async (context: Context, slug: string, programs: readonly ProgramFiles[]): Promise<void> => {
  const personIds = await createPeople(context, everyone);
  const organization = await ensureOrganization(context, slug, programs, personIds);
  // Candidates wait for jobs on their way. With no worker here, another server would have to run them meanwhile.
  if (context.platform.config.WORKERS > 0) {
    for (const files of programs) await seedCandidates(context, organization, files, personIds);
  }
  await markComplete(context, organization);
};

/**
 * Makes the organization of the installation itself and, where DEMO is on, an invented one for each that has a program
 * file: people in every role, and candidates in every state. A second start finds it done.
 *
 * @returns how to sign in to the demonstration; undefined where there is none.
 */
export const seedIfEmpty = async (context: Context): Promise<SignIns | undefined> => {
  const { platform } = context;
  await platform.db.system(ensurePlatformOrganization);
  if (!platform.config.DEMO || (await countLive(context)) > 0) return undefined;
  await alone(context, async () => {
    for (const [slug, programs] of await readProgramFiles()) {
      if (!(await isComplete(context, slug))) await seedOrganization(context, slug, programs);
    }
  });
  return { password: demoPassword, people: everyone.map(({ mailbox, who }) => ({ who, email: addressOf(mailbox) })) };
};
