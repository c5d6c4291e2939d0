import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import { needsAuthorization } from '../assessments/attempts.ts';
import type { RequirementFinding } from '../requirements/finding.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';

function titleFor({ requirement, isStarted }: RequirementFinding, isDraft: boolean): Text {
  const { title, kind } = requirement;
  if (kind === 'attestation') return text('action.sign', { title });
  if (isDraft || !isStarted) return text('action.complete-requirement', { title });
  return text('action.answer-requirement', { title });
}

function byValidity({ application }: Situation): { by?: string } {
  return application.validUntil === undefined ? {} : { by: application.validUntil };
}

function choosing(situation: Situation): readonly NextAction[] {
  if (!situation.circumstances.needsRegion) return [];
  const title = text('action.choose-region');
  return [{ kind: 'choose-region', actor: 'candidate', title, ...byValidity(situation) }];
}

/** What others were asked for and have not given yet; the link that runs out first sets the time. */
function giving({ requirement, until }: RequirementFinding, { at }: Situation): NextAction {
  const { id, title } = requirement;
  const by = until === undefined || until < at ? {} : { by: until };
  const words = text('action.give-statement', { title });
  return { kind: 'give-statement', actor: 'third-party', subject: id, title: words, ...by };
}

function moving(found: RequirementFinding, situation: Situation): readonly NextAction[] {
  const { id: subject, title } = found.requirement;
  const { application } = situation;
  const isDraft = application.phase === 'draft';
  // Links that are out can be answered whoever else has a move, until what they are for is decided.
  const others = found.until === undefined || found.known.state !== 'open' ? [] : [giving(found, situation)];
  switch (found.mover) {
    case 'candidate': {
      if (isDraft && found.isClaimed) return others;
      const kind = 'complete-requirement';
      return [
        { kind, actor: 'candidate', subject, title: titleFor(found, isDraft), ...byValidity(situation) },
        ...others,
      ];
    }
    case 'asking': {
      const words = text('action.request-statement', { title });
      const by = byValidity(situation);
      return [{ kind: 'request-statement', actor: 'candidate', subject, title: words, ...by }, ...others];
    }
    case 'reviewer': {
      if (isDraft || application.unpaid.length > 0) return others;
      const words = text('action.review-requirement', { title });
      return [{ kind: 'review-requirement', actor: 'reviewer', subject, title: words }, ...others];
    }
    // Who pays, or checks a membership, has an action of its own.
    case 'third-party':
    case 'finance':
    case 'payment':
    case 'nobody':
      return others;
  }
}

/** Until the application is accepted: what the candidate has to state or add, and what reviewers have to judge. */
export function listApplicationActions(situation: Situation): readonly NextAction[] {
  const { application, program } = situation;
  const region = choosing(situation);
  if (application.phase !== 'draft' && application.phase !== 'in-review') return region;
  const moves = application.requirements
    .filter(({ isAsked }) => isAsked)
    .flatMap((found): readonly NextAction[] => moving(found, situation));
  if (application.phase === 'in-review' || !application.isComplete) return [...region, ...moves];
  const title = text('action.submit-application', { title: program.title });
  return [{ kind: 'submit-application', actor: 'candidate', title, ...byValidity(situation) }, ...moves];
}

/** A membership is checked once something depends on it: the application is submitted, or a fee is held back before. */
function isMembershipDue({ application, entryFees }: Situation): boolean {
  return application.submittedAt !== undefined || entryFees.registration.some(({ state }) => state === 'held');
}

/** Claims and requests that staff judge beside the requirements, from the submission on. */
export function listSideActions(situation: Situation): readonly NextAction[] {
  const { application, assessments, renewal, payer, accommodation, program } = situation;
  // Prices of keeping a credential may depend on the region as well.
  const actions: NextAction[] = situation.credential === undefined ? [] : [...choosing(situation)];
  if (payer.pending !== undefined && isMembershipDue(situation)) {
    const id = payer.pending.data.payerClass;
    const label = program.payerClasses.find((payerClass) => payerClass.id === id)?.label ?? id;
    actions.push({
      kind: 'review-membership',
      actor: 'finance',
      subject: id,
      title: text('action.review-membership', { payer: label }),
    });
  }
  if (application.submittedAt === undefined) return actions;
  const scheduled = [...assessments, ...(renewal?.exam === undefined ? [] : [renewal.exam])];
  const mattersStill = scheduled.some(
    ({ history }) => needsAuthorization(history.assessment) && history.phase === 'next',
  );
  if (accommodation.pending !== undefined && mattersStill) {
    actions.push({
      kind: 'decide-accommodation',
      actor: 'program-manager',
      title: text('action.decide-accommodation'),
    });
  }
  return actions;
}
