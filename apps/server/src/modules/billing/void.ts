import type { Scope } from '../../platform/http/index.ts';
import { paidOf } from './rules/amounts.ts';
import { postVoid } from './rules/journal.ts';
import { addEntry, getInvoice, listPayments, setInvoiceState } from './store.ts';
import { giveBackVouchers } from './vouchers/restore.ts';

/**
 * Takes back an open invoice on which no money is paid; vouchers that have paid a part can be redeemed again. Any other
 * stays as it is, for finance to look at.
 */
export const voidInvoice = async (scope: Scope, invoiceId: string): Promise<{ voided: boolean }> => {
  const invoice = await getInvoice(scope, invoiceId, { lock: true });
  if (invoice.state !== 'open' || paidOf(await listPayments(scope, [invoiceId])) > 0) return { voided: false };
  await giveBackVouchers(scope, invoice, null);
  await setInvoiceState(scope, invoiceId, 'void');
  await addEntry(scope, invoice, `Invoice ${invoice.number} taken back`, postVoid(invoice.totalMinor));
  return { voided: true };
};
