import type { Circumstances } from '../circumstances.ts';
import { findFee } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import type { Grant, Program } from '../schema/program.ts';
import type { Text } from '../text.ts';
import type { Charge } from './charge.ts';
import type { Payable } from './price.ts';
import { reasonFor } from './reason.ts';

export interface QuoteLine {
  /** `voucher` lines take away, all others add. */
  readonly kind: 'fee' | 'bundle' | 'tax' | 'voucher';
  /** The fee or bundle that it is about. */
  readonly fee: string;
  readonly title: Text;
  /** For whom and for what this price holds. */
  readonly reason: Text;
  /** Integer minor units; 0 is "No fee", below 0 only for a voucher. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** What is paid by it, where it is several things. */
  readonly includes?: readonly string[];
  /** What paying it brings with it. */
  readonly grants?: readonly Grant[];
}

/** The fees that are paid by it: the fee itself, or those of the bundle. */
export function feesIn(program: Program, payable: Payable) {
  const ids = 'fees' in payable ? payable.fees : [payable.id];
  return ids.flatMap((id) => findFee(program, id) ?? []);
}

/** The lines of one fee or bundle: its price, and each tax on it. */
export function linesOf(
  program: Program,
  payable: Payable,
  charge: Extract<Charge, { isKnown: true }>,
  circumstances: Circumstances,
  attempt: number,
): readonly QuoteLine[] {
  const { amountMinor, currency, row, taxes } = charge;
  const fees = feesIn(program, payable);
  const includes = fees.flatMap((fee) => fee.includes ?? ('fees' in payable ? [fee.title] : []));
  const grants = attempt > 1 ? [] : fees.flatMap((fee) => fee.grants ?? []);
  const common = { fee: payable.id, currency };
  return [
    {
      ...common,
      kind: 'fees' in payable ? 'bundle' : 'fee',
      title: text('given', { words: payable.title }),
      reason: reasonFor(program, payable, row, circumstances, attempt),
      amountMinor,
      ...(includes.length === 0 ? {} : { includes }),
      ...(grants.length === 0 ? {} : { grants }),
    },
    ...taxes.map(({ tax, amountMinor: taxMinor }): QuoteLine => {
      const reason = text('price.tax', { percent: tax.percent, title: payable.title });
      return { ...common, kind: 'tax', title: text('given', { words: tax.title }), reason, amountMinor: taxMinor };
    }),
  ];
}
