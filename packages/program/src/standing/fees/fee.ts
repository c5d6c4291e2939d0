import type { Instant } from '../../facts.ts';
import { quoteFee } from '../../prices/quote.ts';
import type { Fee } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PayerFinding } from '../payer.ts';
import { findInvoice, type Invoice, type Invoices, remainingOf } from './invoices.ts';

export interface FeeFinding {
  readonly fee: Fee;
  /** The attempt or the cycle that it pays for, from 1. */
  readonly target: number;
  /**
   * `not-due`: nothing asks for it now. `held`: a claimed membership decides the price first. `to-invoice`: owed, the
   * system makes out the invoice. `open`: invoiced. `settled`: paid in full. `free`: costs nothing.
   */
  readonly state: 'not-due' | 'held' | 'to-invoice' | 'open' | 'settled' | 'free';
  /** The full price, in minor units. */
  readonly amountMinor: number;
  /** What is still to be paid of it. */
  readonly remainingMinor: number;
  readonly currency: string;
  /** For whom and for what the price holds. */
  readonly reason: Text;
  readonly invoice?: Invoice;
  readonly settledAt?: Instant;
}

/** Whether a fee keeps nothing waiting. */
export function isDone({ state }: FeeFinding): boolean {
  return state === 'settled' || state === 'free';
}

/**
 * Where one fee stands.
 *
 * @param isAsked whether something waits for it now.
 */
export function findFeeStanding(
  ledger: Ledger,
  invoices: Invoices,
  payer: PayerFinding,
  fee: Fee,
  target: number,
  isAsked: boolean,
): FeeFinding {
  const invoice = findInvoice(invoices, fee.id, target);
  const attempt = fee.kind === 'assessment' ? { attempt: target } : {};
  const at = invoice?.issued.at ?? ledger.at;
  const price = quoteFee(ledger.program, fee.id, { payerClass: payer.payerClass, at, ...attempt });
  const { currency, reason } = price;
  if (invoice !== undefined) {
    const { amountMinor, currency: invoiced } = invoice.issued.data;
    const { settledAt } = invoice;
    const common = { fee, target, amountMinor, currency: invoiced, reason, invoice };
    if (settledAt !== undefined) return { ...common, state: 'settled', remainingMinor: 0, settledAt };
    return { ...common, state: 'open', remainingMinor: remainingOf(invoice) };
  }
  const { amountMinor } = price;
  const common = { fee, target, amountMinor, currency, reason };
  if (amountMinor === 0) return { ...common, state: 'free', remainingMinor: 0 };
  if (!isAsked) return { ...common, state: 'not-due', remainingMinor: 0 };
  if (payer.pending !== undefined) return { ...common, state: 'held', remainingMinor: 0 };
  return { ...common, state: 'to-invoice', remainingMinor: amountMinor };
}
