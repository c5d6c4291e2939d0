import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Posting } from './rules/journal.ts';

export interface InvoiceLine {
  /** Taxes come on top of what they are levied on; "charge" where it is left out. */
  readonly kind?: 'charge' | 'tax';
  readonly description: string;
  readonly reason: string;
  readonly amountMinor: number;
  /** What is paid by it, where it is several things. */
  readonly includes?: readonly string[];
}

export type InvoiceState = 'open' | 'settled' | 'void' | 'refunded';

export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly reference: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly payerName: string;
  readonly lines: readonly InvoiceLine[];
  readonly totalMinor: number;
  readonly currency: string;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  readonly state: InvoiceState;
  /** What vouchers have to be for to pay for it; without it none can. */
  readonly voucherPurpose?: string;
}

export interface Payment {
  readonly invoiceId: string;
  readonly id: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly method: string;
  readonly reference: string;
  readonly refund: boolean;
  readonly receivedAt: Date;
  /** Set where a voucher paid, and no money moved. */
  readonly voucherId?: string;
}

const columns = [
  'id',
  'number',
  'person_id',
  'reference',
  'context',
  'payer_name',
  'lines',
  'total_minor',
  'currency',
  'issued_at',
  'due_at',
  'state',
  'voucher_purpose',
] as const;

interface InvoiceRow {
  readonly id: string;
  readonly number: string;
  readonly person_id: string;
  readonly reference: string;
  readonly context: unknown;
  readonly payer_name: string;
  readonly lines: unknown;
  readonly total_minor: number;
  readonly currency: string;
  readonly issued_at: Date;
  readonly due_at: Date;
  readonly state: string;
  readonly voucher_purpose: string | null;
}

// issueInvoice alone writes the JSON columns, from values of these types; a check constraint names the states.
const asInvoice = (row: InvoiceRow): Invoice => ({
  id: row.id,
  number: row.number,
  personId: row.person_id,
  reference: row.reference,
  context: row.context as Invoice['context'],
  payerName: row.payer_name,
  lines: row.lines as readonly InvoiceLine[],
  totalMinor: row.total_minor,
  currency: row.currency,
  issuedAt: row.issued_at,
  dueAt: row.due_at,
  state: row.state as InvoiceState,
  ...(row.voucher_purpose === null ? {} : { voucherPurpose: row.voucher_purpose }),
});

/** With `lock`, other payments on this invoice wait until the transaction ends. */
export const getInvoice = async (
  { trx, organization }: Scope,
  invoiceId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Invoice> => {
  const query = trx
    .selectFrom('invoice')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('id', '=', invoiceId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'billing.no-such-invoice', 'There is no such invoice.');
  return asInvoice(row);
};

export const listInvoiceRows = async (
  { trx, organization }: Scope,
  { state, limit, offset }: { readonly state?: InvoiceState; readonly limit: number; readonly offset: number },
): Promise<{ invoices: readonly Invoice[]; total: number }> => {
  const base = trx.selectFrom('invoice').where('organization_id', '=', organization.id);
  const chosen = state === undefined ? base : base.where('state', '=', state);
  const { total } = await chosen.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await chosen
    .select(columns)
    .orderBy((order) => order.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { invoices: rows.map(asInvoice), total };
};

/** Payments and refunds, oldest first. */
export const listPayments = async (
  { trx, organization }: Scope,
  invoiceIds: readonly string[],
): Promise<readonly Payment[]> => {
  if (invoiceIds.length === 0) return [];
  const rows = await trx
    .selectFrom('payment')
    .select([
      'id',
      'invoice_id',
      'amount_minor',
      'currency',
      'method',
      'reference',
      'refund',
      'received_at',
      'voucher_id',
    ])
    .where('organization_id', '=', organization.id)
    .where('invoice_id', 'in', invoiceIds)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    id: row.id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    method: row.method,
    reference: row.reference,
    refund: row.refund,
    receivedAt: row.received_at,
    ...(row.voucher_id === null ? {} : { voucherId: row.voucher_id }),
  }));
};

export const addPayment = async (
  { trx, organization }: Scope,
  payment: Payment,
  recordedBy: string | null,
): Promise<void> => {
  await trx
    .insertInto('payment')
    .values({
      organization_id: organization.id,
      id: payment.id,
      invoice_id: payment.invoiceId,
      amount_minor: payment.amountMinor,
      currency: payment.currency,
      method: payment.method,
      reference: payment.reference,
      refund: payment.refund,
      received_at: payment.receivedAt,
      voucher_id: payment.voucherId ?? null,
      recorded_by: recordedBy,
    })
    .execute();
};

export const setInvoiceState = async ({ trx, organization }: Scope, id: string, state: InvoiceState): Promise<void> => {
  await trx
    .updateTable('invoice')
    .set({ state })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .execute();
};

/**
 * One entry of the journal, of an invoice or of none. The database refuses one that does not balance when the
 * transaction commits.
 */
export const addEntry = async (
  { trx, organization, now }: Scope,
  { id: invoiceId, currency }: { readonly id?: string; readonly currency: string },
  description: string,
  postings: readonly Posting[],
): Promise<void> => {
  if (postings.length === 0) return;
  const id = newId();
  await trx
    .insertInto('journal_entry')
    .values({ organization_id: organization.id, id, at: now, description, invoice_id: invoiceId ?? null })
    .execute();
  await trx
    .insertInto('posting')
    .values(
      postings.map(({ account, debitMinor, creditMinor }, index) => ({
        organization_id: organization.id,
        entry_id: id,
        line: index + 1,
        account,
        currency,
        debit_minor: debitMinor,
        credit_minor: creditMinor,
      })),
    )
    .execute();
};
