import type { LetterData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** An invoice, or the receipt for it once it is settled. */
export interface InvoiceData extends LetterData {
  readonly kind: 'invoice' | 'receipt';
  /** Such as `Payment due` or `Settled`. */
  readonly state: string;
  /** ISO 4217 code of all amounts. */
  readonly currency: string;
  /** Each with the reason why it is owed. */
  readonly lines: readonly {
    readonly description: string;
    readonly reason: string;
    /** What is paid by it, where it is several things. */
    readonly includes?: readonly string[];
    readonly amount: string;
  }[];
  readonly subtotal: string;
  /** Each tax that comes on top; none says so. */
  readonly taxes: readonly { readonly label: string; readonly amount: string }[];
  readonly total: string;
  readonly paid: string;
  readonly balance: string;
  /** Left out where nothing is due any more. */
  readonly dueDate?: string;
  readonly payments: readonly {
    readonly date: string;
    readonly method: string;
    readonly reference: string;
    readonly amount: string;
  }[];
  /** How to pay, or what a refund takes: one paragraph each. */
  readonly remarks: readonly string[];
}

const english = {
  invoiceTitle: 'Invoice {number}: {program}',
  receiptTitle: 'Receipt {number}: {program}',
  invoice: 'Invoice',
  receipt: 'Receipt',
  demonstration: 'Demonstration. Not a real invoice.',
  date: 'Date',
  number: 'Invoice number',
  program: 'Program',
  edition: 'edition {edition}',
  state: 'State',
  balanceDue: '{balance} due by {date}',
  settled: 'Nothing is due.',
  lines: 'What is owed',
  description: 'Description',
  amount: 'Amount ({currency})',
  subtotal: 'Subtotal',
  tax: 'Tax',
  noTax: 'No tax',
  includes: 'Includes:',
  total: 'Total',
  paid: 'Paid',
  balance: 'Balance',
  payments: 'Payments',
  noPayments: 'No payment was received so far.',
  method: 'Method',
  reference: 'Reference',
  remarks: 'Remarks',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type InvoiceLabel = keyof typeof english;

export const invoice: Template<InvoiceData, InvoiceLabel> = {
  file: 'invoice.typ',
  labels: { en: english },
  title: (data, labels) =>
    fillIn(data.kind === 'receipt' ? labels.receiptTitle : labels.invoiceTitle, {
      number: data.number,
      program: data.program.title,
    }),
  missingGlyphs: 'spell',
};
