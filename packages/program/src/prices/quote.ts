import { dateOf } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { findFee, findPayerClass } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import type { Fee, PayerClass, Program } from '../schema/program.ts';
import type { Text } from '../text.ts';
import { toMinor } from './money.ts';

export interface QuoteLine {
  readonly fee: string;
  readonly title: Text;
  /** For whom and for what this price holds. */
  readonly reason: Text;
  /** Integer minor units, never negative; 0 is "No fee". */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly totalMinor: number;
  readonly currency: string;
}

export interface QuoteRequest {
  /** A payer class of the program. */
  readonly payerClass: string;
  /** Prices change on dates; those of this instant hold. */
  readonly at: Instant;
  /** What is asked for; by default every fee up to the first certification, each for its first attempt. */
  readonly fees?: readonly { readonly fee: string; readonly attempt?: number }[];
}

function reasonFor(program: Program, fee: Fee, payer: PayerClass, attempt: number): Text {
  const others = program.payerClasses.length > 1;
  if (attempt > 1) {
    return others ? text('price.retake-class', { payer: payer.label, attempt }) : text('price.retake', { attempt });
  }
  if (fee.kind === 'renewal') return text('price.renewal');
  return others ? text('price.class', { payer: payer.label }) : text('price.everybody');
}

/**
 * What one fee costs.
 *
 * @param attempt the attempt that it pays for, from 1.
 * @throws {RangeError} for a fee or payer class that the program does not have.
 */
export function quoteFee(
  program: Program,
  feeId: string,
  request: { payerClass: string; at: Instant; attempt?: number },
): QuoteLine {
  const fee = findFee(program, feeId);
  if (fee === undefined) throw new RangeError(`The program "${program.id}" has no fee "${feeId}".`);
  const payer = findPayerClass(program, request.payerClass);
  if (payer === undefined)
    throw new RangeError(`The program "${program.id}" has no payer class "${request.payerClass}".`);
  const attempt = request.attempt ?? 1;

  const prices = fee.kind === 'assessment' && attempt > 1 && fee.retake !== 'same' ? fee.retake : fee.prices;
  const day = dateOf(request.at);
  const price = prices
    .filter((row) => row.payerClass === payer.id && (row.from === undefined || row.from <= day))
    .reduce<(typeof prices)[number] | undefined>(
      (last, row) => ((row.from ?? '') >= (last?.from ?? '') ? row : last),
      undefined,
    );
  if (price === undefined) throw new RangeError(`The fee "${feeId}" has no price for "${payer.id}" on ${day}.`);
  return {
    fee: fee.id,
    title: text('given', { words: fee.title }),
    reason: reasonFor(program, fee, payer, attempt),
    amountMinor: toMinor(price.amount, program.currency),
    currency: program.currency,
  };
}

/**
 * What a certification, a retake or a renewal costs, line by line.
 *
 * @throws {RangeError} for a fee or payer class that the program does not have.
 */
export function quote(program: Program, request: QuoteRequest): Quote {
  const { payerClass, at } = request;
  const asked = request.fees ?? program.fees.filter(({ kind }) => kind === 'assessment').map(({ id }) => ({ fee: id }));
  const lines = asked.map(({ fee, ...rest }) => quoteFee(program, fee, { payerClass, at, ...rest }));
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { lines, totalMinor, currency: program.currency };
}
