import { addMinutes } from '../../calendar/instant.ts';
import { text } from '../../messages/compose.ts';
import type { Exam } from '../../schema/program.ts';
import { type AssessmentFinding, isNext } from '../assessments/finding.ts';
import { isDone } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';

function byWindow({ window }: AssessmentFinding): { by?: string } {
  return window?.until === undefined ? {} : { by: window.until };
}

function nextExam(found: AssessmentFinding, { accommodation, at }: Situation): readonly NextAction[] {
  const { assessment, authorization } = found.history;
  const { id, title } = assessment;
  const subject = id;
  if (authorization !== undefined) {
    const { from } = authorization.data;
    const words = at < from ? text('action.take-exam-from', { title, from }) : text('action.take-exam', { title });
    return [{ kind: 'take-exam', actor: 'candidate', subject, title: words, ...byWindow(found) }];
  }
  // What holds it up has an action of its own: the fee, the membership, the accommodation.
  if (!found.fees.every(isDone) || accommodation.pending !== undefined) return [];
  return [{ kind: 'authorize-test', actor: 'system', subject, title: text('action.authorize-test', { title }) }];
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
  const { id, title, kind } = history.assessment;
  const releasing: NextAction = {
    kind: 'release-result',
    actor: 'score-releaser',
    subject: id,
    title: text('action.release-result', { title }),
  };
  // Ratings are no facts of the candidacy: until the result is released, both moves are open.
  if (kind === 'exam') return [releasing];
  return [
    { kind: 'assign-examiner', actor: 'examiner', subject: id, title: text('action.assign-examiner', { title }) },
    releasing,
  ];
}

/** From the acceptance of the application until the passing rule is met. */
export function listAssessmentActions(situation: Situation): readonly NextAction[] {
  const { application, assessments, passing } = situation;
  if (application.phase !== 'accepted' || passing.known.state === 'met') return [];
  return assessments.flatMap((found) => {
    const { assessment, phase } = found.history;
    if (phase === 'waiting') return judging(found);
    if (phase === 'under-way') return assessment.kind === 'exam' ? [continuing(found, assessment, situation)] : [];
    if (!isNext(found, application)) return [];
    return assessment.kind === 'exam' ? nextExam(found, situation) : nextPortfolio(found, situation);
  });
}
