import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

/** The decision of the certifying body. */
export function decisionLine({ decision, credentials }: Situation, isOver: boolean): StandingLine {
  const { readyAt, decision: recorded } = decision;
  const common = { id: 'decision', kind: 'decision', title: text('decision.title') } as const;
  const rule = text('decision.rule');
  const first = credentials[0]?.granted;
  const factIds = [recorded, first].filter((fact) => fact !== undefined).map(({ id }) => id);
  const line = (state: RequirementState, reason: Text): StandingLine => ({
    ...common,
    state,
    detail: reason,
    why: { rule, reason, factIds },
  });
  if (first !== undefined || recorded?.data.outcome === 'certify') {
    return line('met', text('decision.certified', { at: recorded?.at ?? first?.at ?? '' }));
  }
  if (recorded !== undefined) return line('not-met', text('decision.refused', { reason: recorded.data.reason }));
  if (readyAt !== undefined && !isOver) return line('unknown', text('decision.waiting'));
  const unlocks = isOver ? text('unlocks.nothing') : text('unlocks.passing');
  return { ...line('locked', unlocks), unlocks };
}

function renewalState({ renewal, credential }: Situation): RequirementState {
  if (renewal === undefined || credential === undefined) return 'locked';
  if (['expired', 'revoked', 'surrendered'].includes(credential.status)) return 'not-met';
  if (renewal.isHeld) return 'unknown';
  return renewal.education.entries.length === 0 && renewal.submitted === undefined ? 'not-started' : 'in-progress';
}

/** Keeping the credential: one line for the hours and the application of the cycle that runs. */
export function renewalLine(situation: Situation): readonly StandingLine[] {
  const { renewal, credential } = situation;
  if (renewal === undefined || credential === undefined) return [];
  const { education, hoursNeeded, terms, submitted } = renewal;
  const detail = text('renewal.hours', {
    logged: education.hoursLogged,
    needed: hoursNeeded,
    validUntil: terms.validUntil,
  });
  const { renewalOpensAt: opensAt, validUntil } = terms;
  const factIds = submitted === undefined ? [] : [submitted.id];
  const rule = text('renewal.rule', { needed: hoursNeeded, opensAt, validUntil });
  return [
    {
      id: 'renewal',
      kind: 'renewal',
      title: text('renewal.title'),
      state: renewalState(situation),
      detail,
      why: { rule, reason: detail, factIds },
    },
  ];
}
