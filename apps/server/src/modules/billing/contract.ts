import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../platform/operations/operation.ts';
import {
  amountMinor,
  calendarDate,
  currency,
  id,
  instant,
  line,
  page,
  reason,
  slug,
} from '../../platform/operations/schemas.ts';
import { vouchersContract } from './contract/vouchers.ts';

export const invoiceState = z.enum(['open', 'settled', 'void', 'refunded']);
export const paymentMethod = z.enum(['card', 'bank-transfer', 'check', 'cash', 'other']);

const payment = z.object({
  id: z.string(),
  amountMinor: z.number().int(),
  currency,
  method: z.enum([...paymentMethod.options, 'voucher']),
  reference: z.string(),
  receivedAt: instant,
  refund: z.boolean(),
});

const invoice = z.object({
  id: z.string(),
  number: z.string(),
  organizationName: z.string(),
  payerName: z.string(),
  state: invoiceState,
  lines: z.array(
    z.object({
      kind: z.enum(['charge', 'tax']).describe('Taxes come on top of what they are levied on.'),
      description: z.string(),
      reason: z.string(),
      amountMinor: z.number().int(),
      includes: z.array(z.string()).optional().describe('What is paid by it, where it is several things.'),
    }),
  ),
  totalMinor: z.number().int(),
  taxMinor: z.number().int().describe('How much of the total is tax.'),
  paidMinor: z.number().int().describe('What is covered, by money and by vouchers.'),
  voucherMinor: z.number().int().describe('How much of that vouchers have paid.'),
  takesVouchers: z.boolean().describe('Whether a voucher can pay for what is open.'),
  currency,
  issuedAt: instant,
  dueAt: instant,
  payments: z.array(payment),
  candidacyId: z.string().optional(),
});

export const billingContract = {
  ...vouchersContract,
  listInvoices: operation({
    method: 'GET',
    path: '/organizations/{organization}/invoices',
    tag: 'Billing',
    summary: 'Invoices, open ones first by due date',
    policy: { allow: ['finance', 'auditor', 'program-manager'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, state: invoiceState.optional() }))
    .output(
      z.object({
        invoices: z.array(invoice),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  getInvoice: operation({
    method: 'GET',
    path: '/invoices/{invoiceId}',
    tag: 'Billing',
    summary: 'One invoice with its payments',
    policy: { allow: ['owner', 'finance', 'auditor', 'program-manager'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: ['billing.no-such-invoice'],
  })
    .input(z.strictObject({ invoiceId: id }))
    .output(invoice),
  getInvoicePdf: operation({
    method: 'GET',
    path: '/invoices/{invoiceId}/pdf',
    tag: 'Billing',
    summary: 'The invoice, or the receipt once it is settled, as PDF',
    policy: { allow: ['owner', 'finance', 'auditor', 'program-manager'], tenancy: ofObject('invoice', 'invoiceId') },
  })
    .input(z.strictObject({ invoiceId: id }))
    .output(z.file()),
  beginPayment: operation({
    method: 'POST',
    path: '/invoices/{invoiceId}/payments/begin',
    tag: 'Billing',
    summary: 'Begin to pay by card through the gateway',
    policy: { allow: ['owner'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: ['billing.already-settled', 'billing.no-such-invoice', 'billing.no-card-payments'],
  })
    .input(z.strictObject({ invoiceId: id }))
    .output(z.object({ gateway: z.enum(['test']), intentId: z.string(), amountMinor: z.number().int(), currency })),
  confirmPayment: operation({
    method: 'POST',
    // Confirmed twice, the same intent answers the same by itself.
    secret: true,
    path: '/invoices/{invoiceId}/payments/confirm',
    tag: 'Billing',
    summary: 'Confirm a payment at the gateway',
    description:
      'The built-in test gateway moves no money: card 4242 4242 4242 4242 succeeds, 4000 0000 0000 0002 is declined. A declined card charges nothing and may be tried again.',
    policy: { allow: ['owner'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: [
      'billing.card-declined',
      'billing.already-settled',
      'billing.amount-changed',
      'billing.no-such-payment',
      'billing.no-card-payments',
    ],
  })
    .input(
      z.strictObject({
        invoiceId: id,
        intentId: id,
        cardNumber: z
          .string()
          .transform((value) => value.replace(/\s/g, ''))
          .pipe(z.string().regex(/^\d{16}$/, 'Enter the 16 digits of the card.')),
      }),
    )
    .output(z.object({ state: invoiceState })),
  recordPayment: operation({
    method: 'POST',
    path: '/invoices/{invoiceId}/payments',
    tag: 'Billing',
    summary: 'Record a payment that arrived by other means',
    policy: { allow: ['finance'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: ['billing.already-settled', 'billing.overpayment', 'billing.own-invoice', 'billing.received-in-future'],
  })
    .input(
      z.strictObject({
        invoiceId: id,
        amountMinor: amountMinor.min(1),
        method: paymentMethod,
        receivedOn: calendarDate,
        reference: line,
      }),
    )
    .output(z.object({ state: invoiceState })),
  refundInvoice: operation({
    method: 'POST',
    path: '/invoices/{invoiceId}/refund',
    tag: 'Billing',
    summary: 'Give back what was paid on an invoice, or a part of it',
    description:
      'Without an amount everything goes back, and vouchers can be redeemed again: a settled invoice is then refunded and ' +
      'over. One of which a part is kept stays settled; one that was paid in part stays open.',
    policy: { allow: ['finance'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: ['billing.nothing-paid', 'billing.refund-exceeds', 'billing.own-invoice'],
  })
    .input(z.strictObject({ invoiceId: id, reason, amountMinor: amountMinor.min(1).optional() }))
    .output(z.object({ state: invoiceState })),
  getLedger: operation({
    method: 'GET',
    path: '/organizations/{organization}/ledger',
    tag: 'Billing',
    summary: 'Accounts with their balances; debits equal credits in each currency',
    policy: { allow: ['finance', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({
        accounts: z.array(
          z.object({ account: z.string(), currency, debitMinor: z.number().int(), creditMinor: z.number().int() }),
        ),
        entries: z.array(
          z.object({
            id: z.string(),
            at: instant,
            description: z.string(),
            postings: z.array(
              z.object({ account: z.string(), currency, debitMinor: z.number().int(), creditMinor: z.number().int() }),
            ),
          }),
        ),
      }),
    ),
};
