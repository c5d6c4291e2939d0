import { releaseAll as release, takeExam } from './exam.ts';
import { accept } from './life.ts';
import { openProgram } from './open-program.ts';
import { sessionsYaml } from './programs.ts';
import { type Caller, createWorld } from './world.ts';

/** A world with a program of sessions, four examiners, and those who assign and release. */
export const createSessionsWorld = async () => {
  const world = await createWorld();
  const organization = world.organization.slug;
  const manager = await world.person('Mia Manager', ['program-manager']);
  const psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  const examiner = (name: string) => world.person(name, ['examiner']);
  const [one, two, three, four] = [
    await examiner('Ada One'),
    await examiner('Bo Two'),
    await examiner('Cy Three'),
    await examiner('Di Four'),
  ];
  const program = await openProgram(world, sessionsYaml, { core: 2 });
  const releaseAll = () => release(world, psychometrician);

  /** The rating that an examiner was asked for; jobs open it. */
  const ratingOf = async (candidacyId: string, { personId }: Caller): Promise<string> => {
    await world.runJobs();
    const row = await world.within(({ trx }) =>
      trx
        .selectFrom('rating')
        .select('id')
        .where('candidacy_id', '=', candidacyId)
        .where('examiner_id', '=', personId)
        .executeTakeFirstOrThrow(),
    );
    return row.id;
  };
  const assign = (candidacyId: string, assessmentId: string, { personId }: Caller) =>
    manager.api.scheduling.assignExaminer({ candidacyId, assessmentId, personId });

  return {
    world,
    program,
    organization,
    manager,
    psychometrician,
    examiners: [one, two, three, four] as const,
    releaseAll,
    /** Accepted, and where it is asked for, with the exam before the panel passed. */
    begin: async (name: string, { withExam = false, reviewerId = manager.personId } = {}) => {
      const candidate = await world.person(name);
      const candidacyId = await accept(world, candidate, program.id, { reviewerId });
      if (withExam) {
        await takeExam(world, candidate, { candidacyId, assessmentId: 'core', right: 4 });
        await releaseAll();
      }
      return { candidate, candidacyId };
    },
    assign,
    ratingOf,
    /** The whole panel asked, with the ratings of its members in the order in which they are named. */
    seat: async (candidacyId: string): Promise<readonly Seat[]> => {
      const seats: Seat[] = [];
      for (const examiner of [one, two, three]) {
        await assign(candidacyId, 'oral', examiner);
        seats.push({ examiner, ratingId: await ratingOf(candidacyId, examiner) });
      }
      return seats;
    },
    waitingResults: async (candidacyId: string, assessmentId: string) => {
      const { results } = await psychometrician.api.scoring.listResults({ organization, waiting: 'true' });
      return results.filter((one) => one.candidacyId === candidacyId && one.assessmentId === assessmentId);
    },
  };
};

/** One examiner of a panel. */
export interface Seat {
  readonly examiner: Caller;
  readonly ratingId: string;
}

export type SessionsWorld = Awaited<ReturnType<typeof createSessionsWorld>>;

/** The day of an instant, as examiners state it. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** One level a criterion. */
export const marksOf = (criteria: readonly string[], levels: readonly number[], comment = '') =>
  criteria.map((criterion, index) => ({ criterion, level: levels[index] ?? 0, comment }));
