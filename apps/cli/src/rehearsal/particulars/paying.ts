import { findFee, formatMoney, type Program, quote } from '@testamur/program';
import type { FindingOf } from '../findings.ts';
import type { Chronicle, Particular } from './particular.ts';

const money = (amountMinor: number, currency: string): string => formatMoney(amountMinor, currency, 'en');
const inWords = ({ fee, totalMinor, currency }: FindingOf<'invoice'>): string =>
  `${fee} ${money(totalMinor, currency)}`;

/** What the invoice of a fee would come to for somebody else; undefined where it cannot be told. */
const elsewhere = ({ program, circumstances }: Chronicle, invoice: FindingOf<'invoice'>, other: object) => {
  const fees = findFee(program, invoice.fee) === undefined ? {} : { fees: [{ fee: invoice.fee }] };
  const bundle = 'fees' in fees ? {} : { fees: [], bundle: invoice.fee };
  const { region, track } = circumstances;
  return quote(program, {
    payerClass: invoice.payerClass,
    at: '2026-01-01T00:00:00.000Z',
    ...(region === undefined ? {} : { region }),
    ...(track === undefined ? {} : { track }),
    ...fees,
    ...bundle,
    ...other,
  }).totalMinor;
};

const variesByRegion = ({ fees, bundles = [] }: Program): boolean =>
  [...fees, ...bundles].some(({ prices }) => prices.some((row) => row.for?.region !== undefined));

const byLocation: Particular = {
  id: 'price-by-location',
  title: 'A price by location',
  isIn: variesByRegion,
  show: (chronicle) => {
    const { program, findings, circumstances, standing } = chronicle;
    const invoices = findings.list('invoice').filter((invoice) => {
      const prices = findFee(program, invoice.fee)?.prices ?? [];
      return prices.some((row) => row.for?.region !== undefined);
    });
    const rows = invoices.map((invoice) => ({
      ...invoice,
      elsewhere: Object.fromEntries(
        (program.regions ?? [])
          .filter(({ id, currency }) => id !== invoice.region && currency === undefined)
          .map(({ id, title }) => [title, elsewhere(chronicle, invoice, { region: id })]),
      ),
    }));
    const differ = rows.filter((row) => Object.values(row.elsewhere).some((amount) => amount !== row.totalMinor));
    return {
      holds: differ.length > 0 && standing.region === circumstances.region,
      expected: `the price of the region ${circumstances.region ?? ''}, which differs from others`,
      found: differ
        .map(
          (row) =>
            `${inWords(row)} here; ${Object.entries(row.elsewhere)
              .map(([title, amount]) => `${title} ${money(amount, row.currency)}`)
              .join(', ')}`,
        )
        .join('; '),
      evidence: rows,
    };
  },
};

const memberPrice: Particular = {
  id: 'member-price',
  title: 'A price for members',
  // Who becomes a member by paying has no claim to the price of members before.
  isIn: (_program, { payerClass }) => payerClass !== undefined,
  show: (chronicle) => {
    const { program, findings } = chronicle;
    const members = program.payerClasses.filter(({ proof }) => proof === 'membership').map(({ id }) => id);
    const other = program.payerClasses.find(({ proof }) => proof === 'none')?.id ?? '';
    const invoices = findings.list('invoice').filter(({ payerClass }) => members.includes(payerClass));
    const rows = invoices.map((invoice) => ({
      ...invoice,
      others: elsewhere(chronicle, invoice, { payerClass: other }),
    }));
    const cheaper = rows.filter(({ totalMinor, others }) => totalMinor < others);
    return {
      holds: cheaper.length > 0,
      expected: 'an invoice over less than others pay',
      found: cheaper.map((row) => `${inWords(row)} instead of ${money(row.others, row.currency)}`).join(', '),
      evidence: rows,
    };
  },
};

const costs = ({ prices }: Program['fees'][number]): boolean => prices.some(({ amount }) => Number(amount) > 0);

/** What is asked for until the certification, and is not free. */
const entryFees = ({ fees }: Program): Program['fees'] =>
  fees.filter((fee) => costs(fee) && ['registration', 'application', 'assessment', 'certification'].includes(fee.kind));

const severalFees: Particular = {
  id: 'several-fees',
  title: 'Several fees, each for what it is for',
  isIn: (program) => new Set(entryFees(program).map(({ kind }) => kind)).size > 1,
  show: ({ program, facts, findings }) => {
    const asked = entryFees(program);
    const paid = facts('fee-settled').filter(({ data }) => asked.some(({ id }) => id === data.fee));
    const ids = [...new Set(paid.map(({ data }) => data.fee))];
    return {
      holds: asked.every(({ id }) => ids.includes(id)),
      expected: `payments of ${asked.map(({ id }) => id).join(', ')}`,
      found: findings
        .list('invoice')
        .filter(({ fee }) => ids.includes(fee))
        .map(inWords)
        .join(', '),
      evidence: paid,
    };
  },
};

