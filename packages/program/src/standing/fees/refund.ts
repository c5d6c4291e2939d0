import { isInstant } from '../../calendar/date.ts';
import type { Fact, Instant } from '../../facts.ts';
import { findBundle, findFee } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import { concerns } from '../../prices/charge.ts';
import { feesIn } from '../../prices/lines.ts';
import { shareOf } from '../../prices/money.ts';
import type { Payable } from '../../prices/price.ts';
import type { Program } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { attemptKinds } from '../assessments/attempts.ts';
import { readLedger, select } from '../ledger/ledger.ts';
import { findSituation, type Situation } from '../situation.ts';
import type { Invoice } from './invoices.ts';

type Rule = NonNullable<Program['policies']['refund']['rules']>[number];
type Stage = Rule['before'];

/** What one invoice would give back to somebody who withdraws now. */
export interface RefundTerms {
  readonly invoiceId: string;
  /** A fee or a bundle. */
  readonly fee: string;
  readonly currency: string;
  /** Money that was paid on it and not given back; vouchers are no money. */
  readonly paidMinor: number;
  /** What is given back of it. */
  readonly refundMinor: number;
  /** The share that the program gives back. */
  readonly percent: number;
  readonly reason: Text;
}

/** How far somebody can have come, in order. */
const stages = [
  'submission',
  'acceptance',
  'authorization',
  'assessment',
  'decision',
] as const satisfies readonly Stage[];

/** Whether an event has not happened yet, as far as this invoice is concerned: its own attempts, or any. */
function isBefore(stage: Stage, situation: Situation, invoice: Invoice, payable: Payable): boolean {
  const { application, decision, credentials, ledger } = situation;
  const { attempt, assessment } = invoice.issued.data;
  const paidFor = feesIn(situation.program, payable).flatMap((fee) =>
    fee.kind === 'assessment' ? fee.assessments : [],
  );
  const own = assessment === undefined ? paidFor : [assessment];
  const isMeant = (data: { readonly assessment: string; readonly attempt: number }): boolean =>
    own.length === 0 || (own.includes(data.assessment) && data.attempt === (attempt ?? 1));
  const facts = select(ledger, ...attemptKinds).filter(({ data }) => isMeant(data));
  switch (stage) {
    case 'submission':
      return application.submittedAt === undefined;
    case 'acceptance':
      return application.phase !== 'accepted';
    case 'authorization':
      return facts.length === 0;
    case 'assessment':
      return facts.every(({ kind }) => kind === 'test-authorized');
    case 'decision':
      return decision.decision === undefined && credentials.length === 0;
  }
}

/** The rule of the earliest event that has not happened; rules that name the fee stand in the place of the others. */
function ruleFor(rules: readonly Rule[], payable: Payable, isOpen: (stage: Stage) => boolean): Rule | undefined {
  const fitting = rules.filter(({ fees }) => concerns(fees, payable));
  const named = fitting.filter(({ fees }) => fees !== undefined);
  return (named.length > 0 ? named : fitting)
    .filter(({ before }) => isOpen(before))
    .sort((a, b) => stages.indexOf(a.before) - stages.indexOf(b.before))[0];
}

/**
 * What a withdrawal would give back, invoice by invoice, by the rules of the program: a share of the money that was paid,
 * less what has been given back already. A program without rules gives back what its text says; nothing is listed.
 *
 * @param at the instant of the withdrawal.
 * @throws {RangeError} when `at` is no instant.
 */
export function refundTerms(program: Program, facts: readonly Fact[], at: Instant): readonly RefundTerms[] {
  if (!isInstant(at)) throw new RangeError(`"${at}" is no instant; write it like "2027-03-03T14:00:00.000Z".`);
  const { rules } = program.policies.refund;
  if (rules === undefined) return [];
  const situation = findSituation(readLedger(program, facts, at));
  return situation.invoices.all.flatMap((invoice): RefundTerms[] => {
    const { fee: id, invoiceId, currency } = invoice.issued.data;
    const payable = findFee(program, id) ?? findBundle(program, id);
    const paidMinor = invoice.paidMinor - invoice.refundedMinor;
    if (payable === undefined || paidMinor <= 0) return [];
    const rule = ruleFor(rules, payable, (stage) => isBefore(stage, situation, invoice, payable));
    const percent = rule?.percent ?? 0;
    const refundMinor = Math.max(0, shareOf(invoice.paidMinor, percent) - invoice.refundedMinor);
    const reason = rule === undefined ? text('refund.none') : text(`refund.${rule.before}`, { percent });
    return [{ invoiceId, fee: id, currency, paidMinor, refundMinor, percent, reason }];
  });
}
