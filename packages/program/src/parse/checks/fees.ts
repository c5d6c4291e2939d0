import type { Fee, Price, Program } from '../../schema/program.ts';
import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';

/** The price lists of a fee, with the key under which each stands. */
export function priceLists(fee: Fee): readonly { key: 'prices' | 'retake'; prices: readonly Price[] }[] {
  const first = { key: 'prices' as const, prices: fee.prices };
  if (fee.kind !== 'assessment' || fee.retake === 'same') return [first];
  return [first, { key: 'retake', prices: fee.retake }];
}

function checkCurrency(currency: string, report: Report): number | undefined {
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(currency)) {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  }
  const guess = closest(currency, known);
  report(
    ['currency'],
    `"${currency}" is no currency of ISO 4217.`,
    guess === undefined ? undefined : `Did you mean "${guess}"?`,
  );
  return undefined;
}

function checkPrices(prices: readonly Price[], path: Path, program: Program, report: Report): void {
  for (const payer of program.payerClasses) {
    const own = prices.filter((price) => price.payerClass === payer.id);
    if (own.length === 0) {
      report(path, `There is no price for "${payer.id}".`, `Add { payerClass: ${payer.id}, amount: "…" }.`);
    } else if (own.every((price) => price.from !== undefined)) {
      report(
        path,
        `The prices for "${payer.id}" all begin at a date; nothing holds before it.`,
        'Leave "from" off the first.',
      );
    }
  }
  const seen = new Set<string>();
  for (const [index, { payerClass, from }] of prices.entries()) {
    const key = `${payerClass} ${from ?? ''}`;
    if (seen.has(key)) report([...path, index], `A second price for "${payerClass}" from the same day.`);
    seen.add(key);
  }
}

export function checkFees(program: Program, report: Report): void {
  const digits = checkCurrency(program.currency, report);
  for (const [index, fee] of program.fees.entries()) {
    for (const { key, prices } of priceLists(fee)) {
      const path = ['fees', index, key];
      checkPrices(prices, path, program, report);
      for (const [position, { amount }] of prices.entries()) {
        const given = amount.split('.')[1]?.length ?? 0;
        if (digits === undefined || given <= digits) continue;
        report(
          [...path, position, 'amount'],
          `"${amount}" has ${given} digits after the point; ${program.currency} has ${digits}.`,
        );
      }
    }
  }

  const everybodyElse = program.payerClasses.filter((payer) => payer.proof === 'none');
  if (everybodyElse.length !== 1) {
    report(
      ['payerClasses'],
      `${everybodyElse.length} payer classes need no proof; it has to be exactly one, the class of everybody else.`,
      'Set "proof: none" on one class and "proof: membership" on the others.',
    );
  }
  for (const [index, fee] of program.fees.entries()) {
    if (fee.kind === 'renewal' && program.fees.findIndex((other) => other.kind === 'renewal') !== index) {
      report(['fees', index, 'kind'], 'There is a second renewal fee; one renewal has one fee.');
    }
  }
}
