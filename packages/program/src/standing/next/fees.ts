import { findBundle, findFee } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import { isNext } from '../assessments/finding.ts';
import { distinctFees, type FeeFinding } from '../fees/fee.ts';
import { type Invoice, listOpenInvoices, remainingOf } from '../fees/invoices.ts';
import type { FeeTarget } from '../fees/target.ts';
import type { Situation } from '../situation.ts';
import type { NextAction, Owed } from '../types.ts';

/** Fees that wait for the system to make out an invoice. */
function listToInvoice(situation: Situation): readonly FeeFinding[] {
  const { assessments, application, credential, entryFees, decision, renewal, maintenance } = situation;
  const isDecided = decision.decision !== undefined;
  const asked =
    credential === undefined
      ? [
          ...entryFees.registration,
          ...entryFees.application,
          ...assessments.filter((found) => isNext(found, application)).flatMap(({ fees }) => fees),
          ...(isDecided ? [] : decision.fees),
        ]
      : [...(renewal?.fees ?? []), ...(renewal?.exam?.fees ?? []), ...maintenance.map(({ finding }) => finding)];
  return distinctFees(asked.filter(({ state }) => state === 'to-invoice'));
}

function titleOf({ program }: Situation, fee: string): string {
  return (findFee(program, fee) ?? findBundle(program, fee))?.title ?? fee;
}

/** What an invoice pays for, as its fact says. */
function targetOf({ attempt, assessment, cycle, year }: FeeTarget): { target?: FeeTarget } {
  const target = {
    ...(attempt === undefined ? {} : { attempt }),
    ...(assessment === undefined ? {} : { assessment }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(year === undefined ? {} : { year }),
  };
  return Object.keys(target).length === 0 ? {} : { target };
}

function paying(situation: Situation, invoice: Invoice): NextAction {
  const { fee, currency, dueAt } = invoice.issued.data;
  const amountMinor = remainingOf(invoice);
  const title = text('action.pay-fee', { title: titleOf(situation, fee), amountMinor, currency });
  const by = dueAt < situation.at ? {} : { by: dueAt };
  const target = targetOf(invoice.issued.data);
  return {
    kind: 'pay-fee',
    actor: 'candidate',
    subject: fee,
    title,
    ...by,
    ...target,
    amount: { amountMinor, currency },
  };
}

export function listFeeActions(situation: Situation): readonly NextAction[] {
  const invoicing = listToInvoice(situation).map((found): NextAction => {
    const { fee, remainingMinor: amountMinor, currency } = found;
    const title = text('action.issue-invoice', { title: fee.title });
    const amount = { amountMinor, currency };
    return { kind: 'issue-invoice', actor: 'system', subject: fee.id, title, ...targetOf(found.target), amount };
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
