import { findFee } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import { type AssessmentFinding, isNext } from '../assessments/finding.ts';
import type { FeeFinding } from '../fees/fee.ts';
import { type Invoice, listOpenInvoices, remainingOf } from '../fees/invoices.ts';
import type { Situation } from '../situation.ts';
import type { NextAction, Owed } from '../types.ts';

/** Fees that wait for the system to make out an invoice. */
function listToInvoice({ assessments, application, renewal }: Situation): readonly FeeFinding[] {
  const next = assessments.filter((found) => isNext(found, application));
  const asked = [
    ...next.flatMap(({ fees }: AssessmentFinding) => fees),
    ...(renewal?.fee === undefined ? [] : [renewal.fee]),
  ];
  return asked.filter(({ state }) => state === 'to-invoice');
}

function titleOf(situation: Situation, fee: string): string {
  return findFee(situation.program, fee)?.title ?? fee;
}

function paying(situation: Situation, invoice: Invoice): NextAction {
  const { fee, currency, dueAt } = invoice.issued.data;
  const amountMinor = remainingOf(invoice);
  const title = text('action.pay-fee', { title: titleOf(situation, fee), amountMinor, currency });
  const by = dueAt < situation.at ? {} : { by: dueAt };
  return { kind: 'pay-fee', actor: 'candidate', subject: fee, title, ...by, amount: { amountMinor, currency } };
}

export function listFeeActions(situation: Situation): readonly NextAction[] {
  const invoicing = listToInvoice(situation).map(({ fee, remainingMinor: amountMinor, currency }): NextAction => {
    const title = text('action.issue-invoice', { title: fee.title });
    return { kind: 'issue-invoice', actor: 'system', subject: fee.id, title, amount: { amountMinor, currency } };
  });
  return [...listOpenInvoices(situation.invoices).map((invoice) => paying(situation, invoice)), ...invoicing];
}

/** What is owed now, with an invoice or just before it. Never negative; refunds are no debt. */
export function listOwed(situation: Situation): readonly Owed[] {
  const invoiced = listOpenInvoices(situation.invoices).map((invoice): Owed => {
    const { fee, currency, invoiceId, dueAt, attempt } = invoice.issued.data;
    const reason =
      attempt !== undefined && attempt > 1
        ? text('owed.retake', { attempt })
        : text('owed.invoice', { on: invoice.issued.at });
    const title = text('given', { words: titleOf(situation, fee) });
    return { fee, title, reason, amountMinor: remainingOf(invoice), currency, invoiceId, dueAt };
  });
  const coming = listToInvoice(situation).map(({ fee, remainingMinor: amountMinor, currency, reason }): Owed => {
    return { fee: fee.id, title: text('given', { words: fee.title }), reason, amountMinor, currency };
  });
  return [...invoiced, ...coming];
}
