import type { Fee, Program } from '@testamur/program';

export interface FeePrice {
  readonly payerClass: string;
  readonly label: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** ISO 4217 minor digits of the currencies that programs use; every other has two. */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const toMinor = (amount: string, currency: string): number => {
  const [whole = '0', part = ''] = amount.split('.');
  const digits = minorDigits(currency);
  return Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0').slice(0, digits) || '0');
};

/** The prices of a fee in force on a day, one a payer class, in the order of the classes. */
export const pricesOn = (program: Program, fee: Fee, day: string): FeePrice[] =>
  program.payerClasses.flatMap((payer) => {
    const inForce = fee.prices
      .filter((price) => price.payerClass === payer.id && (price.from === undefined || price.from <= day))
      .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      .at(-1);
    if (!inForce) return [];
    const amountMinor = toMinor(inForce.amount, program.currency);
    return [{ payerClass: payer.id, label: payer.label, amountMinor, currency: program.currency }];
  });

/** What it takes in fees to be certified at the first attempt, cheapest and dearest payer class. */
export const firstCost = (
  program: Program,
  day: string,
): { readonly from: FeePrice; readonly to: FeePrice } | undefined => {
  const totals = program.payerClasses.map((payer) => {
    const due = program.fees
      .filter((fee) => fee.kind !== 'renewal')
      .flatMap((fee) => pricesOn(program, fee, day).filter((price) => price.payerClass === payer.id));
    const amountMinor = due.reduce((sum, price) => sum + price.amountMinor, 0);
    return { payerClass: payer.id, label: payer.label, amountMinor, currency: program.currency };
  });
  const sorted = totals.toSorted((a, b) => a.amountMinor - b.amountMinor);
  const [from, to] = [sorted.at(0), sorted.at(-1)];
  return from && to ? { from, to } : undefined;
};
