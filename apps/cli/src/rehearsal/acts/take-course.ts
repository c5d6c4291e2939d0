import { type Course, findAssessment, say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectRefusal, expectThat } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

const find = ({ program }: World, id: string): Course | undefined => {
  const assessment = findAssessment(program, id);
  return assessment?.kind === 'course' ? assessment : undefined;
};

/** One module after the other; each is recorded once, and the last one passes the course. */
export const recordModule: Act = async (world, action) => {
  const { candidacyId, candidate, journal } = world;
  const course = find(world, subjectOf(action));
  if (!course) return false;
  const examiner = staffWith(world, 'examiner');
  const asked = { candidacyId, assessmentId: course.id };
  const { modules } = await candidate.api.delivery.getCourse(asked);
  const next = modules.find(({ completedAt }) => completedAt === undefined);
  if (next === undefined) return false;
  await journal.step('examiner', `${say(action.title)}: ${next.title}`, async (note) => {
    await expectQueued(world, examiner, 'courses', course.id);
    const after = await examiner.api.delivery.recordModule({ ...asked, module: next.module });
    expectThat(
      after.modules.some(({ module, completedAt }) => module === next.module && completedAt !== undefined),
      `"${next.title}" to be completed`,
      after.modules,
    );
    if (after.completed < after.modules.length) {
      const twice = examiner.api.delivery.recordModule({ ...asked, module: next.module });
      note(`Twice: ${await expectRefusal('delivery.module-recorded', twice)}`);
    } else world.expectedScores.set(course.id, { score: after.completed, passed: true });
    note(`${after.completed} of ${after.modules.length}.`);
  });
  return true;
};
