import { text } from '../messages/compose.ts';
import type { Fee } from '../schema/program.ts';
import type { Charge } from './charge.ts';
import type { QuoteLine } from './lines.ts';
import { shareOf } from './money.ts';

/** A voucher pays a share of a fee, or an amount of it; without either all of it. Taxes are paid by it as well. */
export interface QuotedVoucher {
  readonly fee: string;
  /** 0 to 100. */
  readonly percent?: number;
  /** Integer minor units, in the currency of the fee. */
  readonly amountMinor?: number;
}

/**
 * The line that a voucher takes away; never more than the fee and its taxes.
 *
 * @throws {RangeError} when the fee takes no vouchers, or the voucher is worth no whole amount.
 */
export function voucherLine(
  fee: Fee,
  { percent, amountMinor }: QuotedVoucher,
  { totalMinor, currency }: Extract<Charge, { isKnown: true }>,
): QuoteLine {
  if (fee.vouchers !== true) throw new RangeError(`The fee "${fee.id}" takes no vouchers.`);
  if (percent !== undefined && !(percent >= 0 && percent <= 100)) {
    throw new RangeError(`A voucher of ${percent} percent cannot be; it has to be from 0 to 100.`);
  }
  if (amountMinor !== undefined && (!Number.isSafeInteger(amountMinor) || amountMinor < 0)) {
    throw new RangeError(`A voucher of ${amountMinor} cannot be; write whole minor units.`);
  }
  const worth = amountMinor ?? (percent === undefined ? totalMinor : shareOf(totalMinor, percent));
  const taken = Math.min(worth, totalMinor);
  return {
    kind: 'voucher',
    fee: fee.id,
    title: text('price.voucher'),
    reason: text('price.voucher-for', { title: fee.title }),
    // Zero has no sign.
    amountMinor: taken === 0 ? 0 : -taken,
    currency,
  };
}
