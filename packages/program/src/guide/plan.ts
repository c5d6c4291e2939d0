import { addPeriod, addPeriods, dateOf, startOfDay } from '../calendar/instant.ts';
import { approximateDays } from '../calendar/period.ts';
import { applies, type Circumstances } from '../circumstances.ts';
import type { CalendarDate, Instant } from '../facts.ts';
import { findAssessment, findPayerClass, isForRenewal } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import type { QuoteLine } from '../prices/lines.ts';
import { toMinor } from '../prices/money.ts';
import { quote } from '../prices/quote.ts';
import type { Assessment, Fee, FeeOf, Program, RenewalRoute } from '../schema/program.ts';
import type { Text } from '../text.ts';

export interface PlanRequest extends Circumstances {
  readonly payerClass: string;
  /** A bundle of the program, in place of its fees. */
  readonly bundle?: string;
  /** When the application begins; prices of this day hold throughout. */
  readonly startOn: CalendarDate;
  /** Years of keeping it, from the certification on. */
  readonly years: number;
  /** Further attempts that are reckoned with, at the first assessment that costs a fee. */
  readonly retakes?: number;
  /** Which end of the estimate of tuition is reckoned with. */
  readonly tuition?: 'none' | 'low' | 'high';
  /** How it is renewed; the first way of the program without it. */
  readonly route?: string;
}

export interface PlanEvent {
  readonly on: CalendarDate;
  readonly kind: 'begin' | 'tuition' | 'dues' | 'assess' | 'retake' | 'certified' | 'maintenance' | 'renewal' | 'end';
  readonly title: Text;
  readonly reason?: Text;
  /** What is paid then, taxes included; 0 where nothing is. */
  readonly amountMinor: number;
  /** Fees only: how the amount comes about. */
  readonly lines: readonly QuoteLine[];
  /** An estimate of what others charge, and no fee of the program. */
  readonly isEstimate: boolean;
}

export interface Plan {
  readonly currency: string;
  /** In the order of the dates. */
  readonly events: readonly PlanEvent[];
  readonly certifiedOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Everything until the certification, tuition and dues included. */
  readonly untilCertifiedMinor: number;
  /** Everything from the certification to the end of the plan. */
  readonly keepingMinor: number;
  readonly totalMinor: number;
  /** Estimates that are in another currency than the fees, and are left out. */
  readonly leftOut: readonly Text[];
}

/** The amounts of one plan, asked for fee by fee under the same circumstances. */
interface Purse {
  readonly program: Program;
  readonly request: PlanRequest;
  readonly at: Instant;
  readonly ask: (fees: readonly { fee: string; attempt?: number }[], bundle?: string) => readonly QuoteLine[];
}

function openPurse(program: Program, request: PlanRequest): Purse {
  const at = `${request.startOn}T12:00:00.000Z`;
  const { payerClass, region, track } = request;
  const common = {
    payerClass,
    at,
    ...(region === undefined ? {} : { region }),
    ...(track === undefined ? {} : { track }),
  };
  return {
    program,
    request,
    at,
    ask: (fees, bundle) => quote(program, { ...common, fees, ...(bundle === undefined ? {} : { bundle }) }).lines,
  };
}

const sum = (lines: readonly { amountMinor: number }[]): number =>
  lines.reduce((total, { amountMinor }) => total + amountMinor, 0);

function isThere(part: Fee | Assessment, request: PlanRequest): boolean {
  return applies(part, request) === true;
}

function feesOf<K extends Fee['kind']>({ program, request }: Purse, kind: K): readonly FeeOf<K>[] {
  return program.fees.filter((fee): fee is FeeOf<K> => fee.kind === kind && isThere(fee, request));
}

function event(
  on: Instant,
  kind: PlanEvent['kind'],
  title: Text,
  more: { lines?: readonly QuoteLine[]; amountMinor?: number; reason?: Text; isEstimate?: boolean } = {},
): PlanEvent {
  const { lines = [], amountMinor = sum(lines), reason, isEstimate = false } = more;
  return { on: dateOf(on), kind, title, amountMinor, lines, isEstimate, ...(reason === undefined ? {} : { reason }) };
}

