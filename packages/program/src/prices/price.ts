import { dateOf } from '../calendar/instant.ts';
import { applies, type Circumstances } from '../circumstances.ts';
import type { Instant } from '../facts.ts';
import { findRegion } from '../lookup.ts';
import type { Bundle, Fee, Price, Program } from '../schema/program.ts';
import { minorDigits, toMinor } from './money.ts';

/** What an invoice can be made out for. */
export type Payable = Fee | Bundle;

export interface PriceRequest {
  /** A payer class of the program. */
  readonly payerClass: string;
  readonly circumstances: Circumstances;
  /** Prices change on dates; those of this instant hold. */
  readonly at: Instant;
  /** The attempt that it pays for, from 1. */
  readonly attempt?: number;
}

/** A price that is known, or the axes (`region`, or one of the tracks) that have to be known before it is. */
export type PriceFinding =
  | {
      readonly isKnown: true;
      readonly amountMinor: number;
      readonly currency: string;
      /** The row that holds; absent where later attempts cost nothing. */
      readonly row?: Price;
    }
  | { readonly isKnown: false; readonly missing: readonly string[] };

/** A price was asked for that depends on where the candidate is or on what was chosen, and that was not said. */
export class MissingCircumstanceError extends RangeError {
  /** `region`, or ids of axes of the tracks. */
  readonly axes: readonly string[];

  constructor(what: string, axes: readonly string[]) {
    super(`The price of "${what}" depends on: ${axes.join(', ')}. Say which.`);
    this.name = 'MissingCircumstanceError';
    this.axes = axes;
  }
}

/** The currency of a region's prices; undefined while the region decides it and is not known. */
export function currencyOf(program: Program, { region }: Circumstances): string | undefined {
  if (region !== undefined) return findRegion(program, region)?.currency ?? program.currency;
  const hasOthers = program.regions?.some(({ currency }) => currency !== undefined && currency !== program.currency);
  return hasOthers === true ? undefined : program.currency;
}

/** The price list that holds for an attempt; undefined where it costs nothing. */
function pricesOf(payable: Payable, attempt: number): readonly Price[] | undefined {
  if (!('kind' in payable) || payable.kind !== 'assessment' || attempt === 1 || payable.retake === 'same') {
    return payable.prices;
  }
  return payable.retake === 'none' ? undefined : payable.retake;
}

/** How many things a row names: its class, and each axis. */
export function specificityOf({ payerClass, for: places }: Price): number {
  return (payerClass === undefined ? 0 : 1) + Object.keys(places ?? {}).length;
}

/** Axes that a part names and that are not known. */
function unknownAxes(part: { readonly for?: Readonly<Record<string, unknown>> }, known: Circumstances): string[] {
  return Object.keys(part.for ?? {}).filter((axis) =>
    axis === 'region' ? known.region === undefined : known.track?.[axis] === undefined,
  );
}

/** Rows that may hold for a class on a day: those that outrank the others first. */
function rankRows(rows: readonly Price[], payerClass: string, day: string): readonly Price[] {
  return rows
    .filter((row) => (row.payerClass ?? payerClass) === payerClass && (row.from ?? day) <= day)
    .sort((a, b) => specificityOf(b) - specificityOf(a) || ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
}

/**
 * What a fee or a bundle costs, taxes left out. The row that names more holds; of equals, the one that began last.
 *
 * @throws {RangeError} where no row fits; `parseProgram()` lets no such program pass.
 */
export function priceOf(program: Program, payable: Payable, request: PriceRequest): PriceFinding {
  const { payerClass, circumstances, at, attempt = 1 } = request;
  const rows = pricesOf(payable, attempt);
  const currency = currencyOf(program, circumstances);
  if (rows === undefined) return { isKnown: true, amountMinor: 0, currency: currency ?? program.currency };
  const missing = new Set<string>(currency === undefined ? ['region'] : []);
  let row: Price | undefined;
  for (const candidate of rankRows(rows, payerClass, dateOf(at))) {
    const fits = applies(candidate, circumstances);
    if (fits === undefined) for (const axis of unknownAxes(candidate, circumstances)) missing.add(axis);
    if (fits !== true) continue;
    row = candidate;
    break;
  }
  if (currency === undefined || missing.size > 0) return { isKnown: false, missing: [...missing] };
  if (row === undefined) {
    throw new RangeError(`"${payable.id}" has no price for "${payerClass}" on ${dateOf(at)}.`);
  }
  return { isKnown: true, amountMinor: toMinor(row.amount, currency), currency, row };
}

/** Whether a currency can hold an amount as the file writes it. */
export function fitsCurrency(amount: string, currency: string): boolean {
  return (amount.split('.')[1]?.length ?? 0) <= minorDigits(currency);
}
