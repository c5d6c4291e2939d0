import type { CalendarDate, FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import type { RenewalStanding } from '../types.ts';

export type EducationEntryStanding = RenewalStanding['entries'][number];

export interface EducationFinding {
  readonly entries: readonly EducationEntryStanding[];
  /** Hours that count and are not refused; to the hundredth. */
  readonly hoursLogged: number;
  readonly hoursAccepted: number;
  /** Ids of entries that count and wait for a reviewer. */
  readonly waitingIds: readonly string[];
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

function entryOf({ logged, judged }: Record, cycleStart: CalendarDate): EducationEntryStanding {
  const { entryId, title, provider, hours, completedOn } = logged.data;
  const common = { entryId, title, provider, hours, completedOn };
  const state = judged === undefined ? 'waiting' : judged.data.verdict;
  if (completedOn < cycleStart) {
    return { ...common, state, counts: false, reason: text('education-entry.before-cycle', { cycleStart }) };
  }
  if (judged === undefined) return { ...common, state, counts: true, reason: text('education-entry.waiting') };
  const { reason } = judged.data;
  return state === 'accepted'
    ? { ...common, state, counts: true, reason: text('education-entry.accepted') }
    : { ...common, state, counts: false, reason: text('education-entry.not-accepted', { reason }) };
}

/** Summed in hundredths, so that 0.1 and 0.2 make 0.3. */
function sumHours(entries: readonly EducationEntryStanding[]): number {
  return entries.reduce((sum, { hours }) => sum + Math.round(hours * 100), 0) / 100;
}

/**
 * Continuing education for one cycle.
 *
 * @param cycleStart the first day whose education counts.
 * @param since entries that were completed before the cycle are listed only when they were logged after this instant.
 */
export function findEducation(ledger: Ledger, cycleStart: CalendarDate, since: Instant): EducationFinding {
  const entries = readRecords(ledger)
    .filter(({ logged }) => logged.data.completedOn >= cycleStart || logged.at >= since)
    .map((record) => entryOf(record, cycleStart));
  const counting = entries.filter(({ counts }) => counts);
  return {
    entries,
    hoursLogged: sumHours(counting),
    hoursAccepted: sumHours(counting.filter(({ state }) => state === 'accepted')),
    waitingIds: counting.filter(({ state }) => state === 'waiting').map(({ entryId }) => entryId),
  };
}