function firstAssessments({ program, request }: Purse): readonly Assessment[] {
  return program.assessments.filter((one) => isThere(one, request) && !isForRenewal(program, one.id));
}

/** Fees of the first attempts that pay for something of the first certification. */
function assessmentFees(purse: Purse): readonly FeeOf<'assessment'>[] {
  const ids = new Set(firstAssessments(purse).map(({ id }) => id));
  return feesOf(purse, 'assessment').filter(({ assessments }) => assessments.some((id) => ids.has(id)));
}

/** The way to the certification: application, tuition, assessments, attempts that are reckoned with. */
function untilCertified(purse: Purse): { readonly events: readonly PlanEvent[]; readonly certifiedAt: Instant } {
  const { program, request, at: begin } = purse;
  const half = Math.round(approximateDays(program.usualTime.period) / 2);
  const assessAt = addPeriod(begin, `P${Math.max(1, half)}D`);
  const applying = [...feesOf(purse, 'registration'), ...feesOf(purse, 'application')].map(({ id }) => ({ fee: id }));
  const assessing = assessmentFees(purse).map(({ id }) => ({ fee: id }));
  const certifying = feesOf(purse, 'certification').map(({ id }) => ({ fee: id }));
  const titles = firstAssessments(purse).map(({ title }) => title);
  const events = [
    event(begin, 'begin', text('plan.begin'), { lines: purse.ask(applying) }),
    event(assessAt, 'assess', text('plan.assess', { titles: titles.join(', ') }), {
      lines: purse.ask(assessing, request.bundle),
    }),
  ];
  let last = addPeriod(begin, program.usualTime.period);
  let again = assessAt;
  const retaken = assessmentFees(purse).find(({ retake }) => retake !== 'none');
  const assessment = findAssessment(program, retaken?.assessments[0] ?? '');
  if (retaken !== undefined && assessment !== undefined) {
    for (let attempt = 2; attempt <= (request.retakes ?? 0) + 1 && attempt <= assessment.retake.attempts; attempt++) {
      again = addPeriod(again, assessment.retake.wait);
      last = addPeriod(last, assessment.retake.wait);
      const lines = purse.ask([{ fee: retaken.id, attempt }]);
      events.push(event(again, 'retake', text('plan.retake', { title: assessment.title }), { lines }));
    }
  }
  events.push(event(last, 'certified', text('plan.certified'), { lines: purse.ask(certifying) }));
  return { events, certifiedAt: last };
}

function chosenRoute({ program, request }: Purse): RenewalRoute | undefined {
  const { routes } = program.renewal;
  return routes.find(({ id }) => id === request.route) ?? routes[0];
}

/** Renewals and yearly fees, from the certification to the end. */
function keeping(purse: Purse, certifiedAt: Instant, endsAt: Instant): readonly PlanEvent[] {
  const { program } = purse;
  const events: PlanEvent[] = [];
  const route = chosenRoute(purse);
  const renewing = feesOf(purse, 'renewal')
    .filter((fee) => fee.route === undefined || fee.route === route?.id)
    .map(({ id }) => ({ fee: id }));
  const exam =
    route?.kind === 'assessment'
      ? feesOf(purse, 'assessment')
          .filter(({ assessments }) => assessments.includes(route.assessment))
          .map(({ id }) => ({ fee: id }))
      : [];
  const reason =
    route?.kind === 'education'
      ? text('plan.renewal-education', { hours: route.hours, unit: route.unit ?? 'hours' })
      : text('plan.renewal-exam', { title: route?.title ?? '' });
  for (let count = 1, on = addPeriod(certifiedAt, program.credential.validity); on <= endsAt; count++) {
    events.push(
      event(on, 'renewal', text('plan.renewal', { count }), { lines: purse.ask([...renewing, ...exam]), reason }),
    );
    on = addPeriods(addPeriod(certifiedAt, program.credential.validity), program.renewal.cycle, count);
  }
  for (const fee of feesOf(purse, 'maintenance')) {
    for (let year = 1, on = addPeriods(certifiedAt, fee.every, 1); on <= endsAt; year++) {
      const lines = purse.ask([{ fee: fee.id }]);
      events.push(event(on, 'maintenance', text('plan.maintenance', { title: fee.title, year }), { lines }));
      on = addPeriods(certifiedAt, fee.every, year + 1);
    }
  }
  return events;
}

