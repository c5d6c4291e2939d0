import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

function applicationState({ application }: Situation): { state: RequirementState; detail: Text } {
  const { phase, submittedAt, since } = application;
  switch (phase) {
    case 'draft':
      return application.requirements.every(({ state }) => state === 'not-started')
        ? { state: 'not-started', detail: text('application.not-started') }
        : { state: 'in-progress', detail: text('application.draft') };
    case 'in-review': {
      const submitted = text('application.submitted', { submittedAt: submittedAt ?? '' });
      const isAsked = application.requirements.some(({ mover }) => mover === 'candidate');
      return isAsked
        ? { state: 'in-progress', detail: text('application.more-needed') }
        : { state: 'unknown', detail: submitted };
    }
    case 'accepted':
      return { state: 'met', detail: text('application.accepted', { since: since ?? '' }) };
    case 'refused':
      return { state: 'not-met', detail: text('application.refused') };
  }
}

/** One line a requirement, and one for the application as a whole. */
export function applyLines(situation: Situation): readonly StandingLine[] {
  const { application, program } = situation;
  const requirements = application.requirements.map(
    ({ requirement, state, detail, rule, reason, factIds }): StandingLine => {
      const title = text('given', { words: requirement.title });
      const why = { rule, reason, factIds };
      return {
        id: requirement.id,
        kind: 'requirement',
        title,
        state,
        ...(detail === undefined ? {} : { detail }),
        why,
      };
    },
  );
  const { state, detail } = applicationState(situation);
  const submission = situation.ledger.facts.find(({ kind }) => kind === 'application-submitted');
  const why = {
    rule: text('application.rule', { title: program.title }),
    reason: detail,
    factIds: submission === undefined ? [] : [submission.id],
  };
  return [
    ...requirements,
    { id: 'application', kind: 'requirement', title: text('application.title'), state, detail, why },
  ];
}
