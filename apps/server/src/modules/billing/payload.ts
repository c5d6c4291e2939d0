import type { Scope } from '../../platform/http/index.ts';
import type { InvoicePayload } from './events.ts';
import type { Invoice } from './store.ts';

/** What everybody is told of a payment on an invoice. */
export const payloadOf = (
  { organization }: Scope,
  { id, reference, context, currency }: Invoice,
  paymentId: string,
  amountMinor: number,
): InvoicePayload => ({
  organizationId: organization.id,
  invoiceId: id,
  reference,
  context,
  amountMinor,
  currency,
  paymentId,
});
