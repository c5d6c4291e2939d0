import { randomUUID } from 'node:crypto';
import { type Exam, findAssessment, say } from '@testamur/program';
import { moveClock } from '../settle.ts';
import { expectThat } from '../unmet.ts';
import type { World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';
import { sit } from './sit-exam.ts';

/** The exam of that id; undefined for any other kind of assessment. */
const findExam = ({ program }: World, id: string): Exam | undefined => {
  const assessment = findAssessment(program, id);
  return assessment?.kind === 'exam' ? assessment : undefined;
};

const begin = async (world: World, exam: Exam, timeMultiplier: number): Promise<string> => {
  const { candidate, candidacyId, journal } = world;
  return journal.step('candidate', `Begin: ${exam.title}`, async (note) => {
    const asked = { candidacyId, assessmentId: exam.id };
    const lobby = await candidate.api.delivery.getLobby(asked);
    const minutes = exam.timeLimitMinutes * timeMultiplier;
    expectThat(lobby.ready, 'the exam to be ready', lobby.reason);
    expectThat(lobby.minutes === minutes, `${minutes} minutes, accommodation included`, lobby.minutes);
    expectThat(lobby.items === exam.items, `${exam.items} items`, lobby.items);
    const { attemptId } = await candidate.api.delivery.beginAttempt({ ...asked, agreed: true });
    const again = await candidate.api.delivery.beginAttempt({ ...asked, agreed: true });
    expectThat(again.attemptId === attemptId, 'beginning twice to give one attempt', again.attemptId);
    note(`${lobby.items} items, ${lobby.minutes} minutes.`);
    return attemptId;
  });
};

export const takeExam: Act = async (world, action, standing) => {
  if (action.actor !== 'candidate') return false;
  const exam = findExam(world, subjectOf(action));
  if (!exam) return false;
  const found = standing.assessments.find(({ assessment }) => assessment === exam.id);
  const from = found?.window?.from;
  if (from !== undefined && from > standing.at) {
    await moveClock(world, from, say(action.title));
    return true;
  }
  const attemptId = found?.attemptId ?? (await begin(world, exam, standing.timeMultiplier));
  await sit(world, { exam, attempt: found?.attempt ?? 1, attemptId, deviceId: randomUUID() });
  return true;
};
