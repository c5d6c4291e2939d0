import { toCalendarDate, toDayNumber } from '../../calendar/date.ts';
import { dateOf } from '../../calendar/instant.ts';
import type { CalendarDate } from '../../facts.ts';
import type { RenewalRoute, RenewalRouteOf } from '../../schema/program.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import { type EducationPeriod, findEducation } from './education.ts';
import type { CredentialRecord } from './records.ts';

/** Education counts once: after the renewal that brought this cycle was submitted, or from the first certification on. */
function cycleStart(ledger: Ledger, record: CredentialRecord): CalendarDate {
  const { cycle, validFrom } = record.granted.data;
  if (cycle === 1) return dateOf(validFrom);
  const submitted = select(ledger, 'renewal-submitted').find(({ data }) => data.cycle === cycle);
  if (submitted === undefined) return dateOf(record.granted.at);
  return toCalendarDate(toDayNumber(dateOf(submitted.at)) + 1);
}

/** The way in which a cycle is renewed: the one that was chosen last, or the only one. */
export function routeOf(ledger: Ledger, cycle: number): RenewalRoute | undefined {
  const { routes } = ledger.program.renewal;
  if (routes.length === 1) return routes[0];
  const submitted = select(ledger, 'renewal-submitted').find(({ data }) => data.cycle === cycle);
  const chosen = select(ledger, 'renewal-route-chosen').findLast(
    ({ data, at }) => data.cycle === cycle && (submitted === undefined || at <= submitted.at),
  );
  return routes.find(({ id }) => id === chosen?.data.route);
}

/** Whether the program looks at a share of renewals only, and this one is not among them. */
export function isTrusted(ledger: Ledger, cycle: number): boolean {
  if (ledger.program.renewal.audit === undefined) return false;
  const submitted = select(ledger, 'renewal-submitted').find(({ data }) => data.cycle === cycle);
  return submitted?.data.audited === false;
}

/** Hours beyond what the renewal into this cycle needed, as far as the route lets them count again. */
function carriedInto(
  ledger: Ledger,
  records: readonly CredentialRecord[],
  index: number,
  route: RenewalRouteOf<'education'>,
): number {
  const [before, record] = [records[index - 1], records[index]];
  if (route.carryOver === undefined || before === undefined || record === undefined) return 0;
  const last = routeOf(ledger, record.granted.data.cycle);
  if (last?.kind !== 'education') return 0;
  const until = toCalendarDate(toDayNumber(cycleStart(ledger, record)) - 1);
  const { hoursAccepted } = findEducation(ledger, last, { ...periodOf(ledger, records, index - 1, last), until });
  return Math.min(route.carryOver, Math.max(0, hoursAccepted - last.hours));
}

/** In which time education counts for the renewal of one of the credentials, the latest or an earlier one. */
export function periodOf(
  ledger: Ledger,
  records: readonly CredentialRecord[],
  index: number,
  route: RenewalRouteOf<'education'>,
): EducationPeriod {
  const record = records[index];
  if (record === undefined) throw new RangeError(`There is no credential ${index}.`);
  return {
    from: cycleStart(ledger, record),
    listedSince: record.granted.at,
    hoursCarriedOver: carriedInto(ledger, records, index, route),
    isTrusted: isTrusted(ledger, record.granted.data.cycle + 1),
  };
}
