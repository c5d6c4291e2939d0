import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginPayment, confirmPayment } from './card-payments.ts';
import { billingContract } from './contract.ts';
import type { PaymentGateway } from './gateway.ts';
import { getLedger } from './ledger.ts';
import { recordPayment, refundInvoice } from './payments.ts';
import { getInvoicePdf } from './pdf.ts';
import { getInvoiceView, listInvoices } from './queries.ts';

export const billingRoutes = (platform: Platform, gateway: PaymentGateway) =>
  bind(platform.plumbing, 'billing', billingContract, {
    listInvoices: (input, call) => listInvoices(scopeOf(call), input),
    getInvoice: ({ invoiceId }, call) => getInvoiceView(scopeOf(call), invoiceId),
    getInvoicePdf: ({ invoiceId }, call) => getInvoicePdf(platform, scopeOf(call), invoiceId),
    beginPayment: async ({ invoiceId }, call) => {
      const begun = await beginPayment(scopeOf(call), gateway, invoiceId);
      call.note({ intentId: begun.intentId, amountMinor: begun.amountMinor, currency: begun.currency });
      return begun;
    },
    confirmPayment: async (input, call) => {
      const state = await confirmPayment(scopeOf(call), gateway, input);
      call.note({ intentId: input.intentId, state });
      return { state };
    },
    recordPayment: async ({ invoiceId, ...payment }, call) => {
      const state = await recordPayment(scopeOf(call), viewerOf(call), invoiceId, payment);
      call.note({ amountMinor: payment.amountMinor, method: payment.method, state });
      call.notePersonal({ reference: payment.reference });
      return { state };
    },
    refundInvoice: async ({ invoiceId, reason }, call) => {
      const { state, amountMinor } = await refundInvoice(scopeOf(call), viewerOf(call), invoiceId, reason);
      call.note({ amountMinor, state });
      call.notePersonal({ reason });
      return { state };
    },
    getLedger: (_input, call) => getLedger(scopeOf(call)),
  });
