import { type Circumstances, listCircumstances } from '../../circumstances.ts';
import { findFee } from '../../lookup.ts';
import { formatMoney } from '../../prices/money.ts';
import { type Payable, priceOf } from '../../prices/price.ts';
import { isThere } from '../../prices/quote.ts';
import type { Bundle, Fee, Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

/** Noon of the day before any date that a file can name, and of each day on which a price begins. */
function daysOf(payables: readonly Payable[]): readonly string[] {
  const dates = payables.flatMap(({ prices }) => prices.flatMap(({ from }) => from ?? []));
  return ['0000-01-01', ...new Set(dates)].map((day) => `${day}T12:00:00.000Z`);
}

function amountOf(program: Program, payable: Payable, payerClass: string, circumstances: Circumstances, at: string) {
  try {
    const price = priceOf(program, payable, { payerClass, circumstances, at });
    return price.isKnown ? price : undefined;
  } catch (error) {
    // A price that is missing is reported where the rows are looked at.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function checkPrice(program: Program, bundle: Bundle, fees: readonly Fee[], path: Path, report: Report): void {
  const places = listCircumstances(program).filter((place) =>
    fees.every((fee) => isThere(program, fee, place) === true),
  );
  if (places.length === 0) {
    report([...path, 'fees'], `The fees of "${bundle.title}" are never there together, so nobody can choose it.`);
  }
  for (const place of places) {
    for (const { id, label } of program.payerClasses) {
      for (const at of daysOf([bundle, ...fees])) {
        const own = amountOf(program, bundle, id, place, at);
        const single = fees.map((fee) => amountOf(program, fee, id, place, at)?.amountMinor);
        if (own === undefined || single.includes(undefined)) continue;
        const sum = single.reduce<number>((total, amount) => total + (amount ?? 0), 0);
        if (own.amountMinor <= sum) continue;
        const [price, all] = [own.amountMinor, sum].map((amount) => formatMoney(amount, own.currency, 'en'));
        const message = `"${bundle.title}" costs ${price} for "${label}", more than its fees one by one (${all}).`;
        report([...path, 'prices'], message, 'Lower the price, or leave the bundle out.');
        return;
      }
    }
  }
}

/** Bundles join fees of first attempts, each once, for no more than these cost one by one. */
export function checkBundles(program: Program, report: Report): void {
  for (const [index, bundle] of (program.bundles ?? []).entries()) {
    const path = ['bundles', index];
    const fees = bundle.fees.flatMap((id) => findFee(program, id) ?? []);
    for (const [position, id] of bundle.fees.entries()) {
      const fee = findFee(program, id);
      if (bundle.fees.indexOf(id) !== position) report([...path, 'fees', position], `The fee "${id}" is named twice.`);
      if (fee === undefined || fee.kind === 'assessment') continue;
      const message = `"${id}" is a fee of the kind "${fee.kind}"; a bundle joins fees of the kind "assessment".`;
      report([...path, 'fees', position], message);
    }
    if (fees.length === bundle.fees.length) checkPrice(program, bundle, fees, path, report);
  }
}
