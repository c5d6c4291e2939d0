import { findAssessment, isSession, say } from '@testamur/program';
import { haveRated } from '../rate.ts';
import { moveClock } from '../settle.ts';
import { assessmentOf } from '../standings.ts';
import { firstTime } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** The candidate comes when the window is open; what is done there is recorded by the examiners. */
export const attendSession: Act = async (world, action, standing) => {
  const from = assessmentOf(standing, subjectOf(action))?.window?.from;
  if (from === undefined || from <= standing.at) return false;
  await moveClock(world, from, say(action.title));
  return true;
};

/** Once an attempt, as its panel sees it. */
export const recordSession: Act = async (world, action, standing) => {
  const session = findAssessment(world.program, subjectOf(action));
  if (session === undefined || !isSession(session)) return false;
  const attempt = assessmentOf(standing, session.id)?.attempt ?? 1;
  if (!firstTime(world, `held ${session.id} ${attempt}`)) return false;
  const passes = attempt > 1 || !world.plan.fails.has(session.id);
  await haveRated(world, session, action.title, passes);
  return true;
};
