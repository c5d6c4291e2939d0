import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { RequirementFinding } from '../requirements/finding.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

const candidatesMoves: ReadonlySet<string> = new Set(['candidate', 'asking']);

function applicationState({ application }: Situation): { state: RequirementState; detail: Text } {
  const { phase, submittedAt, since, requirements } = application;
  switch (phase) {
    case 'draft':
      return requirements.some(({ isStarted }) => isStarted)
        ? { state: 'in-progress', detail: text('application.draft') }
        : { state: 'not-started', detail: text('application.not-started') };
    case 'in-review': {
      if (application.unpaid.length > 0) return { state: 'in-progress', detail: text('application.to-pay') };
      const isAsked = requirements.some((found) => found.isAsked && candidatesMoves.has(found.mover));
      return isAsked || application.needsRegion
        ? { state: 'in-progress', detail: text('application.more-needed') }
        : { state: 'unknown', detail: text('application.submitted', { submittedAt: submittedAt ?? '' }) };
    }
    case 'accepted':
      return { state: 'met', detail: text('application.accepted', { since: since ?? '' }) };
    case 'refused':
      return { state: 'not-met', detail: text('application.refused') };
  }
}

function requirementLine(found: RequirementFinding): StandingLine {
  const { requirement, state, detail, rule, reason, factIds, unlocks } = found;
  return {
    id: requirement.id,
    kind: 'requirement',
    title: text('given', { words: requirement.title }),
    state,
    ...(detail === undefined ? {} : { detail }),
    why: { rule, reason, factIds },
    ...(state === 'locked' ? { unlocks: unlocks ?? reason } : {}),
  };
}

/** One line a requirement that is there for this candidate, and one for the application as a whole. */
export function applyLines(situation: Situation): readonly StandingLine[] {
  const { application, program } = situation;
  const { state, detail } = applicationState(situation);
  const submission = situation.ledger.facts.find(({ kind }) => kind === 'application-submitted');
  const why = {
    rule: text('application.rule', { title: program.title }),
    reason: detail,
    factIds: submission === undefined ? [] : [submission.id],
  };
  return [
    ...application.requirements.map(requirementLine),
    { id: 'application', kind: 'requirement', title: text('application.title'), state, detail, why },
  ];
}
