import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { postVoucherEnd } from '../rules/journal.ts';
import { addEntry } from '../store.ts';

export interface Cancellation {
  readonly voucherId: string;
  readonly byPersonId: string;
  /** Whether what was paid for it beforehand goes back; else it is kept. */
  readonly givenBack: boolean;
}

/** Ends a voucher that nobody has redeemed; one that has expired can be canceled as well, to close its account. */
export const cancelVoucher = async (
  scope: Scope,
  { voucherId, byPersonId, givenBack }: Cancellation,
): Promise<{ soldMinor: number }> => {
  const { trx, organization, now } = scope;
  const voucher = await trx
    .selectFrom('voucher')
    .innerJoin('voucher_batch as batch', (join) =>
      join.onRef('batch.organization_id', '=', 'voucher.organization_id').onRef('batch.id', '=', 'voucher.batch_id'),
    )
    .select(['voucher.canceled_at', 'voucher.hint', 'batch.currency', 'batch.price_minor', 'batch.title'])
    .where('voucher.organization_id', '=', organization.id)
    .where('voucher.id', '=', voucherId)
    .forUpdate('voucher')
    .executeTakeFirst();
  if (!voucher) throw new Problem('not-found', 'billing.no-such-voucher', 'There is no such voucher.');
  const use = await trx
    .selectFrom('voucher_use')
    .innerJoin('invoice', (join) =>
      join
        .onRef('invoice.organization_id', '=', 'voucher_use.organization_id')
        .onRef('invoice.id', '=', 'voucher_use.invoice_id'),
    )
    .select('invoice.number')
    .where('voucher_use.organization_id', '=', organization.id)
    .where('voucher_use.voucher_id', '=', voucherId)
    .executeTakeFirst();
  if (use) {
    const message = `The voucher ending in ${voucher.hint} has paid for invoice ${use.number}. Refund that invoice first.`;
    throw new Problem('rule-broken', 'billing.voucher-used', message);
  }
  if (voucher.canceled_at !== null) {
    const message = `The voucher ending in ${voucher.hint} is canceled already.`;
    throw new Problem('rule-broken', 'billing.voucher-canceled', message);
  }
  await trx
    .updateTable('voucher')
    .set({ canceled_at: now, canceled_by: byPersonId })
    .where('organization_id', '=', organization.id)
    .where('id', '=', voucherId)
    .execute();
  const { currency, price_minor: soldMinor, title } = voucher;
  await addEntry(scope, { currency }, `Voucher canceled: ${title}`, postVoucherEnd(soldMinor, givenBack));
  return { soldMinor };
};
