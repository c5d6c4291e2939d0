import { newId, newReadableNumber } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { postIssue } from './rules/journal.ts';
import { addEntry, type InvoiceLine } from './store.ts';

export interface InvoiceOrder {
  readonly personId: string;
  readonly payerName: string;
  /** Whose it is: a second order of the same reference is answered with the first invoice. */
  readonly reference: string;
  /** Handed back in the events. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly lines: readonly InvoiceLine[];
  readonly currency: string;
  readonly dueAt: Date;
  /** What vouchers have to be for to pay for it; without it none can. See `voucherPurpose()`. */
  readonly voucherPurpose?: string;
}

export interface Issued {
  readonly invoiceId: string;
  readonly number: string;
  /** False where the reference had an invoice already. */
  readonly created: boolean;
}

/**
 * Issues an invoice, once a reference.
 *
 * @throws RangeError where the lines do not add up to a positive amount: nothing to pay needs no invoice.
 */
export const issueInvoice = async (scope: Scope, order: InvoiceOrder): Promise<Issued> => {
  const totalMinor = order.lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if (!Number.isSafeInteger(totalMinor) || totalMinor <= 0) {
    throw new RangeError(`The lines of invoice ${order.reference} add up to ${totalMinor}, which is nothing to pay.`);
  }
  // A number drawn twice is as good as impossible; then another one is drawn.
  for (let tries = 0; tries < 5; tries += 1) {
    const issued = await tryIssue(scope, order, totalMinor);
    if (issued) return issued;
  }
  throw new Error('No free invoice number was drawn in five tries.');
};

const tryIssue = async (scope: Scope, order: InvoiceOrder, totalMinor: number): Promise<Issued | undefined> => {
  const { trx, organization, now } = scope;
  const id = newId();
  const number = `INV-${newReadableNumber(8)}`;
  const inserted = await trx
    .insertInto('invoice')
    .values({
      organization_id: organization.id,
      id,
      number,
      person_id: order.personId,
      reference: order.reference,
      context: JSON.stringify(order.context),
      payer_name: order.payerName,
      lines: JSON.stringify(order.lines),
      total_minor: totalMinor,
      currency: order.currency,
      issued_at: now,
      due_at: order.dueAt,
      voucher_purpose: order.voucherPurpose ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return findIssued(scope, order.reference);
  await trx
    .insertInto('locator')
    .values({ id, kind: 'invoice', organization_id: organization.id, person_id: order.personId })
    .execute();
  await addEntry(scope, { id, currency: order.currency }, `Invoice ${number}`, postIssue(totalMinor));
  return { invoiceId: id, number, created: true };
};

const findIssued = async ({ trx, organization }: Scope, reference: string): Promise<Issued | undefined> => {
  const row = await trx
    .selectFrom('invoice')
    .select(['id', 'number'])
    .where('organization_id', '=', organization.id)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row && { invoiceId: row.id, number: row.number, created: false };
};
