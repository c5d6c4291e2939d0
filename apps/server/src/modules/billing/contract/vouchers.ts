import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import {
  amountMinor,
  calendarDate,
  currency,
  id,
  instant,
  line,
  page,
  slug,
} from '../../../platform/operations/schemas.ts';
import { voucherStates } from '../rules/voucher.ts';

const state = z.enum(voucherStates);

const voucher = z.object({
  id: z.string(),
  batchId: z.string(),
  hint: z.string().describe('The last letters of the code.'),
  state,
  programId: z.string(),
  fee: z.string(),
  title: z.string().describe('What it pays for, in words.'),
  percent: z.number().optional(),
  amountMinor: z.number().int().optional(),
  currency,
  priceMinor: z.number().int().describe('What was paid for it beforehand.'),
  recipient: z.string(),
  expiresAt: instant,
  issuedAt: instant,
  issuedBy: z.string(),
  invoiceId: z.string().optional().describe('What it has paid for.'),
  redeemedAt: instant.optional(),
  canceledAt: instant.optional(),
});

const code = z
  .string()
  .trim()
  .min(4, 'Enter the code of the voucher: 16 letters and digits.')
  .max(60, 'Enter the code of the voucher: 16 letters and digits.');

export const vouchersContract = {
  issueVouchers: operation({
    method: 'POST',
    // Codes are shown once. `batchId` keeps an order that is sent twice from issuing twice.
    secret: true,
    path: '/organizations/{organization}/vouchers',
    tag: 'Billing',
    summary: 'Issue vouchers for a fee of a program',
    description:
      'The codes are in the answer and nowhere else. A voucher pays a share of an invoice or an amount of it, once. What ' +
      'was paid for vouchers beforehand is owed until they are redeemed.',
    policy: { allow: ['finance'], tenancy: inOrganization },
    problems: ['billing.no-vouchers', 'billing.voucher-order', 'billing.vouchers-issued', 'programs.no-such-program'],
  })
    .input(
      z
        .strictObject({
          organization: slug,
          batchId: id.describe('Made by the caller.'),
          programId: slug,
          fee: slug,
          count: z.int().min(1).max(500, 'Issue at most 500 at once.'),
          percent: z.number().gt(0).max(100).multipleOf(0.0001).optional(),
          amountMinor: amountMinor.min(1).optional(),
          currency,
          priceMinor: amountMinor.default(0).describe('What was paid for each; 0 for those given away.'),
          recipient: line.describe('Who hands them out.'),
          expiresOn: calendarDate.describe('The last day on which they can be redeemed, UTC.'),
        })
        .refine((order) => (order.percent === undefined) !== (order.amountMinor === undefined), {
          path: ['percent'],
          message: 'Enter either a percentage or an amount.',
        }),
    )
    .output(z.object({ vouchers: z.array(z.object({ id: z.string(), code: z.string() })), csv: z.string() })),
  listVouchers: operation({
    method: 'GET',
    path: '/organizations/{organization}/vouchers',
    tag: 'Billing',
    summary: 'Vouchers, those issued last first; never their codes',
    policy: { allow: ['finance', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, state: state.optional(), batchId: id.optional() }))
    .output(
      z.object({
        vouchers: z.array(voucher),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  cancelVoucher: operation({
    method: 'POST',
    path: '/organizations/{organization}/vouchers/{voucherId}/cancel',
    tag: 'Billing',
    summary: 'Cancel a voucher that nobody has redeemed',
    policy: { allow: ['finance'], tenancy: inOrganization },
    problems: ['billing.no-such-voucher', 'billing.voucher-used', 'billing.voucher-canceled'],
  })
    .input(
      z.strictObject({
        organization: slug,
        voucherId: id,
        givenBack: z.boolean().describe('Whether what was paid for it goes back; else it is kept.'),
      }),
    )
    .output(z.object({ ok: z.literal(true) })),
  redeemVoucher: operation({
    method: 'POST',
    // The code is as good as money.
    secret: true,
    path: '/invoices/{invoiceId}/voucher',
    tag: 'Billing',
    summary: 'Pay for an invoice, or a part of it, with a voucher',
    description: 'The code as it is typed, with or without hyphens. Ten wrong codes in fifteen minutes are too many.',
    policy: { allow: ['owner'], tenancy: ofObject('invoice', 'invoiceId') },
    problems: [
      'billing.already-settled',
      'billing.no-vouchers',
      'billing.no-such-voucher',
      'billing.voucher-used',
      'billing.voucher-expired',
      'billing.voucher-canceled',
      'billing.voucher-elsewhere',
      'billing.own-voucher',
      'billing.too-many-tries',
    ],
  })
    .input(z.strictObject({ invoiceId: id, code }))
    .output(
      z.object({
        state: z.enum(['open', 'settled']),
        amountMinor: z.number().int().describe('What the voucher has paid.'),
        openMinor: z.number().int().describe('What is still to be paid.'),
        currency,
      }),
    ),
};
