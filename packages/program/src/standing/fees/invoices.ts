import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import { type Ledger, select } from '../ledger/ledger.ts';

type Issued = FactOf<'fee-invoiced'>;

export interface Invoice {
  readonly issued: Issued;
  /** The attempt or the cycle that it pays for, from 1. */
  readonly target: number;
  /** Payments less refunds, in minor units; never negative. */
  readonly netMinor: number;
  /** Since when it has been settled in full; a part given back later does not open it again. */
  readonly settledAt?: Instant;
  /** Everything that was paid has been given back: it is as if it had not been issued. */
  readonly isUndone: boolean;
}

export interface Invoices {
  readonly all: readonly Invoice[];
  /** Payments less refunds by currency, in the order of the codes. */
  readonly paid: readonly { readonly currency: string; readonly amountMinor: number }[];
}

function withPayment(invoice: Invoice, amountMinor: number, at: Instant): Invoice {
  const netMinor = invoice.netMinor + amountMinor;
  const isFull = netMinor >= invoice.issued.data.amountMinor;
  return { ...invoice, netMinor, isUndone: false, ...(isFull ? { settledAt: invoice.settledAt ?? at } : {}) };
}

function withRefund(invoice: Invoice, amountMinor: number): Invoice {
  const netMinor = invoice.netMinor - amountMinor;
  if (netMinor > 0) return { ...invoice, netMinor };
  const { settledAt: _, ...rest } = invoice;
  return { ...rest, netMinor, isUndone: true };
}

function issue(fact: Issued): Invoice {
  const { attempt, cycle, amountMinor } = fact.data;
  const invoice = { issued: fact, target: cycle ?? attempt ?? 1, netMinor: 0, isUndone: false };
  return amountMinor === 0 ? { ...invoice, settledAt: fact.at } : invoice;
}

/** All invoices with what was paid on each. Money that fits no invoice is flagged and counts for nothing. */
export function readInvoices(ledger: Ledger): Invoices {
  const byId = new Map<string, Invoice>();
  for (const fact of select(ledger, 'fee-invoiced', 'fee-settled', 'fee-refunded')) {
    const { invoiceId, amountMinor } = fact.data;
    const invoice = byId.get(invoiceId);
    if (fact.kind === 'fee-invoiced') {
      if (invoice === undefined) byId.set(invoiceId, issue(fact));
      else ledger.flag(fact, text('flag.duplicate'));
    } else if (invoice?.issued.data.fee !== fact.data.fee || invoice.issued.data.currency !== fact.data.currency) {
      ledger.flag(fact, text('flag.no-such-invoice', { invoice: invoiceId }));
    } else if (fact.kind === 'fee-settled') {
      byId.set(invoiceId, withPayment(invoice, amountMinor, fact.at));
    } else if (amountMinor > invoice.netMinor) {
      ledger.flag(fact, text('flag.refund-exceeds'));
    } else if (amountMinor > 0) {
      byId.set(invoiceId, withRefund(invoice, amountMinor));
    }
  }
  const all = [...byId.values()];
  const totals = new Map<string, number>();
  for (const { issued, netMinor } of all) {
    if (netMinor > 0) totals.set(issued.data.currency, (totals.get(issued.data.currency) ?? 0) + netMinor);
  }
  const paid = [...totals].sort().map(([currency, amountMinor]) => ({ currency, amountMinor }));
  return { all, paid };
}

/** What is still to be paid on an invoice, in minor units. */
export function remainingOf(invoice: Invoice): number {
  if (invoice.settledAt !== undefined || invoice.isUndone) return 0;
  return Math.max(0, invoice.issued.data.amountMinor - invoice.netMinor);
}

/** The invoice that counts for one target: the one that is settled, else the latest that is open. */
export function findInvoice(invoices: Invoices, fee: string, target: number): Invoice | undefined {
  const own = invoices.all.filter((invoice) => invoice.issued.data.fee === fee && invoice.target === target);
  return own.find(({ settledAt }) => settledAt !== undefined) ?? own.findLast(({ isUndone }) => !isUndone);
}

/** Every invoice on which money is still to be paid, the latest of each fee and target. */
export function listOpenInvoices(invoices: Invoices): readonly Invoice[] {
  return invoices.all.filter(
    (invoice) => remainingOf(invoice) > 0 && findInvoice(invoices, invoice.issued.data.fee, invoice.target) === invoice,
  );
}
