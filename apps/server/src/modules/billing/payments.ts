import { formatMoney, hourMs, newId, Problem } from '../../kernel/index.ts';
import type { Scope, Viewer } from '../../platform/http/index.ts';
import { paymentSettled } from './events.ts';
import { payloadOf } from './payload.ts';
import { openOf, voucherPaidOf } from './rules/amounts.ts';
import { postPayment } from './rules/journal.ts';
import {
  addEntry,
  addPayment,
  getInvoice,
  type Invoice,
  type InvoiceState,
  listPayments,
  setInvoiceState,
} from './store.ts';

export interface ReceivedPayment {
  readonly amountMinor: number;
  readonly method: 'card' | 'bank-transfer' | 'check' | 'cash' | 'other';
  readonly reference: string;
  readonly receivedAt: Date;
}

/** The invoice, locked, with what is still open on it; refused unless something is. */
export const getOpenInvoice = async (
  scope: Scope,
  invoiceId: string,
): Promise<{ invoice: Invoice; openMinor: number }> => {
  const invoice = await getInvoice(scope, invoiceId, { lock: true });
  if (invoice.state !== 'open') throw notOpen(invoice);
  const payments = await listPayments(scope, [invoiceId]);
  return { invoice, openMinor: openOf(invoice.totalMinor, payments) };
};

const notOpen = ({ number, state }: Invoice) => {
  const what = { settled: 'is paid in full', refunded: 'was refunded', void: 'was withdrawn', open: 'is open' }[state];
  return new Problem('rule-broken', 'billing.already-settled', `Invoice ${number} ${what}. Nothing was charged.`);
};

/** Books a payment on an invoice that the caller has locked, and settles it when nothing stays open. */
export const receivePayment = async (
  scope: Scope,
  invoice: Invoice,
  openMinor: number,
  payment: ReceivedPayment,
  recordedBy: string | null,
): Promise<InvoiceState> => {
  const { currency } = invoice;
  if (payment.amountMinor > openMinor) {
    const open = formatMoney({ amountMinor: openMinor, currency });
    const message = `Only ${open} is open on invoice ${invoice.number}. Record at most that, and give back the rest.`;
    throw new Problem('rule-broken', 'billing.overpayment', message, [
      { path: 'amountMinor', message: `Enter at most ${open}.` },
    ]);
  }
  const paymentId = newId();
  const entry = { id: paymentId, invoiceId: invoice.id, currency, refund: false, ...payment };
  await addPayment(scope, entry, recordedBy);
  await addEntry(scope, invoice, `Payment on ${invoice.number}`, postPayment(payment.amountMinor));
  if (payment.amountMinor < openMinor) return 'open';
  await setInvoiceState(scope, invoice.id, 'settled');
  const moneyMinor = invoice.totalMinor - voucherPaidOf(await listPayments(scope, [invoice.id]));
  await paymentSettled.emit(scope.trx, payloadOf(scope, invoice, paymentId, moneyMinor));
  return 'settled';
};

/** Nobody handles the money of an invoice of their own. */
export const refuseOwnInvoice = (viewer: Viewer, invoice: Invoice): void => {
  if (viewer.personId === invoice.personId) {
    const message = `Invoice ${invoice.number} is your own. Ask a colleague in finance to do this.`;
    throw new Problem('forbidden', 'billing.own-invoice', message);
  }
};

/** Somewhere on earth it is a day later than in UTC: 14 hours ahead at most. */
const farthestAheadMs = 14 * hourMs;

/** A payment that arrived by other means; parts are allowed. */
export const recordPayment = async (
  scope: Scope,
  viewer: Viewer,
  invoiceId: string,
  received: {
    readonly amountMinor: number;
    readonly method: ReceivedPayment['method'];
    readonly receivedOn: string;
    readonly reference: string;
  },
): Promise<InvoiceState> => {
  refuseOwnInvoice(viewer, await getInvoice(scope, invoiceId));
  const receivedAt = new Date(`${received.receivedOn}T00:00:00.000Z`);
  if (receivedAt.getTime() > scope.now.getTime() + farthestAheadMs) {
    const message = 'The payment is said to arrive in the future. Enter the day on which it arrived.';
    throw new Problem('invalid', 'billing.received-in-future', message, [{ path: 'receivedOn', message }]);
  }
  const { invoice, openMinor } = await getOpenInvoice(scope, invoiceId);
  const { amountMinor, method, reference } = received;
  return receivePayment(scope, invoice, openMinor, { amountMinor, method, reference, receivedAt }, viewer.personId);
};
