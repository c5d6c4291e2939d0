import { formatMoney, newId, Problem } from '../../kernel/index.ts';
import type { Scope, Viewer } from '../../platform/http/index.ts';
import { paymentRefunded } from './events.ts';
import { payloadOf } from './payload.ts';
import { refuseOwnInvoice } from './payments.ts';
import { paidOf, voucherPaidOf } from './rules/amounts.ts';
import { postRefund, postReopen } from './rules/journal.ts';
import {
  addEntry,
  addPayment,
  getInvoice,
  type Invoice,
  type InvoiceState,
  listPayments,
  setInvoiceState,
} from './store.ts';
import { giveBackVouchers } from './vouchers/restore.ts';

export interface Refund {
  readonly invoiceId: string;
  readonly reason: string;
  /** Of the money that was paid; without it everything goes back, vouchers included. */
  readonly amountMinor?: number | undefined;
}

export interface Refunded {
  readonly state: InvoiceState;
  readonly amountMinor: number;
  /** What vouchers had paid, which can be redeemed again. */
  readonly voucherMinor: number;
}

const refuse = ({ number, currency }: Invoice, paidMinor: number, voucherMinor: number, asked?: number): void => {
  if (paidMinor + voucherMinor === 0) {
    throw new Problem('rule-broken', 'billing.nothing-paid', `Nothing is paid on invoice ${number}.`);
  }
  if (asked === undefined || asked <= paidMinor) return;
  const paid = formatMoney({ amountMinor: paidMinor, currency });
  const message = `${paid} is paid in money on invoice ${number}. Give back at most that.`;
  throw new Problem('invalid', 'billing.refund-exceeds', message, [{ path: 'amountMinor', message }]);
};

/**
 * Gives back what was paid. A settled invoice stays settled while a part is kept, and is over once nothing is; one that
 * was paid in part stays open.
 */
export const refundInvoice = async (scope: Scope, viewer: Viewer, refund: Refund): Promise<Refunded> => {
  const invoice = await getInvoice(scope, refund.invoiceId, { lock: true });
  refuseOwnInvoice(viewer, invoice);
  const payments = await listPayments(scope, [invoice.id]);
  const paidMinor = paidOf(payments);
  refuse(invoice, paidMinor, voucherPaidOf(payments), refund.amountMinor);
  const amountMinor = refund.amountMinor ?? paidMinor;
  const isAll = amountMinor === paidMinor;
  if (amountMinor > 0) await giveBackMoney(scope, viewer, invoice, amountMinor, refund.reason);
  const voucherMinor = isAll ? await giveBackVouchers(scope, invoice, viewer.personId) : 0;
  if (invoice.state !== 'settled' || !isAll) return { state: invoice.state, amountMinor, voucherMinor };
  await setInvoiceState(scope, invoice.id, 'refunded');
  return { state: 'refunded', amountMinor, voucherMinor };
};

const giveBackMoney = async (
  scope: Scope,
  viewer: Viewer,
  invoice: Invoice,
  amountMinor: number,
  reason: string,
): Promise<void> => {
  const { id: invoiceId, currency, number } = invoice;
  const id = newId();
  const payment = { id, invoiceId, amountMinor, currency, method: 'other', reference: reason, refund: true };
  await addPayment(scope, { ...payment, receivedAt: scope.now }, viewer.personId);
  const wasSettled = invoice.state === 'settled';
  await addEntry(scope, invoice, `Refund of ${number}`, wasSettled ? postRefund(amountMinor) : postReopen(amountMinor));
  // Of a part that did not settle the invoice, nobody was told.
  if (wasSettled) await paymentRefunded.emit(scope.trx, payloadOf(scope, invoice, id, amountMinor));
};
