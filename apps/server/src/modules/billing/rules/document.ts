import { z } from 'zod';
import { formatDay, formatMoney } from '../../../kernel/index.ts';
import type { InvoiceData } from '../../../platform/pdf/index.ts';
import type { InvoiceView } from '../queries.ts';

/** What the module that ordered an invoice may put under `letterhead` into its context, for the document. */
const letterheadSchema = z.object({
  letterhead: z.object({
    organizationAbbreviation: z.string(),
    taxId: z.string().optional(),
    program: z.object({ title: z.string(), abbreviation: z.string(), edition: z.string() }),
    notice: z.string().optional(),
    language: z.string(),
  }),
});
export type Letterhead = z.output<typeof letterheadSchema>['letterhead'];

const states = { open: 'Payment due', settled: 'Settled', void: 'Withdrawn', refunded: 'Refunded' } as const;
const methods = {
  card: 'Card',
  'bank-transfer': 'Bank transfer',
  check: 'Check',
  cash: 'Cash',
  other: 'Other',
  voucher: 'Voucher',
} as const;

const methodOf = ({ refund, method }: InvoiceView['payments'][number]): string => {
  if (!refund) return methods[method];
  return method === 'voucher' ? 'Voucher given back' : 'Refund';
};

interface Document {
  readonly invoice: InvoiceView;
  readonly context: Readonly<Record<string, unknown>>;
  readonly demonstration: boolean;
  readonly payUrl: string;
}

const remarksOf = (state: keyof typeof states, number: string, payUrl: string): readonly string[] =>
  ({
    open: [`Pay at ${payUrl}, or by other means with the number ${number} as the reference.`],
    settled: ['This is your receipt. Nothing is due.'],
    void: ['This invoice was withdrawn. Nothing is due.'],
    refunded: ['What was paid on this invoice was given back. Nothing is due.'],
  })[state];

/** The invoice as its document says it; a receipt once it is settled. */
export const invoiceDocument = ({ invoice, context, demonstration, payUrl }: Document): InvoiceData => {
  const { number, currency, totalMinor, paidMinor, state } = invoice;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  const known = letterheadSchema.safeParse(context);
  const letterhead: Letterhead = known.success
    ? known.data.letterhead
    : {
        organizationAbbreviation: invoice.organizationName,
        program: { title: invoice.organizationName, abbreviation: '', edition: '' },
        language: 'en',
      };
  const isOpen = state === 'open';
  const charges = invoice.lines.filter(({ kind }) => kind === 'charge');
  const taxes = invoice.lines.filter(({ kind }) => kind === 'tax');
  return {
    language: letterhead.language,
    demonstration,
    createdAt: invoice.issuedAt,
    organization: {
      name: invoice.organizationName,
      abbreviation: letterhead.organizationAbbreviation,
      contact: letterhead.taxId === undefined ? [] : [letterhead.taxId],
    },
    ...(letterhead.notice === undefined ? {} : { notice: letterhead.notice }),
    recipient: { name: invoice.payerName, lines: [] },
    number,
    date: formatDay(invoice.issuedAt),
    program: letterhead.program,
    kind: state === 'settled' ? 'receipt' : 'invoice',
    state: states[state],
    currency,
    lines: charges.map(({ description, reason, includes, amountMinor }) => ({
      description,
      reason,
      ...(includes === undefined ? {} : { includes }),
      amount: money(amountMinor),
    })),
    subtotal: money(totalMinor - invoice.taxMinor),
    taxes: taxes.map(({ description, reason, amountMinor }) => ({
      label: `${description} (${reason.replace(/\.$/, '')})`,
      amount: money(amountMinor),
    })),
    total: money(totalMinor),
    paid: money(paidMinor),
    balance: money(isOpen ? totalMinor - paidMinor : 0),
    ...(isOpen ? { dueDate: formatDay(invoice.dueAt) } : {}),
    payments: invoice.payments.map((payment) => ({
      date: formatDay(payment.receivedAt),
      method: methodOf(payment),
      reference: payment.reference,
      amount: money(payment.refund ? -payment.amountMinor : payment.amountMinor),
    })),
    remarks: remarksOf(state, number, payUrl),
  };
};
