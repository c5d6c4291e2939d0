import { findPayerClass, findRegion, formatMoney, type Program, trackTitle } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { PlanData } from '../../../platform/pdf/index.ts';
import type { Located } from '../locate.ts';
import type { Assumptions } from './assumptions.ts';
import type { PlanView } from './plan-view.ts';

interface PlanSource extends Located {
  readonly assumptions: Assumptions;
  readonly view: PlanView;
}

const tuitionWords = {
  none: 'None',
  low: 'The low end of the estimate',
  high: 'The high end of the estimate',
} as const;

const assumptionsOf = (program: Program, assumptions: Assumptions, locale: string): PlanData['assumptions'] => {
  const { region, payerClass, bundle, route, years, retakes, tuition, startOn } = assumptions;
  const track = trackTitle(program, assumptions);
  const place = region === undefined ? undefined : findRegion(program, region)?.title;
  const together = program.bundles?.find(({ id }) => id === bundle)?.title;
  const renewed = program.renewal.routes.find(({ id }) => id === route)?.title ?? route;
  return [
    { label: 'Begins on', value: formatDay(startOn, locale) },
    ...(program.payerClasses.length < 2
      ? []
      : [{ label: 'Pays as', value: findPayerClass(program, payerClass)?.label ?? payerClass }]),
    ...(place === undefined ? [] : [{ label: 'Region', value: place }]),
    ...(track === undefined ? [] : [{ label: 'Track', value: track }]),
    ...(together === undefined ? [] : [{ label: 'Paid together', value: together }]),
    { label: 'Renewed by', value: renewed },
    { label: 'Further attempts', value: String(retakes) },
    ...(program.preparation?.tuition === undefined ? [] : [{ label: 'Tuition', value: tuitionWords[tuition] }]),
    { label: 'Years of keeping it', value: String(years) },
  ];
};

/** The plan as a document: what it comes to, its dates, and what it rests on. */
export const planDocument = (
  { organization, program, assumptions, view }: PlanSource,
  now: Date,
  language: string | undefined,
): PlanData => {
  const locale = language ?? 'en-US';
  const money = (amountMinor: number): string => formatMoney(amountMinor, view.currency, locale);
  return {
    language: 'en-US',
    demonstration: organization.kind !== 'live',
    createdAt: `${now.toISOString().slice(0, 10)}T00:00:00.000Z`,
    organization: { name: program.organization.name, abbreviation: program.organization.abbreviation },
    notice: program.notice.text,
    program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
    credential: view.credentialTitle,
    totals: [
      { label: 'Until certified', value: money(view.untilCertifiedMinor) },
      { label: 'Keeping it', value: money(view.keepingMinor) },
      { label: 'In all', value: money(view.totalMinor) },
    ],
    certifiedOn: formatDay(view.certifiedOn, locale),
    endsOn: formatDay(view.endsOn, locale),
    assumptions: assumptionsOf(program, assumptions, locale),
    events: view.events.map((event) => ({
      date: formatDay(event.on, locale),
      title: event.title,
      details: [
        ...(event.reason === undefined ? [] : [event.reason]),
        ...(event.lines.length > 1 || event.lines.some(({ kind }) => kind !== 'fee')
          ? event.lines.map(({ title, amountMinor }) => `${title}: ${money(amountMinor)}`)
          : []),
      ],
      amount: event.amountMinor === 0 ? '' : money(event.amountMinor),
      estimate: event.estimate,
    })),
    years: view.years.map(({ year, amountMinor, sumMinor }) => ({
      year: String(year),
      amount: money(amountMinor),
      sum: money(sumMinor),
      percent: view.totalMinor === 0 ? 0 : (sumMinor / view.totalMinor) * 100,
    })),
    remarks: [
      `Prices of ${formatDay(assumptions.startOn, locale)}, for somebody who passes after the usual time and renews on time. Prices and rules may change.`,
      ...(view.leftOut.length === 0
        ? []
        : [`Not in the sums, because it is in another currency: ${view.leftOut.join(', ')}.`]),
    ],
  };
};
