import { defineEvent } from '../../platform/jobs/index.ts';

/** `reference` and `context` are what the invoice was issued with; billing knows no more of them. */
export interface InvoicePayload {
  readonly organizationId: string;
  readonly invoiceId: string;
  readonly reference: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly amountMinor: number;
  readonly currency: string;
}

/** An invoice is paid in full. */
export const paymentSettled = defineEvent<InvoicePayload>('payment.settled');

/** What was paid on an invoice was given back. */
export const paymentRefunded = defineEvent<InvoicePayload>('payment.refunded');
