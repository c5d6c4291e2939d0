import { addMinutes } from '../../calendar/instant.ts';
import { isRated } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Exam } from '../../schema/program.ts';
import type { AssessmentFinding } from '../assessments/finding.ts';
import { isDone } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';

function byWindow({ window }: AssessmentFinding): { by?: string } {
  return window?.until === undefined ? {} : { by: window.until };
}

/** An exam or a session: authorized by the system, then taken within its window. */
function nextScheduled(found: AssessmentFinding, { accommodation, at }: Situation): readonly NextAction[] {
  const { assessment, authorization } = found.history;
  const { id: subject, title } = assessment;
  const from = authorization?.data.from ?? found.window?.from ?? at;
  const isEarly = at < from;
  // What holds it up has an action of its own: the fee, the membership, the accommodation.
  const isHeldUp = authorization === undefined && (!found.fees.every(isDone) || accommodation.pending !== undefined);
  if (isHeldUp) return [];
  if (authorization === undefined && !isEarly) {
    return [{ kind: 'authorize-test', actor: 'system', subject, title: text('action.authorize-test', { title }) }];
  }
  if (assessment.kind === 'exam') {
    const words = isEarly ? text('action.take-exam-from', { title, from }) : text('action.take-exam', { title });
    return [{ kind: 'take-exam', actor: 'candidate', subject, title: words, ...byWindow(found) }];
  }
  const words = isEarly
    ? text('action.attend-session-from', { title, from })
    : text('action.attend-session', { title });
  const attending: NextAction = {
    kind: 'attend-session',
    actor: 'candidate',
    subject,
    title: words,
    ...byWindow(found),
  };
  if (isEarly) return [attending];
  const recording = text('action.record-session', { title });
  return [attending, { kind: 'record-session', actor: 'examiner', subject, title: recording, ...byWindow(found) }];
}

function nextPortfolio(found: AssessmentFinding, { at }: Situation): readonly NextAction[] {
  if (!found.fees.every(isDone)) return [];
  const { id, title } = found.history.assessment;
  const from = found.window?.from;
  const words =
    from !== undefined && at < from
      ? text('action.submit-portfolio-from', { title, from })
      : text('action.submit-portfolio', { title });
  return [{ kind: 'submit-portfolio', actor: 'candidate', subject: id, title: words, ...byWindow(found) }];
}

/** A course is open, or gone on with, until its last module is completed. */
function takingCourse(found: AssessmentFinding, { at }: Situation): readonly NextAction[] {
  const { history, window, fees } = found;
  const { id: subject, title } = history.assessment;
  if (history.phase === 'next' && !fees.every(isDone)) return [];
  const from = window?.from;
  const isEarly = history.phase === 'next' && from !== undefined && at < from;
  const words = isEarly ? text('action.take-course-from', { title, from }) : text('action.take-course', { title });
  const by = history.phase === 'next' ? byWindow(found) : {};
  const taking: NextAction = { kind: 'take-course', actor: 'candidate', subject, title: words, ...by };
  if (isEarly) return [taking];
  const recording = text('action.record-module', { title });
  return [taking, { kind: 'record-module', actor: 'examiner', subject, title: recording }];
}

/**
 * The clock of an exam under way is kept where it is delivered, with breaks and pauses: no deadline is named here. After
 * the standard time and the accommodation have passed, it is the system that has to seal it.
 */
function continuing(found: AssessmentFinding, exam: Exam, { accommodation, at }: Situation): NextAction {
  const begunAt = found.history.begun?.at ?? at;
  const isOver = at > addMinutes(begunAt, exam.timeLimitMinutes * accommodation.timeMultiplier);
  const { id, title } = exam;
  return isOver
    ? { kind: 'continue-exam', actor: 'system', subject: id, title: text('action.seal-exam', { title }) }
    : { kind: 'continue-exam', actor: 'candidate', subject: id, title: text('action.continue-exam', { title }) };
}

function judging({ history }: AssessmentFinding): readonly NextAction[] {
  const { assessment } = history;
  const { id, title } = assessment;
  const isAtOnce = assessment.kind === 'course' || assessment.results === 'at-once';
  const releasing: NextAction = {
    kind: 'release-result',
    actor: isAtOnce ? 'system' : 'score-releaser',
    subject: id,
    title: text('action.release-result', { title }),
  };
  if (!isRated(assessment)) return [releasing];
  // Ratings are no facts of the candidacy: until the result is released, both moves are open.
  return [
    { kind: 'assign-examiner', actor: 'examiner', subject: id, title: text('action.assign-examiner', { title }) },
    releasing,
  ];
}

/** What moves one assessment on, whatever it serves. */
export function listAttemptActions(found: AssessmentFinding, situation: Situation): readonly NextAction[] {
  const { assessment, phase } = found.history;
  if (phase === 'waiting') return judging(found);
  if (phase === 'under-way') {
    if (assessment.kind === 'course') return takingCourse(found, situation);
    return assessment.kind === 'exam' ? [continuing(found, assessment, situation)] : [];
  }
  if (phase !== 'next' || found.lost !== undefined || (found.waitsFor?.length ?? 0) > 0) return [];
  if (assessment.kind === 'portfolio') return nextPortfolio(found, situation);
  return assessment.kind === 'course' ? takingCourse(found, situation) : nextScheduled(found, situation);
}

/** From the acceptance of the application until the passing rule is met. */
export function listAssessmentActions(situation: Situation): readonly NextAction[] {
  const { application, assessments, passing } = situation;
  if (application.phase !== 'accepted' || passing.known.state === 'met') return [];
  return assessments.flatMap((found) => listAttemptActions(found, situation));
}
