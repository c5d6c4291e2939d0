import { newId } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { voucherRestored } from '../events.ts';
import { payloadOf } from '../payload.ts';
import { paidOf } from '../rules/amounts.ts';
import { postVoid, postVoucherBack } from '../rules/journal.ts';
import { addEntry, addPayment, getInvoice, type Invoice, listPayments, setInvoiceState } from '../store.ts';

const listUses = ({ trx, organization }: Scope, invoiceId: string) =>
  trx
    .selectFrom('voucher_use as use')
    .innerJoin('payment', (join) =>
      join.onRef('payment.organization_id', '=', 'use.organization_id').onRef('payment.id', '=', 'use.payment_id'),
    )
    .innerJoin('voucher', (join) =>
      join.onRef('voucher.organization_id', '=', 'use.organization_id').onRef('voucher.id', '=', 'use.voucher_id'),
    )
    .innerJoin('voucher_batch as batch', (join) =>
      join.onRef('batch.organization_id', '=', 'voucher.organization_id').onRef('batch.id', '=', 'voucher.batch_id'),
    )
    .select(['use.voucher_id', 'payment.amount_minor', 'payment.reference', 'batch.price_minor'])
    .where('use.organization_id', '=', organization.id)
    .where('use.invoice_id', '=', invoiceId)
    .orderBy('use.voucher_id')
    .execute();

/**
 * Gives back every voucher that has paid on an invoice which the caller has locked: they can be redeemed again, until
 * they expire. What they had paid of a settled invoice is no longer asked for; on an open one it is open again.
 *
 * @returns what they had paid, in minor units.
 */
export const giveBackVouchers = async (scope: Scope, invoice: Invoice, byPersonId: string | null): Promise<number> => {
  const { trx, organization, now } = scope;
  const uses = await listUses(scope, invoice.id);
  for (const { voucher_id: voucherId, amount_minor: amountMinor, reference, price_minor: soldMinor } of uses) {
    await trx
      .deleteFrom('voucher_use')
      .where('organization_id', '=', organization.id)
      .where('voucher_id', '=', voucherId)
      .execute();
    const id = newId();
    const payment = {
      id,
      invoiceId: invoice.id,
      amountMinor,
      currency: invoice.currency,
      method: 'voucher',
      reference,
    };
    await addPayment(scope, { ...payment, voucherId, refund: true, receivedAt: now }, byPersonId);
    const postings = postVoucherBack(amountMinor, soldMinor);
    const unasked = invoice.state === 'settled' ? postVoid(amountMinor) : [];
    await addEntry(scope, invoice, `Voucher given back on ${invoice.number}`, [...postings, ...unasked]);
    await voucherRestored.emit(trx, { ...payloadOf(scope, invoice, id, amountMinor), voucherId });
  }
  return uses.reduce((sum, { amount_minor: amountMinor }) => sum + amountMinor, 0);
};

/** Gives back the vouchers of an invoice whose service is not given any more. Money stays, for finance to look at. */
export const restoreVouchers = async (scope: Scope, invoiceId: string): Promise<{ restoredMinor: number }> => {
  const invoice = await getInvoice(scope, invoiceId, { lock: true });
  const restoredMinor = await giveBackVouchers(scope, invoice, null);
  const isUnpaid = paidOf(await listPayments(scope, [invoiceId])) === 0;
  if (restoredMinor > 0 && isUnpaid && invoice.state === 'settled') await setInvoiceState(scope, invoiceId, 'refunded');
  return { restoredMinor };
};
