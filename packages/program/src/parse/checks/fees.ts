import { applies, listCircumstances } from '../../circumstances.ts';
import { findFee } from '../../lookup.ts';
import { currencyOf, fitsCurrency, type Payable } from '../../prices/price.ts';
import { isThere } from '../../prices/quote.ts';
import type { Fee, Price, Program } from '../../schema/program.ts';
import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';
import { checkBundles } from './bundles.ts';
import { checkPriceRows } from './prices.ts';

/** The price lists of a fee, with the key under which each stands. */
export function priceLists(fee: Fee): readonly { key: 'prices' | 'retake'; prices: readonly Price[] }[] {
  const first = { key: 'prices' as const, prices: fee.prices };
  if (fee.kind !== 'assessment' || typeof fee.retake === 'string') return [first];
  return [first, { key: 'retake', prices: fee.retake }];
}

function isCurrency(currency: string, path: Path, report: Report): boolean {
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(currency)) return true;
  const guess = closest(currency, known);
  report(
    path,
    `"${currency}" is no currency of ISO 4217.`,
    guess === undefined ? undefined : `Did you mean "${guess}"?`,
  );
  return false;
}

function checkCurrencies(program: Program, report: Report): boolean {
  const regions = (program.regions ?? []).map(({ currency }, index) => ({
    currency,
    path: ['regions', index, 'currency'],
  }));
  const all = [{ currency: program.currency, path: ['currency'] }, ...regions];
  return all.map(({ currency, path }) => currency === undefined || isCurrency(currency, path, report)).every(Boolean);
}

/** Amounts have no more digits than the currency of every place in which they hold. */
function checkDigits(program: Program, payable: Payable, prices: readonly Price[], path: Path, report: Report): void {
  const places = listCircumstances(program).filter(
    (place) => !('kind' in payable) || applies(payable, place) !== false,
  );
  for (const [index, row] of prices.entries()) {
    const currencies = places
      .filter((place) => applies(row, place) !== false)
      .map((place) => currencyOf(program, place));
    const tooCoarse = currencies.find((currency) => currency !== undefined && !fitsCurrency(row.amount, currency));
    if (tooCoarse === undefined) continue;
    const given = row.amount.split('.')[1]?.length ?? 0;
    const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: tooCoarse,
    }).resolvedOptions();
    report(
      [...path, index, 'amount'],
      `"${row.amount}" has ${given} digits after the point; ${tooCoarse} has ${digits}.`,
    );
  }
}

function isFree({ amount }: Price): boolean {
  return /^0(\.0+)?$/.test(amount);
}

function checkFreeFee(fee: Fee, path: Path, report: Report): void {
  if (!priceLists(fee).every(({ prices }) => prices.every(isFree))) return;
  if (fee.vouchers === true) report([...path, 'vouchers'], `"${fee.title}" costs nothing; no voucher can pay for it.`);
  if (fee.grants !== undefined) {
    const message = `"${fee.title}" costs nothing and is never invoiced, so it brings nothing with it.`;
    report([...path, 'grants'], message, 'Grant it with a fee that is paid.');
  }
}

function checkPaidAssessments(program: Program, report: Report): void {
  const paid = new Map<string, Fee[]>();
  for (const [index, fee] of program.fees.entries()) {
    if (fee.kind !== 'assessment') continue;
    for (const [position, id] of fee.assessments.entries()) {
      const path = ['fees', index, 'assessments', position];
      if (fee.assessments.indexOf(id) !== position) report(path, `The assessment "${id}" is named twice.`);
      const others = paid.get(id) ?? [];
      const twice = others.find((other) =>
        listCircumstances(program).some((place) => applies(other, place) === true && applies(fee, place) === true),
      );
      if (twice !== undefined) {
        const hint = 'Make them one fee, or give each a "for" of its own.';
        report(path, `The assessment "${id}" is paid twice: by "${twice.id}" and by "${fee.id}".`, hint);
      }
      paid.set(id, [...others, fee]);
    }
  }
}

function checkTaxes(program: Program, report: Report): void {
  for (const [index, { id, fees, percent }] of (program.taxes ?? []).entries()) {
    const path = ['taxes', index];
    if (Math.abs(percent * 10_000 - Math.round(percent * 10_000)) > 1e-6) {
      report([...path, 'percent'], `${percent} percent has more than four digits after the point.`);
    }
    for (const [position, name] of (fees ?? []).entries()) {
      const known = [...program.fees, ...(program.bundles ?? [])].map((payable) => payable.id);
      if (known.includes(name)) continue;
      const guess = closest(name, known);
      const hint = guess === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${guess}"?`;
      report([...path, 'fees', position], `There is no fee "${name}".`, hint);
    }
    for (const bundle of program.bundles ?? []) {
      const named = bundle.fees.filter((fee) => fees?.includes(fee));
      if (fees === undefined || fees.includes(bundle.id) || named.length === 0 || named.length === bundle.fees.length) {
        continue;
      }
      const hint = `Name "${bundle.id}" as well, or all of its fees.`;
      report(
        [...path, 'fees'],
        `The tax "${id}" is on some fees of the bundle "${bundle.id}" and not on others.`,
        hint,
      );
    }
  }
}

function checkStages(program: Program, report: Report): void {
  const everybodyElse = program.payerClasses.filter((payer) => payer.proof === 'none');
  if (everybodyElse.length !== 1) {
    report(
      ['payerClasses'],
      `${everybodyElse.length} payer classes need no proof; it has to be exactly one, the class of everybody else.`,
      'Set "proof: none" on one class and "proof: membership" on the others.',
    );
  }
  const isRegistered = program.requirements.some(({ kind }) => kind === 'registration');
  for (const [index, fee] of program.fees.entries()) {
    if (fee.kind === 'registration' && !isRegistered) {
      const hint = 'Add a requirement of the kind "registration", and name it under "eligibility".';
      report(['fees', index, 'kind'], `Nobody registers, so "${fee.title}" is never asked for.`, hint);
    }
  }
}

/** Prices for everybody everywhere, in amounts that their currency can hold, each for something that is paid once. */
export function checkFees(program: Program, report: Report): void {
  checkStages(program, report);
  checkTaxes(program, report);
  checkPaidAssessments(program, report);
  const isSound = checkCurrencies(program, report);
  for (const [index, fee] of program.fees.entries()) {
    checkFreeFee(fee, ['fees', index], report);
    const places = listCircumstances(program).filter((place) => isThere(program, fee, place) === true);
    for (const { key, prices } of priceLists(fee)) {
      checkPriceRows(program, prices, places, ['fees', index, key], report);
      if (isSound) checkDigits(program, fee, prices, ['fees', index, key], report);
    }
  }
  for (const [index, bundle] of (program.bundles ?? []).entries()) {
    const fees = bundle.fees.flatMap((id) => findFee(program, id) ?? []);
    const places = listCircumstances(program).filter((place) =>
      fees.every((fee) => isThere(program, fee, place) === true),
    );
    checkPriceRows(program, bundle.prices, places, ['bundles', index, 'prices'], report);
    if (isSound) checkDigits(program, bundle, bundle.prices, ['bundles', index, 'prices'], report);
  }
  if (isSound) checkBundles(program, report);
}
