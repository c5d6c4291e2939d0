import { defineEvent } from '../../platform/jobs/index.ts';

/** `reference` and `context` are what the invoice was issued with; billing knows no more of them. */
export interface InvoicePayload {
  readonly organizationId: string;
  readonly invoiceId: string;
  readonly reference: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly amountMinor: number;
  readonly currency: string;
  /** The movement that it tells of. */
  readonly paymentId: string;
}

export interface VoucherPayload extends InvoicePayload {
  readonly voucherId: string;
}

/** An invoice is paid in full; the amount is what was paid in money. */
export const paymentSettled = defineEvent<InvoicePayload>('payment.settled');

/** Money that was paid on a settled invoice was given back, all of it or a part. */
export const paymentRefunded = defineEvent<InvoicePayload>('payment.refunded');

/** A voucher has paid for an invoice, or for a part of it. */
export const voucherRedeemed = defineEvent<VoucherPayload>('voucher.redeemed');

/** A voucher that had paid is given back and can be redeemed again. */
export const voucherRestored = defineEvent<VoucherPayload>('voucher.restored');
