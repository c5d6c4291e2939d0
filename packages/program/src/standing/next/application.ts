import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { RequirementFinding } from '../requirements/finding.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';

function titleFor({ requirement, state }: RequirementFinding, isDraft: boolean): Text {
  const { title, kind } = requirement;
  if (kind === 'attestation') return text('action.sign', { title });
  if (isDraft || state === 'not-started') return text('action.complete-requirement', { title });
  return text('action.answer-requirement', { title });
}

function completing(found: RequirementFinding, { application }: Situation): NextAction {
  const by = application.validUntil === undefined ? {} : { by: application.validUntil };
  const title = titleFor(found, application.phase === 'draft');
  return { kind: 'complete-requirement', actor: 'candidate', subject: found.requirement.id, title, ...by };
}

/** Until the application is accepted: what the candidate has to state or add, and what reviewers have to judge. */
export function listApplicationActions(situation: Situation): readonly NextAction[] {
  const { application, program } = situation;
  if (application.phase === 'draft') {
    if (!application.isComplete) {
      return application.requirements.filter((found) => !found.isClaimed).map((found) => completing(found, situation));
    }
    const by = application.validUntil === undefined ? {} : { by: application.validUntil };
    return [
      {
        kind: 'submit-application',
        actor: 'candidate',
        title: text('action.submit-application', { title: program.title }),
        ...by,
      },
    ];
  }
  if (application.phase !== 'in-review') return [];
  return application.requirements.flatMap((found): NextAction[] => {
    if (found.mover === 'candidate') return [completing(found, situation)];
    if (found.mover === 'nobody') return [];
    const { id, title } = found.requirement;
    return [
      {
        kind: 'review-requirement',
        actor: 'reviewer',
        subject: id,
        title: text('action.review-requirement', { title }),
      },
    ];
  });
}

/** Claims and requests that staff judge beside the requirements, from the submission on. */
export function listSideActions({
  application,
  assessments,
  payer,
  accommodation,
  program,
}: Situation): readonly NextAction[] {
  if (application.submittedAt === undefined) return [];
  const actions: NextAction[] = [];
  if (payer.pending !== undefined) {
    const id = payer.pending.data.payerClass;
    const label = program.payerClasses.find((payerClass) => payerClass.id === id)?.label ?? id;
    actions.push({
      kind: 'review-membership',
      actor: 'finance',
      subject: id,
      title: text('action.review-membership', { payer: label }),
    });
  }
  const mattersStill = assessments.some(
    ({ history }) => history.assessment.kind === 'exam' && history.phase === 'next',
  );
  if (accommodation.pending !== undefined && mattersStill) {
    actions.push({ kind: 'decide-accommodation', actor: 'reviewer', title: text('action.decide-accommodation') });
  }
  return actions;
}
