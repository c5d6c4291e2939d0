import { applies, type Circumstances } from '../circumstances.ts';
import type { Program, Tax } from '../schema/program.ts';
import { shareOf } from './money.ts';
import { type Payable, type PriceFinding, type PriceRequest, priceOf } from './price.ts';

type KnownPrice = Extract<PriceFinding, { isKnown: true }>;

/** A price with the taxes that come on top of it. */
export type Charge =
  | (KnownPrice & {
      readonly taxes: readonly { readonly tax: Tax; readonly amountMinor: number }[];
      readonly taxMinor: number;
      /** Price and taxes. */
      readonly totalMinor: number;
    })
  | Extract<PriceFinding, { isKnown: false }>;

/** Whether a list of fees means this one; a bundle is meant by its id, or by all fees that are in it. */
export function concerns(fees: readonly string[] | undefined, payable: Payable): boolean {
  if (fees === undefined || fees.includes(payable.id)) return true;
  return 'fees' in payable && payable.fees.every((fee) => fees.includes(fee));
}

function taxesFor(program: Program, payable: Payable): readonly Tax[] {
  return (program.taxes ?? []).filter(({ fees }) => concerns(fees, payable));
}

function missingFor(taxes: readonly Tax[], circumstances: Circumstances): readonly string[] {
  return taxes
    .filter((tax) => applies(tax, circumstances) === undefined)
    .flatMap((tax) => Object.keys(tax.for ?? {}))
    .filter((axis) => (axis === 'region' ? circumstances.region : circumstances.track?.[axis]) === undefined);
}

/**
 * What is to be paid: the price, and each tax on it, rounded half up.
 *
 * @throws {RangeError} as `priceOf()`.
 */
export function chargeOf(program: Program, payable: Payable, request: PriceRequest): Charge {
  const price = priceOf(program, payable, request);
  if (price.isKnown && price.amountMinor === 0) return { ...price, taxes: [], taxMinor: 0, totalMinor: 0 };
  const levied = taxesFor(program, payable);
  const missing = new Set([...(price.isKnown ? [] : price.missing), ...missingFor(levied, request.circumstances)]);
  if (!price.isKnown || missing.size > 0) return { isKnown: false, missing: [...missing] };
  const taxes = levied
    .filter((tax) => applies(tax, request.circumstances) === true)
    .map((tax) => ({ tax, amountMinor: shareOf(price.amountMinor, tax.percent) }))
    .filter(({ amountMinor }) => amountMinor > 0);
  const taxMinor = taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { ...price, taxes, taxMinor, totalMinor: price.amountMinor + taxMinor };
}