const bundledFee: Particular = {
  id: 'bundled-fee',
  title: 'One fee for several things',
  isIn: ({ fees }) => fees.some(({ includes }) => includes !== undefined),
  show: ({ program, findings }) => {
    const fees = program.fees.filter(({ includes }) => includes !== undefined);
    const invoices = findings.list('invoice').filter(({ fee }) => fees.some(({ id }) => id === fee));
    const rows = invoices.map(({ fee, number, lines }) => {
      const includes = lines.flatMap((line) => line.includes ?? []);
      const promised = findFee(program, fee)?.includes ?? [];
      return { fee, number, includes, holds: promised.every((part) => includes.includes(part)) };
    });
    return {
      holds: rows.length > 0 && rows.every(({ holds }) => holds),
      expected: 'an invoice that says what it pays for',
      found: rows.map(({ number, includes }) => `${number}: ${includes.join('; ')}`).join(' '),
      evidence: invoices,
    };
  },
};

const manyUnderOneFee: Particular = {
  id: 'many-exams-one-fee',
  title: 'Several assessments under one fee or bundle',
  isIn: ({ fees, bundles }, { track }) =>
    bundles !== undefined ||
    (track === undefined && fees.some((fee) => fee.kind === 'assessment' && fee.assessments.length > 1)),
  show: ({ program, facts }) => {
    const firsts = facts('fee-invoiced').filter(({ data }) => (data.attempt ?? 1) === 1);
    const invoiced = firsts.map(({ data }) => {
      const fees = [
        findFee(program, data.fee),
        ...(program.bundles?.find(({ id }) => id === data.fee)?.fees ?? []).map((id) => findFee(program, id)),
      ];
      const paysFor = fees.flatMap((fee) => (fee?.kind === 'assessment' ? fee.assessments : []));
      return { fee: data.fee, amountMinor: data.amountMinor, currency: data.currency, paysFor };
    });
    const many = invoiced.filter(({ paysFor }) => paysFor.length > 1);
    const passed = new Set(
      facts('result-released')
        .filter(({ data }) => data.passed)
        .map(({ data }) => data.assessment),
    );
    return {
      holds: many.some(({ paysFor }) => paysFor.every((id) => passed.has(id))) && many.length === 1,
      expected: 'one invoice for the first attempts at all of them, and every one passed',
      found: many
        .map(
          ({ fee, amountMinor, currency, paysFor }) => `${fee} ${money(amountMinor, currency)}: ${paysFor.join(', ')}`,
        )
        .join('; '),
      evidence: many,
    };
  },
};

const tax: Particular = {
  id: 'tax',
  title: 'A tax on top of the price',
  isIn: ({ taxes }) => taxes !== undefined,
  show: ({ findings, facts }) => {
    const taxed = findings.list('invoice').filter(({ lines }) => lines.some(({ kind }) => kind === 'tax'));
    const booked = facts('fee-invoiced').filter(({ data }) => (data.taxMinor ?? 0) > 0);
    return {
      holds: taxed.length > 0 && booked.length > 0,
      expected: 'an invoice with a line for the tax',
      found: taxed
        .map(
          ({ number, currency, lines }) =>
            `${number}: ${lines.map(({ description, amountMinor }) => `${description} ${money(amountMinor, currency)}`).join(', ')}`,
        )
        .join('; '),
      evidence: { taxed, booked },
    };
  },
};

const grantedMembership: Particular = {
  id: 'granted-membership',
  title: 'A payment that brings a membership and access with it',
  isIn: ({ fees }) => fees.some(({ grants }) => grants?.some(({ kind }) => kind === 'membership')),
  show: ({ findings }) => {
    const granted = findings.list('grant');
    const member = granted.find(({ payerClass }) => payerClass !== undefined);
    return {
      holds: member !== undefined && member.until !== undefined,
      expected: 'a membership with an end, which sets the price',
      found: granted
        .map(({ title, until, payerClass }) => {
          const price = payerClass === undefined ? '' : ` (price of "${payerClass}")`;
          return `${title}${price}${until === undefined ? '' : ` until ${until.slice(0, 10)}`}`;
        })
        .join(', '),
      evidence: granted,
    };
  },
};

const vouchers: Particular = {
  id: 'vouchers',
  title: 'A fee paid by a voucher',
  isIn: ({ fees }) => fees.some((fee) => fee.vouchers === true),
  show: ({ facts, standing }) => {
    const paid = facts('fee-settled').filter(({ data }) => data.voucherId !== undefined);
    return {
      holds: paid.length > 0,
      expected: 'a fee that is settled by a voucher, and not by money',
      found: paid.map(({ text }) => text).join(' '),
      evidence: { paid, paidInMoney: standing.paid },
    };
  },
};

export const paying: readonly Particular[] = [
  memberPrice,
  byLocation,
  severalFees,
  bundledFee,
  manyUnderOneFee,
  tax,
  grantedMembership,
  vouchers,
];
