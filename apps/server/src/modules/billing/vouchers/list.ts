import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { listPeople } from '../../identity/index.ts';
import { type VoucherState, voucherStateOf } from '../rules/voucher.ts';

const pageSize = 50;

/** The states as SQL; `voucherStateOf` says the same of one that is loaded. */
const stateIs = (state: VoucherState, now: Date) =>
  ({
    redeemed: sql<boolean>`use.voucher_id is not null`,
    canceled: sql<boolean>`use.voucher_id is null and voucher.canceled_at is not null`,
    expired: sql<boolean>`use.voucher_id is null and voucher.canceled_at is null and batch.expires_at < ${now}`,
    open: sql<boolean>`use.voucher_id is null and voucher.canceled_at is null and batch.expires_at >= ${now}`,
  })[state];

/** Vouchers of an organization, those issued last first. */
export const listVouchers = async (
  { trx, organization, now }: Scope,
  { page, state, batchId }: { page: number; state?: VoucherState | undefined; batchId?: string | undefined },
) => {
  let found = trx
    .selectFrom('voucher')
    .innerJoin('voucher_batch as batch', (join) =>
      join.onRef('batch.organization_id', '=', 'voucher.organization_id').onRef('batch.id', '=', 'voucher.batch_id'),
    )
    .leftJoin('voucher_use as use', (join) =>
      join.onRef('use.organization_id', '=', 'voucher.organization_id').onRef('use.voucher_id', '=', 'voucher.id'),
    )
    .where('voucher.organization_id', '=', organization.id);
  if (state !== undefined) found = found.where(stateIs(state, now));
  if (batchId !== undefined) found = found.where('voucher.batch_id', '=', batchId);
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('payment', (join) =>
      join.onRef('payment.organization_id', '=', 'use.organization_id').onRef('payment.id', '=', 'use.payment_id'),
    )
    .select(['voucher.id', 'voucher.hint', 'voucher.canceled_at', 'use.invoice_id', 'payment.received_at'])
    .select(['batch.id as batch_id', 'batch.program_id', 'batch.fee', 'batch.title', 'batch.percent'])
    .select(['batch.amount_minor', 'batch.currency', 'batch.price_minor', 'batch.recipient', 'batch.expires_at'])
    .select(['batch.issued_at', 'batch.issued_by'])
    .orderBy('batch.issued_at', 'desc')
    .orderBy('voucher.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const people = await listPeople(trx, [...new Set(rows.map((row) => row.issued_by))]);
  const vouchers = rows.map((row) => {
    const life = {
      expiresAt: row.expires_at,
      isCanceled: row.canceled_at !== null,
      isRedeemed: row.invoice_id !== null,
    };
    return {
      id: row.id,
      batchId: row.batch_id,
      hint: row.hint,
      state: voucherStateOf(life, now),
      programId: row.program_id,
      fee: row.fee,
      title: row.title,
      ...(row.percent === null ? {} : { percent: Number(row.percent) }),
      ...(row.amount_minor === null ? {} : { amountMinor: row.amount_minor }),
      currency: row.currency,
      priceMinor: row.price_minor,
      recipient: row.recipient,
      expiresAt: row.expires_at.toISOString(),
      issuedAt: row.issued_at.toISOString(),
      issuedBy: people.get(row.issued_by)?.name ?? 'Somebody whose account is gone',
      ...(row.invoice_id === null ? {} : { invoiceId: row.invoice_id }),
      ...(row.received_at === null ? {} : { redeemedAt: row.received_at.toISOString() }),
      ...(row.canceled_at === null ? {} : { canceledAt: row.canceled_at.toISOString() }),
    };
  });
  return { vouchers, total: Number(total), page, pageSize };
};
