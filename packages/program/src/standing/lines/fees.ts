import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { AssessmentFinding } from '../assessments/finding.ts';
import type { FeeFinding } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

interface Shown {
  readonly state: RequirementState;
  readonly detail: Text;
  readonly unlocks?: Text;
}

function shownOpen({ invoice, amountMinor, remainingMinor, currency }: FeeFinding, at: string): Shown {
  const dueAt = invoice?.issued.data.dueAt ?? at;
  const detail = text('fee.open', { amountMinor: remainingMinor, currency, dueAt });
  if (at > dueAt)
    return { state: 'not-met', detail: text('fee.overdue', { amountMinor: remainingMinor, currency, dueAt }) };
  return { state: remainingMinor < amountMinor ? 'in-progress' : 'not-started', detail };
}

function shown(finding: FeeFinding, at: string, isWaived: boolean, unlocks: Text): Shown {
  const { state, amountMinor, currency } = finding;
  switch (state) {
    case 'free':
      return { state: 'met', detail: text('fee.none') };
    case 'settled':
      return { state: 'met', detail: text('fee.settled', { amountMinor, currency }) };
    case 'open':
      return shownOpen(finding, at);
    case 'to-invoice':
      return { state: 'not-started', detail: text('fee.to-invoice', { amountMinor, currency }) };
    case 'held':
      return { state: 'unknown', detail: text('fee.held') };
    case 'not-due':
      return isWaived
        ? { state: 'met', detail: text('fee.waived') }
        : { state: 'locked', detail: text('fee.not-due', { amountMinor, currency }), unlocks };
  }
}

function lineOf(finding: FeeFinding, rule: Text, { state, detail, unlocks }: Shown): StandingLine {
  const { fee, invoice, reason } = finding;
  return {
    id: fee.id,
    kind: 'fee',
    title: text('given', { words: fee.title }),
    state,
    detail,
    why: { rule, reason, factIds: invoice === undefined ? [] : [invoice.issued.id] },
    ...(unlocks === undefined ? {} : { unlocks }),
  };
}

/** The fees of the assessments, for the attempt that is under way or next. */
export function payLines({ assessments, at }: Situation): readonly StandingLine[] {
  return assessments.flatMap(({ history, fees }: AssessmentFinding) => {
    const { assessment, authorization, phase, attempt } = history;
    const isWaived = authorization !== undefined || phase !== 'next';
    const rule = text('fee.rule', { title: assessment.title, attempt });
    return fees.map((fee) => lineOf(fee, rule, shown(fee, at, isWaived, text('unlocks.application'))));
  });
}

/** The fee of the renewal, once there is something to renew. */
export function renewalFeeLines({ renewal, at }: Situation): readonly StandingLine[] {
  if (renewal?.fee === undefined) return [];
  return [lineOf(renewal.fee, text('fee.renewal-rule'), shown(renewal.fee, at, false, text('unlocks.renewal')))];
}
