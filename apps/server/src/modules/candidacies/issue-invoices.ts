import { findFee, invoiceTerms, type NextAction, type Program, type QuoteLine, say } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import {
  type InvoiceLine,
  issueInvoice,
  type Letterhead,
  restoreVouchers,
  voidInvoice,
  voucherPurpose,
} from '../billing/index.ts';
import { getPerson } from '../identity/index.ts';
import { recordFactsOn } from './facts.ts';
import { coveredBy, invoicesOfTarget, isServed, referenceOf } from './rules/invoiced.ts';
import { type Candidacy, loadCandidacy } from './store.ts';

const letterheadOf = ({ program }: Candidacy): Letterhead => ({
  organizationAbbreviation: program.organization.abbreviation,
  ...(program.organization.taxId === undefined ? {} : { taxId: program.organization.taxId }),
  program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
  notice: program.notice.text,
  language: program.language,
});

const invoiceLine = ({ title, language }: Program, line: QuoteLine): InvoiceLine => {
  const isTax = line.kind === 'tax';
  const name = say(line.title, language);
  return {
    kind: isTax ? 'tax' : 'charge',
    description: isTax ? name : `${name}: ${title}`,
    reason: say(line.reason, language),
    amountMinor: line.amountMinor,
    ...(line.includes === undefined ? {} : { includes: line.includes }),
  };
};

/** Makes out what the standing says is to be invoiced, and takes back what a candidacy that is over no longer owes. */
export const settleInvoices = async (scope: Scope, candidacyId: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.standing.final) return takeBack(scope, candidacy);
  // One at a time: each fact changes the standing, and the job that follows from it sees the next.
  const action = candidacy.standing.next.find(({ kind }) => kind === 'issue-invoice');
  if (action?.subject !== undefined) await issue(scope, candidacy, action.subject, action.target ?? {});
};

const issue = async (
  scope: Scope,
  candidacy: Candidacy,
  feeId: string,
  target: NonNullable<NextAction['target']>,
): Promise<void> => {
  const { id, standing, program, personId, facts } = candidacy;
  const { lines, ...terms } = invoiceTerms(program, standing, feeId, target);
  // After a full refund the same fee is asked for anew, by an invoice of its own.
  const before = invoicesOfTarget(facts, feeId, target).length;
  const person = await getPerson(scope.trx, personId);
  const takesVouchers = findFee(program, feeId)?.vouchers === true;
  const issued = await issueInvoice(scope, {
    personId,
    payerName: person.name,
    reference: referenceOf(id, feeId, target, before + 1),
    context: { candidacyId: id, fee: feeId, ...target, letterhead: letterheadOf(candidacy) },
    lines: lines.map((line) => invoiceLine(program, line)),
    currency: terms.currency,
    dueAt: new Date(terms.dueAt),
    ...(takesVouchers ? { voucherPurpose: voucherPurpose(program.id, feeId) } : {}),
  });
  const { invoiceId, number } = issued;
  const { recorded } = await recordFactsOn(scope, candidacy, [
    { kind: 'fee-invoiced', data: { ...terms, invoiceId }, by: { kind: 'system' }, once: `fee-invoiced:${invoiceId}` },
  ]);
  if (recorded[0] !== true) return;
  const { amountMinor, taxMinor = 0, currency } = terms;
  await recordAudit(scope, {
    action: 'candidacies.issueInvoice',
    subject: `candidacy:${id}`,
    detail: { invoiceId, number, fee: feeId, ...target, amountMinor, taxMinor, currency },
  });
};

/**
 * Open invoices are withdrawn. Vouchers of those who withdrew before what they pay for began can be redeemed again;
 * money is given back by a person.
 */
const takeBack = async (scope: Scope, { id, facts, program }: Candidacy): Promise<void> => {
  const hasWithdrawn = facts.some(({ kind }) => kind === 'candidacy-withdrawn');
  const voided: string[] = [];
  const restored: string[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'fee-invoiced') continue;
    const { invoiceId, amountMinor } = fact.data;
    const { moneyMinor, voucherMinor } = coveredBy(facts, invoiceId);
    if (moneyMinor + voucherMinor < amountMinor) {
      if ((await voidInvoice(scope, invoiceId)).voided) voided.push(invoiceId);
    } else if (voucherMinor > 0 && hasWithdrawn && !isServed(program, facts, fact)) {
      if ((await restoreVouchers(scope, invoiceId)).restoredMinor > 0) restored.push(invoiceId);
    }
  }
  if (voided.length + restored.length === 0) return;
  const detail = { invoiceIds: voided, ...(restored.length === 0 ? {} : { vouchersOf: restored }) };
  await recordAudit(scope, { action: 'candidacies.takeBackInvoices', subject: `candidacy:${id}`, detail });
};
