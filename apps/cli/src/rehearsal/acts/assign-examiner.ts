import { findAssessment } from '@testamur/program';
import { haveRated } from '../rate.ts';
import { assessmentOf } from '../standings.ts';
import { firstTime } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** What was handed in, once an attempt: the standing goes on to name this action until the result is released. */
export const assignExaminer: Act = async (world, action, standing) => {
  const assessment = findAssessment(world.program, subjectOf(action));
  // A session was rated when it was held.
  if (assessment?.kind !== 'portfolio') return false;
  const attempt = assessmentOf(standing, assessment.id)?.attempt ?? 1;
  if (!firstTime(world, `rated ${assessment.id} ${attempt}`)) return false;
  const passes = attempt > 1 || !world.plan.fails.has(assessment.id);
  await haveRated(world, assessment, action.title, passes);
  return true;
};
