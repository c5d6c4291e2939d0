import type { CalendarDate, FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { RenewalRouteOf } from '../../schema/program.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import type { RenewalStanding } from '../types.ts';
import { type CategoryHours, countCategories, roundHours } from './categories.ts';

export type EducationEntryStanding = RenewalStanding['entries'][number];

export interface EducationFinding {
  readonly entries: readonly EducationEntryStanding[];
  readonly categories: readonly CategoryHours[];
  /** Hours that count and are not refused, caps and what is carried over counted in; to the hundredth. */
  readonly hoursLogged: number;
  readonly hoursAccepted: number;
  readonly hoursCarriedOver: number;
  /** Hours still to be logged, so that the sum and every minimum are reached; 0 when nothing is missing. */
  readonly hoursMissing: number;
  /** Whether what is accepted reaches the sum and every minimum. */
  readonly isAccepted: boolean;
  /** Ids of entries that count and wait for a reviewer. */
  readonly waitingIds: readonly string[];
}

/** The time in which education counts for one renewal, and what it starts from. */
export interface EducationPeriod {
  /** The first day that counts. */
  readonly from: CalendarDate;
  /** The last day that counts; absent for the cycle that runs. */
  readonly until?: CalendarDate;
  /** Entries completed before the cycle are listed only when they were logged after this instant. */
  readonly listedSince: Instant;
  readonly hoursCarriedOver: number;
  /** Nobody looks at entries one by one: what is logged counts as accepted. */
  readonly isTrusted: boolean;
}

interface Record {
  readonly logged: FactOf<'education-logged'>;
  readonly judged?: FactOf<'education-judged'>;
}

/** The latest statement of each entry counts, until it is accepted; then only a reviewer can change it. */
function readRecords(ledger: Ledger): readonly Record[] {
  const records = new Map<string, Record>();
  for (const fact of select(ledger, 'education-logged', 'education-judged')) {
    const { entryId } = fact.data;
    const record = records.get(entryId);
    if (fact.kind === 'education-logged') {
      if (record?.judged?.data.verdict === 'accepted') ledger.flag(fact, text('flag.already-met'));
      else records.set(entryId, { logged: fact });
    } else if (record === undefined) {
      ledger.flag(fact, text('flag.nothing-to-judge'));
    } else {
      records.set(entryId, { logged: record.logged, judged: fact });
    }
  }
  return [...records.values()];
}

function entryOf(
  { logged, judged }: Record,
  route: RenewalRouteOf<'education'>,
  { from, isTrusted }: EducationPeriod,
): EducationEntryStanding {
  const { entryId, title, provider, hours, completedOn } = logged.data;
  const category = logged.data.category ?? route.categories[0]?.id ?? '';
  const common = { entryId, title, provider, hours, completedOn, category };
  const state = judged === undefined ? 'waiting' : judged.data.verdict;
  if (completedOn < from) {
    return { ...common, state, counts: false, reason: text('education-entry.before-cycle', { cycleStart: from }) };
  }
  if (!route.categories.some(({ id }) => id === category)) {
    return { ...common, state, counts: false, reason: text('education-entry.other-category') };
  }
  if (judged === undefined) {
    const reason = isTrusted ? text('education-entry.trusted') : text('education-entry.waiting');
    return { ...common, state: isTrusted ? 'accepted' : 'waiting', counts: true, reason };
  }
  const { reason } = judged.data;
  return state === 'accepted'
    ? { ...common, state, counts: true, reason: text('education-entry.accepted') }
    : { ...common, state, counts: false, reason: text('education-entry.not-accepted', { reason }) };
}

/** Continuing education for one renewal, by the route's rules. */
export function findEducation(
  ledger: Ledger,
  route: RenewalRouteOf<'education'>,
  period: EducationPeriod,
): EducationFinding {
  const { from, until, listedSince, hoursCarriedOver } = period;
  const entries = readRecords(ledger)
    .filter(({ logged }) => until === undefined || logged.data.completedOn <= until)
    .filter(({ logged }) => logged.data.completedOn >= from || logged.at >= listedSince)
    .map((record) => entryOf(record, route, period));
  const counting = entries.filter(({ counts }) => counts);
  const logged = countCategories(route, counting);
  const accepted = countCategories(
    route,
    counting.filter(({ state }) => state === 'accepted'),
  );
  const hoursLogged = roundHours(logged.total + hoursCarriedOver);
  const hoursAccepted = roundHours(accepted.total + hoursCarriedOver);
  return {
    entries,
    categories: logged.categories,
    hoursLogged,
    hoursAccepted,
    hoursCarriedOver,
    hoursMissing: roundHours(Math.max(route.hours - hoursLogged, logged.belowMinima, 0)),
    isAccepted: hoursAccepted >= route.hours && accepted.belowMinima === 0,
    waitingIds: counting.filter(({ state }) => state === 'waiting').map(({ entryId }) => entryId),
  };
}

/** For renewals that need no education: an empty list, with nothing missing. */
export const noEducation: EducationFinding = {
  entries: [],
  categories: [],
  hoursLogged: 0,
  hoursAccepted: 0,
  hoursCarriedOver: 0,
  hoursMissing: 0,
  isAccepted: true,
  waitingIds: [],
};
