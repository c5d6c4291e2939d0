import type { Scope } from '../../platform/http/index.ts';
import { paidOf } from './rules/amounts.ts';
import { postVoid } from './rules/journal.ts';
import { addEntry, getInvoice, listPayments, setInvoiceState } from './store.ts';

/** Takes back an open invoice on which nothing is paid; any other stays as it is, for finance to look at. */
export const voidInvoice = async (scope: Scope, invoiceId: string): Promise<{ voided: boolean }> => {
  const invoice = await getInvoice(scope, invoiceId, { lock: true });
  if (invoice.state !== 'open' || paidOf(await listPayments(scope, [invoiceId])) > 0) return { voided: false };
  await setInvoiceState(scope, invoiceId, 'void');
  await addEntry(scope, invoice, `Invoice ${invoice.number} taken back`, postVoid(invoice.totalMinor));
  return { voided: true };
};