/** Until when a membership that comes with a fee lasts, in the class of the payer; undefined where none does. */
function grantedUntil(events: readonly PlanEvent[], payerClass: string): CalendarDate | undefined {
  return events
    .flatMap(({ on, lines }) =>
      lines.flatMap(({ grants = [] }) =>
        grants.flatMap((grant) =>
          grant.kind === 'membership' && grant.payerClass === payerClass
            ? [dateOf(addPeriod(startOfDay(on), grant.period))]
            : [],
        ),
      ),
    )
    .sort()
    .at(-1);
}

/** Yearly dues of a payer class that has any, for the whole time of the plan. */
function dues(purse: Purse, endsAt: Instant, fees: readonly PlanEvent[]): readonly PlanEvent[] {
  const { program, request, at } = purse;
  const payer = findPayerClass(program, request.payerClass);
  if (payer?.duesPerYear === undefined) return [];
  const amountMinor = toMinor(payer.duesPerYear, program.currency);
  const free = grantedUntil(fees, payer.id);
  const events: PlanEvent[] = [];
  for (let year = 0, on = at; on < endsAt; year++, on = addPeriods(at, 'P1Y', year)) {
    const isGranted = free !== undefined && dateOf(on) < free && dateOf(on) >= (fees[0]?.on ?? '');
    events.push(
      event(on, 'dues', text('plan.dues', { payer: payer.label }), {
        amountMinor: isGranted ? 0 : amountMinor,
        isEstimate: true,
        reason: isGranted ? text('plan.dues-granted') : text('plan.dues-reason'),
      }),
    );
  }
  return events;
}

function tuition({ program, request, at }: Purse): readonly PlanEvent[] {
  const estimate = program.preparation?.tuition;
  const end = request.tuition ?? 'none';
  if (estimate === undefined || end === 'none') return [];
  const amountMinor = toMinor(estimate[end], program.currency);
  const reason = text('plan.tuition-reason');
  return [event(at, 'tuition', text('plan.tuition'), { amountMinor, isEstimate: true, reason })];
}

const order: readonly PlanEvent['kind'][] = [
  'begin',
  'tuition',
  'dues',
  'assess',
  'retake',
  'certified',
  'maintenance',
  'renewal',
  'end',
];

/**
 * What a certification takes and costs, from the application through years of keeping it: an outlook with the prices of
 * the first day, for somebody who passes after the usual time and renews on time.
 *
 * @throws {MissingCircumstanceError} where a price depends on a region or a track that is not given.
 * @throws {RangeError} for ids that the program does not have, and for years outside of 0 to 50.
 */
export function plan(program: Program, request: PlanRequest): Plan {
  if (!(request.years >= 0 && request.years <= 50)) throw new RangeError('A plan has from 0 to 50 years.');
  const purse = openPurse(program, request);
  const first = untilCertified(purse);
  const endsAt = addPeriods(first.certifiedAt, 'P1Y', request.years);
  const fees = [...first.events, ...keeping(purse, first.certifiedAt, endsAt)];
  const currency = fees.flatMap(({ lines }) => lines)[0]?.currency ?? program.currency;
  const estimates = [...tuition(purse), ...dues(purse, endsAt, fees)];
  const isSame = currency === program.currency;
  const events = [...fees, ...(isSame ? estimates : []), event(endsAt, 'end', text('plan.end'))].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const certifiedOn = dateOf(first.certifiedAt);
  const untilCertifiedMinor = sum(events.filter(({ on }) => on <= certifiedOn));
  const totalMinor = sum(events);
  return {
    currency,
    events,
    certifiedOn,
    endsOn: dateOf(endsAt),
    untilCertifiedMinor,
    keepingMinor: totalMinor - untilCertifiedMinor,
    totalMinor,
    leftOut: isSame ? [] : [...new Map(estimates.map(({ title }) => [title.code, title])).values()],
  };
}
