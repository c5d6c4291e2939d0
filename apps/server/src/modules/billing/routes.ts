import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginPayment, confirmPayment } from './card-payments.ts';
import { billingContract } from './contract.ts';
import type { PaymentGateway } from './gateway.ts';
import { getLedger } from './ledger.ts';
import { recordPayment } from './payments.ts';
import { getInvoicePdf } from './pdf.ts';
import { getInvoiceView, listInvoices } from './queries.ts';
import { refundInvoice } from './refund.ts';
import { cancelVoucher } from './vouchers/cancel.ts';
import { type BillingDeps, issueVouchers } from './vouchers/issue.ts';
import { listVouchers } from './vouchers/list.ts';
import { redeemVoucher } from './vouchers/redeem.ts';
import { createTries } from './vouchers/tries.ts';

export const billingRoutes = (platform: Platform, deps: BillingDeps, gateway: PaymentGateway) => {
  const tries = createTries();
  return bind(platform.plumbing, 'billing', billingContract, {
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
    refundInvoice: async (refund, call) => {
      const { state, amountMinor, voucherMinor } = await refundInvoice(scopeOf(call), viewerOf(call), refund);
      call.note({ amountMinor, voucherMinor, state });
      call.notePersonal({ reason: refund.reason });
      return { state };
    },
    getLedger: (_input, call) => getLedger(scopeOf(call)),
    issueVouchers: async ({ organization: _, ...order }, call) => {
      const issued = await issueVouchers(scopeOf(call), deps, viewerOf(call).personId, order);
      const { batchId, programId, fee, count, percent, amountMinor, currency, priceMinor } = order;
      call.note({ batchId, programId, fee, count, percent, amountMinor, currency, priceMinor });
      call.notePersonal({ recipient: order.recipient });
      return { vouchers: [...issued.vouchers], csv: issued.csv };
    },
    listVouchers: (input, call) => listVouchers(scopeOf(call), input),
    cancelVoucher: async ({ voucherId, givenBack }, call) => {
      const byPersonId = viewerOf(call).personId;
      const { soldMinor } = await cancelVoucher(scopeOf(call), { voucherId, givenBack, byPersonId });
      call.note({ voucherId, givenBack, soldMinor });
      return { ok: true };
    },
    redeemVoucher: async ({ invoiceId, code }, call) => {
      const { personId } = viewerOf(call);
      const { voucherId, ...redeemed } = await redeemVoucher(scopeOf(call), tries, { personId, invoiceId, code });
      call.note({ voucherId, amountMinor: redeemed.amountMinor, state: redeemed.state });
      return redeemed;
    },
  });
};
