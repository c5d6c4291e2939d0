import { text } from '../messages/compose.ts';
import type { Assessment } from '../schema/program.ts';
import type { Text } from '../text.ts';
import { type AssessmentFinding, isNext } from './assessments/finding.ts';
import { deadlinesOfMaintenance, deadlinesOfRenewal } from './credential/deadlines.ts';
import { distinctFees } from './fees/fee.ts';
import type { Situation } from './situation.ts';
import type { Deadline } from './types.ts';

function deadlinesOfApplication({ application }: Situation): readonly Deadline[] {
  const at = application.validUntil;
  if (at === undefined) return [];
  const isAsked = application.requirements.some(({ mover }) => mover === 'candidate' || mover === 'asking');
  const answering = isAsked ? text('deadline.answer') : text('deadline.step');
  const title = application.phase === 'draft' ? text('deadline.draft') : answering;
  return [{ id: 'application', at, title, consequence: text('deadline.application-then') }];
}

/** Links that can still be answered, as long as what they are for is asked for and open. */
function deadlinesOfStatements({ application, statements }: Situation): readonly Deadline[] {
  if (application.phase !== 'draft' && application.phase !== 'in-review') return [];
  return application.requirements
    .filter(({ isAsked, known }) => isAsked && known.state === 'open')
    .flatMap(({ requirement: { id, title } }) =>
      statements.all
        .filter(({ requirement, state }) => requirement === id && state === 'waiting')
        .map(({ requestId, until }): Deadline => {
          const words = text('deadline.statement', { title });
          return {
            id: `statement:${requestId}`,
            at: until,
            title: words,
            consequence: text('deadline.statement-then'),
          };
        }),
    );
}

/** Invoices that the candidacy waits for; one that pays for several things is listed once. */
function deadlinesOfFees(situation: Situation): readonly Deadline[] {
  const { application, entryFees, assessments, decision } = situation;
  const next = assessments.filter((found) => found.feeDueAt !== undefined && isNext(found, application));
  const fees = [
    ...(application.phase === 'accepted' ? [] : [...entryFees.registration, ...entryFees.application]),
    ...next.flatMap((found) => found.fees),
    ...decision.fees,
  ];
  return distinctFees(fees).flatMap(({ fee, target, state, invoice }): Deadline[] => {
    if (state !== 'open' || invoice === undefined) return [];
    const about = target.assessment ?? fee.id;
    const assessment = assessments.find(({ history }) => history.assessment.id === about)?.history.assessment;
    return [
      {
        id: `fee:${about}`,
        at: invoice.issued.data.dueAt,
        title: text('deadline.fee', { title: assessment?.title ?? fee.title }),
        consequence: text('deadline.closed-then'),
      },
    ];
  });
}

function windowTitle({ kind, title }: Assessment): Text {
  if (kind === 'portfolio') return text('deadline.portfolio', { title });
  return kind === 'course' ? text('deadline.course', { title }) : text('deadline.exam', { title });
}

function deadlinesOfAssessment(found: AssessmentFinding, situation: Situation): readonly Deadline[] {
  const { assessment, authorization, retakeUntil } = found.history;
  const { id, title } = assessment;
  const deadlines: Deadline[] = [];
  const kept = situation.passing.keptUntil.get(id);
  if (kept !== undefined) {
    deadlines.push({
      id: `kept:${id}`,
      at: kept,
      title: text('deadline.kept', { title }),
      consequence: text('deadline.kept-then', { title }),
    });
  }
  if (!isNext(found, situation.application)) return deadlines;
  if (found.window?.until !== undefined) {
    const name = windowTitle(assessment);
    const consequence = text('deadline.closed-then');
    deadlines.push({ id: `window:${id}`, at: found.window.until, title: name, consequence });
  } else if (retakeUntil !== undefined && authorization === undefined) {
    const consequence = text('deadline.retake-then');
    deadlines.push({ id: `retake:${id}`, at: retakeUntil, title: text('deadline.retake', { title }), consequence });
  }
  return deadlines;
}

/** The deadlines ahead, the next one first. One that has passed is gone: the status says what followed. */
export function listDeadlines(situation: Situation): readonly Deadline[] {
  const { at, credential, renewal, maintenance, assessments, passing } = situation;
  const isOpen = passing.known.state !== 'met';
  const all =
    credential !== undefined
      ? [...(renewal === undefined ? [] : deadlinesOfRenewal(renewal, at)), ...deadlinesOfMaintenance(maintenance, at)]
      : [
          ...deadlinesOfApplication(situation),
          ...deadlinesOfStatements(situation),
          ...deadlinesOfFees(situation),
          ...(isOpen ? assessments.flatMap((found) => deadlinesOfAssessment(found, situation)) : []),
        ];
  return all
    .filter((deadline) => deadline.at >= at)
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
}
