import { formatDay, newId, Problem, type ProblemCode } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { voucherRedeemed } from '../events.ts';
import { payloadOf } from '../payload.ts';
import { getOpenInvoice } from '../payments.ts';
import { postVoucher } from '../rules/journal.ts';
import { hashVoucherCode, hintOf, voucherPurpose, voucherStateOf, worthOf } from '../rules/voucher.ts';
import { addEntry, addPayment, type Invoice, setInvoiceState } from '../store.ts';
import type { Tries } from './tries.ts';

export interface Redemption {
  readonly personId: string;
  readonly invoiceId: string;
  readonly code: string;
}

export interface Redeemed {
  readonly state: 'open' | 'settled';
  readonly voucherId: string;
  readonly amountMinor: number;
  /** What is still to be paid. */
  readonly openMinor: number;
  readonly currency: string;
}

const refused = (code: ProblemCode, message: string) =>
  new Problem('rule-broken', code, message, [{ path: 'code', message }]);

/** The voucher of a code, locked, so that nobody else redeems or cancels it meanwhile. */
const findByCode = ({ trx, organization }: Scope, code: string) =>
  trx
    .selectFrom('voucher')
    .innerJoin('voucher_batch as batch', (join) =>
      join.onRef('batch.organization_id', '=', 'voucher.organization_id').onRef('batch.id', '=', 'voucher.batch_id'),
    )
    .leftJoin('voucher_use as use', (join) =>
      join.onRef('use.organization_id', '=', 'voucher.organization_id').onRef('use.voucher_id', '=', 'voucher.id'),
    )
    .select(['voucher.id', 'voucher.canceled_at', 'use.invoice_id as used_on', 'batch.program_id', 'batch.fee'])
    .select(['batch.title', 'batch.percent', 'batch.amount_minor', 'batch.currency', 'batch.price_minor'])
    .select(['batch.expires_at', 'batch.issued_by'])
    .where('voucher.organization_id', '=', organization.id)
    .where('voucher.code_hash', '=', hashVoucherCode(organization.id, code))
    .forUpdate('voucher')
    .executeTakeFirst();

type Found = NonNullable<Awaited<ReturnType<typeof findByCode>>>;

const used = () =>
  refused('billing.voucher-used', 'This voucher was redeemed already. Ask whoever gave it to you for another one.');

const usedHere = ({ number }: Invoice) =>
  refused(
    'billing.voucher-used',
    `This voucher has paid its part of invoice ${number} already. Pay the rest by other means.`,
  );

/** Each refusal says what to do instead. */
const refuseUnfit = (voucher: Found, invoice: Invoice, personId: string, now: Date): void => {
  const life = {
    expiresAt: voucher.expires_at,
    isCanceled: voucher.canceled_at !== null,
    isRedeemed: voucher.used_on !== null,
  };
  switch (voucherStateOf(life, now)) {
    case 'redeemed':
      throw voucher.used_on === invoice.id ? usedHere(invoice) : used();
    case 'canceled':
      throw refused(
        'billing.voucher-canceled',
        'This voucher was canceled. Ask whoever gave it to you for another one.',
      );
    case 'expired': {
      const message = `This voucher expired on ${formatDay(voucher.expires_at)} (UTC). Ask whoever gave it to you for another one.`;
      throw refused('billing.voucher-expired', message);
    }
    default:
  }
  if (invoice.voucherPurpose !== voucherPurpose(voucher.program_id, voucher.fee)) {
    const message = `This voucher pays for: ${voucher.title}. This invoice is for something else; keep the voucher for that one.`;
    throw refused('billing.voucher-elsewhere', message);
  }
  if (voucher.currency !== invoice.currency) {
    const message = `This voucher is in ${voucher.currency} and this invoice in ${invoice.currency}. Ask whoever gave it to you for one in ${invoice.currency}.`;
    throw refused('billing.voucher-elsewhere', message);
  }
  if (voucher.issued_by === personId) {
    const message = 'You issued this voucher yourself. Ask a colleague in finance for one.';
    throw new Problem('forbidden', 'billing.own-voucher', message);
  }
};

/** Pays for an invoice, or a part of it, by a voucher. Of two at once with the same one, the second is refused. */
export const redeemVoucher = async (
  scope: Scope,
  tries: Tries,
  { personId, invoiceId, code }: Redemption,
): Promise<Redeemed> => {
  const { organization, now } = scope;
  const { invoice, openMinor } = await getOpenInvoice(scope, invoiceId);
  if (invoice.voucherPurpose === undefined) {
    throw refused('billing.no-vouchers', `Invoice ${invoice.number} cannot be paid by voucher. Pay it by other means.`);
  }
  const who = `${organization.id} ${personId}`;
  tries.count(who, now);
  const voucher = await findByCode(scope, code);
  if (!voucher) {
    const message = 'No voucher has this code here. Compare it letter by letter: it has 16 letters and digits.';
    throw refused('billing.no-such-voucher', message);
  }
  refuseUnfit(voucher, invoice, personId, now);
  const percent = voucher.percent === null ? undefined : Number(voucher.percent);
  const value = { percent, amountMinor: voucher.amount_minor ?? undefined };
  const amountMinor = worthOf(value, invoice.totalMinor, openMinor);
  if (amountMinor === 0) {
    throw refused('billing.voucher-elsewhere', 'This voucher is worth less than the smallest coin of this invoice.');
  }
  await use(scope, invoice, voucher, amountMinor, hintOf(code));
  tries.forget(who);
  const isFull = amountMinor === openMinor;
  if (isFull) await setInvoiceState(scope, invoiceId, 'settled');
  const state = isFull ? 'settled' : 'open';
  return { state, voucherId: voucher.id, amountMinor, openMinor: openMinor - amountMinor, currency: invoice.currency };
};

const use = async (
  scope: Scope,
  invoice: Invoice,
  voucher: Found,
  amountMinor: number,
  hint: string,
): Promise<void> => {
  const { trx, organization, now } = scope;
  const { id: voucherId, price_minor: soldMinor } = voucher;
  const paymentId = newId();
  const reference = `Voucher ending in ${hint}`;
  const payment = { id: paymentId, invoiceId: invoice.id, amountMinor, currency: invoice.currency, reference };
  await addPayment(scope, { ...payment, method: 'voucher', voucherId, refund: false, receivedAt: now }, null);
  const inserted = await trx
    .insertInto('voucher_use')
    .values({ organization_id: organization.id, voucher_id: voucherId, invoice_id: invoice.id, payment_id: paymentId })
    .onConflict((conflict) => conflict.columns(['organization_id', 'voucher_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw used();
  await addEntry(scope, invoice, `Voucher on ${invoice.number}`, postVoucher(amountMinor, soldMinor));
  await voucherRedeemed.emit(trx, { ...payloadOf(scope, invoice, paymentId, amountMinor), voucherId });
};
