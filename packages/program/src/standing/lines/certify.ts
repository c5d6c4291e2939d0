import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

/** The decision of the certifying body. */
export function decisionLine({ decision, credentials, program }: Situation, isOver: boolean): StandingLine {
  const { readyAt, decision: recorded } = decision;
  const common = { id: 'decision', kind: 'decision', title: text('decision.title') } as const;
  const rule = program.decision?.by === 'rule' ? text('decision.rule-decides') : text('decision.rule');
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
  const ahead = decision.passedAt === undefined ? text('unlocks.passing') : text('unlocks.fee');
  const unlocks = isOver ? text('unlocks.nothing') : ahead;
  return { ...line('locked', unlocks), unlocks };
}
