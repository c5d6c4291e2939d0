import type { FactOf, Instant } from '../../facts.ts';
import { findFee } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program } from '../../schema/program.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import type { FeeTarget } from './target.ts';

type Issued = FactOf<'fee-invoiced'>;

export interface Invoice {
  readonly issued: Issued;
  /** The same for all invoices of one fee and target. */
  readonly key: string;
  /** Money that was paid, and money that was given back, in minor units. */
  readonly paidMinor: number;
  readonly refundedMinor: number;
  /** What vouchers have settled, in minor units. */
  readonly voucherMinor: number;
  /** Since when it has been settled in full; a part given back later does not open it again. */
  readonly settledAt?: Instant;
  /** All money that was paid has been given back: it is as if it had not been issued. */
  readonly isUndone: boolean;
}

export interface Invoices {
  readonly all: readonly Invoice[];
  /** Payments less refunds by currency, in the order of the codes; vouchers are no payments. */
  readonly paid: readonly { readonly currency: string; readonly amountMinor: number }[];
}

/**
 * What tells apart the invoices of one fee. The first attempts of all assessments of a fee are paid together; a later
 * attempt is one of a single assessment, which an invoice need not name where the fee is for one alone.
 */
export function keyOf(program: Program, feeId: string, target: FeeTarget): string {
  const { attempt = 1, cycle = '', year = '' } = target;
  const fee = findFee(program, feeId);
  const only = fee?.kind === 'assessment' && fee.assessments.length === 1 ? fee.assessments[0] : undefined;
  const assessment = attempt > 1 ? (target.assessment ?? only ?? '') : '';
  return `${feeId} ${attempt} ${assessment} ${cycle} ${year}`;
}

function settle(invoice: Invoice, { at, data }: FactOf<'fee-settled'>): Invoice {
  const isVoucher = data.voucherId !== undefined;
  const paidMinor = invoice.paidMinor + (isVoucher ? 0 : data.amountMinor);
  const voucherMinor = invoice.voucherMinor + (isVoucher ? data.amountMinor : 0);
  const isFull = paidMinor - invoice.refundedMinor + voucherMinor >= invoice.issued.data.amountMinor;
  return {
    ...invoice,
    paidMinor,
    voucherMinor,
    isUndone: false,
    ...(isFull ? { settledAt: invoice.settledAt ?? at } : {}),
  };
}

function refund(invoice: Invoice, amountMinor: number): Invoice {
  const refundedMinor = invoice.refundedMinor + amountMinor;
  if (refundedMinor < invoice.paidMinor) return { ...invoice, refundedMinor };
  const { settledAt: _, ...rest } = invoice;
  return { ...rest, refundedMinor, isUndone: true };
}

/** A voucher given back: where nothing else has paid, it is as if the invoice had not been issued. */
function giveBack(invoice: Invoice, amountMinor: number): Invoice {
  const voucherMinor = invoice.voucherMinor - amountMinor;
  const { settledAt: _, ...rest } = invoice;
  return { ...rest, voucherMinor, isUndone: voucherMinor === 0 && invoice.paidMinor === invoice.refundedMinor };
}

function refundableOf(invoice: Invoice, { data }: FactOf<'fee-refunded'>): number {
  return data.voucherId === undefined ? invoice.paidMinor - invoice.refundedMinor : invoice.voucherMinor;
}

function issue(program: Program, fact: Issued): Invoice {
  const { fee, amountMinor } = fact.data;
  const key = keyOf(program, fee, fact.data);
  const invoice = { issued: fact, key, paidMinor: 0, refundedMinor: 0, voucherMinor: 0, isUndone: false };
  return amountMinor === 0 ? { ...invoice, settledAt: fact.at } : invoice;
}

/** All invoices with what was paid on each. Money that fits no invoice is flagged and counts for nothing. */
export function readInvoices(ledger: Ledger): Invoices {
  const byId = new Map<string, Invoice>();
  for (const fact of select(ledger, 'fee-invoiced', 'fee-settled', 'fee-refunded')) {
    const { invoiceId, amountMinor } = fact.data;
    const invoice = byId.get(invoiceId);
    if (fact.kind === 'fee-invoiced') {
      if (invoice === undefined) byId.set(invoiceId, issue(ledger.program, fact));
      else ledger.flag(fact, text('flag.duplicate'));
    } else if (invoice?.issued.data.fee !== fact.data.fee || invoice.issued.data.currency !== fact.data.currency) {
      ledger.flag(fact, text('flag.no-such-invoice', { invoice: invoiceId }));
    } else if (fact.kind === 'fee-settled') {
      byId.set(invoiceId, settle(invoice, fact));
    } else if (amountMinor > refundableOf(invoice, fact)) {
      ledger.flag(fact, text('flag.refund-exceeds'));
    } else if (fact.data.voucherId !== undefined) {
      byId.set(invoiceId, giveBack(invoice, amountMinor));
    } else if (amountMinor > 0) {
      byId.set(invoiceId, refund(invoice, amountMinor));
    }
  }
  const all = [...byId.values()];
  const totals = new Map<string, number>();
  for (const { issued, paidMinor, refundedMinor } of all) {
    const { currency } = issued.data;
    if (paidMinor > refundedMinor) totals.set(currency, (totals.get(currency) ?? 0) + paidMinor - refundedMinor);
  }
  const paid = [...totals].sort().map(([currency, amountMinor]) => ({ currency, amountMinor }));
  return { all, paid };
}

/** What is still to be paid on an invoice, in minor units. */
export function remainingOf(invoice: Invoice): number {
  if (invoice.settledAt !== undefined || invoice.isUndone) return 0;
  const { issued, paidMinor, refundedMinor, voucherMinor } = invoice;
  return Math.max(0, issued.data.amountMinor - (paidMinor - refundedMinor) - voucherMinor);
}

/** The invoice that counts for one target: the one that is settled, else the latest that is open. */
export function findInvoice(invoices: Invoices, key: string): Invoice | undefined {
  const own = invoices.all.filter((invoice) => invoice.key === key);
  return own.find(({ settledAt }) => settledAt !== undefined) ?? own.findLast(({ isUndone }) => !isUndone);
}

/** Every invoice on which money is still to be paid, the latest of each fee and target. */
export function listOpenInvoices(invoices: Invoices): readonly Invoice[] {
  return invoices.all.filter((invoice) => remainingOf(invoice) > 0 && findInvoice(invoices, invoice.key) === invoice);
}
