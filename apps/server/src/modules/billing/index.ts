export { type InvoicePayload, paymentRefunded, paymentSettled } from './events.ts';
export { type InvoiceOrder, type Issued, issueInvoice } from './issue.ts';
