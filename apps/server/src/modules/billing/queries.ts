import type { Scope } from '../../platform/http/index.ts';
import type { ReceivedPayment } from './payments.ts';
import { openOf, voucherPaidOf } from './rules/amounts.ts';
import { getInvoice, type Invoice, type InvoiceState, listInvoiceRows, listPayments, type Payment } from './store.ts';

const pageSize = 50;

const viewOf = (scope: Scope, invoice: Invoice, payments: readonly Payment[]) => {
  const { candidacyId } = invoice.context;
  return {
    id: invoice.id,
    number: invoice.number,
    organizationName: scope.organization.name,
    payerName: invoice.payerName,
    state: invoice.state,
    lines: invoice.lines.map(({ kind = 'charge', includes, ...line }) => ({
      ...line,
      kind,
      ...(includes === undefined ? {} : { includes: [...includes] }),
    })),
    totalMinor: invoice.totalMinor,
    taxMinor: invoice.lines.reduce((sum, line) => sum + (line.kind === 'tax' ? line.amountMinor : 0), 0),
    paidMinor: invoice.totalMinor - openOf(invoice.totalMinor, payments),
    voucherMinor: voucherPaidOf(payments),
    takesVouchers: invoice.state === 'open' && invoice.voucherPurpose !== undefined,
    currency: invoice.currency,
    issuedAt: invoice.issuedAt.toISOString(),
    dueAt: invoice.dueAt.toISOString(),
    payments: payments.map((payment) => ({
      id: payment.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      // recordPayment, confirmPayment and redeemVoucher alone write methods.
      method: payment.method as ReceivedPayment['method'] | 'voucher',
      reference: payment.reference,
      receivedAt: payment.receivedAt.toISOString(),
      refund: payment.refund,
    })),
    ...(typeof candidacyId === 'string' ? { candidacyId } : {}),
  };
};

export const getInvoiceView = async (scope: Scope, invoiceId: string) => {
  const invoice = await getInvoice(scope, invoiceId);
  return viewOf(scope, invoice, await listPayments(scope, [invoiceId]));
};

export type InvoiceView = ReturnType<typeof viewOf>;

export const listInvoices = async (
  scope: Scope,
  { page, state }: { page: number; state?: InvoiceState | undefined },
) => {
  const range = { limit: pageSize, offset: (page - 1) * pageSize };
  const { invoices, total } = await listInvoiceRows(scope, state === undefined ? range : { ...range, state });
  const payments = await listPayments(
    scope,
    invoices.map((invoice) => invoice.id),
  );
  const byInvoice = Map.groupBy(payments, (payment) => payment.invoiceId);
  return {
    invoices: invoices.map((invoice) => viewOf(scope, invoice, byInvoice.get(invoice.id) ?? [])),
    total,
    page,
    pageSize,
  };
};
