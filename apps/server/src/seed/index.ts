import type { Context } from '../context.ts';
import { ensurePlatformOrganization } from '../modules/identity/index.ts';
import type { SignIn } from '../start/announce.ts';
import { listTimes, ofTime, seedCandidates } from './candidates.ts';
import { type Drain, shareDrain } from './drain.ts';
import { ensureOrganization, goForwardTo, isComplete, markComplete, openToAll } from './organization.ts';
import { addressOf, createPeople, type DemoPerson, demoPassword, operator, staff } from './people.ts';
import { type ProgramFiles, readProgramFiles } from './program-files.ts';

export interface SignIns {
  readonly password: string;
  readonly people: readonly SignIn[];
}

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

const seedOrganization = async (
  context: Context,
  slug: string,
  programs: readonly ProgramFiles[],
  personIds: ReadonlyMap<string, string>,
  drain: Drain,
): Promise<void> => {
  const times = listTimes(programs, context.platform.clock(undefined));
  let organization = await ensureOrganization(context, slug, programs, personIds, times[0]);
  // Candidates wait for jobs on their way. With no worker here, another server would have to run them meanwhile.
  if (context.platform.config.WORKERS > 0) {
    for (const ago of [...times, undefined]) {
      organization = await goForwardTo(context, slug, ago, drain);
      await seedCandidates(context, organization, ofTime(programs, ago), personIds, drain);
    }
  }
  await openToAll(context, organization);
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
  const files = await readProgramFiles();
  const candidates = [...files.values()].flatMap((programs) => programs.flatMap((program) => program.candidates));
  const everyone: readonly DemoPerson[] = [
    operator,
    ...staff,
    ...candidates.map(({ mailbox, name, who }) => ({ mailbox, name, who: `candidate: ${who}` })),
  ];
  await alone(context, async () => {
    const open: string[] = [];
    for (const slug of files.keys()) if (!(await isComplete(context, slug))) open.push(slug);
    if (open.length === 0) return;
    const personIds = await createPeople(context, everyone);
    const drain = shareDrain(() => context.worker.drain());
    // Most of the time they wait for the database: side by side.
    await Promise.all(open.map((slug) => seedOrganization(context, slug, files.get(slug) ?? [], personIds, drain)));
  });
  return { password: demoPassword, people: everyone.map(({ mailbox, who }) => ({ who, email: addressOf(mailbox) })) };
};
