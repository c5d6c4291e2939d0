import { endOfDay, type Program } from '@testamur/program';
import { formatDay, formatMoney, newId, Problem } from '../../../kernel/index.ts';
import type { Trx } from '../../../platform/db/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { postVoucherSale } from '../rules/journal.ts';
import { hashVoucherCode, hintOf, newVoucherCode, type VoucherValue } from '../rules/voucher.ts';
import { voucherCsv } from '../rules/voucher-csv.ts';
import { voucherFee } from '../rules/voucher-fee.ts';
import { addEntry } from '../store.ts';

/** What this module has to ask another one of its floor. */
export interface BillingDeps {
  /** A published edition, the one in force where none is named. @throws Problem `programs.no-such-program`. */
  getEdition(trx: Trx, organizationId: string, programId: string): Promise<{ readonly program: Program }>;
}

export interface VoucherOrder extends VoucherValue {
  /** Made by the caller: an order that is sent twice issues once. */
  readonly batchId: string;
  readonly programId: string;
  readonly fee: string;
  readonly count: number;
  readonly currency: string;
  readonly priceMinor: number;
  readonly recipient: string;
  readonly expiresOn: string;
}

export interface IssuedVouchers {
  readonly vouchers: readonly { readonly id: string; readonly code: string }[];
  readonly csv: string;
}

const invalid = (path: string, message: string) =>
  new Problem('invalid', 'billing.voucher-order', message, [{ path, message }]);

/** Such as `50 %` or `$80.00`. */
export const valueInWords = ({ percent, amountMinor }: VoucherValue, currency: string): string =>
  amountMinor === undefined ? `${percent ?? 0} %` : formatMoney({ amountMinor, currency });

/** Issues vouchers. Their codes are in the answer and nowhere else. */
export const issueVouchers = async (
  scope: Scope,
  { getEdition }: BillingDeps,
  byPersonId: string,
  order: VoucherOrder,
): Promise<IssuedVouchers> => {
  const { trx, organization, now } = scope;
  const { currency, percent, amountMinor, count, priceMinor, recipient, expiresOn } = order;
  const { program } = await getEdition(trx, organization.id, order.programId);
  const { title, currencies } = voucherFee(program, order.fee);
  if (!currencies.includes(currency)) {
    throw invalid('currency', `This fee is charged in ${currencies.join(', ')}. Issue the vouchers in one of them.`);
  }
  const expiresAt = new Date(endOfDay(`${expiresOn}T00:00:00.000Z`));
  if (expiresAt <= now) {
    throw invalid('expiresOn', `Enter a day that is still to come; today is ${formatDay(now)} (UTC).`);
  }
  const inserted = await trx
    .insertInto('voucher_batch')
    .values({
      organization_id: organization.id,
      id: order.batchId,
      program_id: order.programId,
      fee: order.fee,
      title,
      percent: percent ?? null,
      amount_minor: amountMinor ?? null,
      currency,
      price_minor: priceMinor,
      recipient,
      expires_at: expiresAt,
      issued_at: now,
      issued_by: byPersonId,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) {
    const message =
      'These vouchers were issued already, and codes are shown once. Where they are lost, cancel them and issue others.';
    throw new Problem('conflict', 'billing.vouchers-issued', message);
  }
  const vouchers = Array.from({ length: count }, () => ({ id: newId(), code: newVoucherCode() }));
  await trx
    .insertInto('voucher')
    .values(
      vouchers.map(({ id, code }) => ({
        organization_id: organization.id,
        id,
        batch_id: order.batchId,
        code_hash: hashVoucherCode(organization.id, code),
        hint: hintOf(code),
      })),
    )
    .execute();
  await addEntry(scope, { currency }, `${count} vouchers sold: ${title}`, postVoucherSale(count * priceMinor));
  const value = valueInWords({ percent, amountMinor }, currency);
  return { vouchers, csv: voucherCsv(vouchers.map(({ code }) => ({ code, title, value, expiresOn, recipient }))) };
};
