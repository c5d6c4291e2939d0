import { type DayNumber, isCalendarDate, toCalendarDate, toDayNumber } from '../../calendar/date.ts';
import type { CalendarDate, ExperienceEntry } from '../../facts.ts';

/** A year of full-time work: 365 days at 100 percent, so that any two full calendar years are two years. */
export const percentDaysPerYear = 365 * 100;

export interface ExperienceCount {
  /** Days multiplied by their share of full time in percent; no day has more than 100. */
  readonly percentDays: number;
  /** The share of full time that goes on after the last day counted, in percent, at most 100. */
  readonly goingOnPercent: number;
  /** Entries with dates or shares that cannot be; they count nothing. */
  readonly impossibleIds: readonly string[];
}

/** Which work counts beside its setting. */
export interface ExperienceFilter {
  /** The first day that counts. */
  readonly since?: CalendarDate;
  /** Narrower settings, beside those that count. */
  readonly settings?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  /** The least share of full time of one employment, in percent. */
  readonly minimumPercent?: number | undefined;
}

interface Span {
  readonly first: DayNumber;
  /** The last day that counts. */
  readonly last: DayNumber;
  readonly percent: number;
  readonly goesOn: boolean;
}

function isPossible(entry: ExperienceEntry, until: CalendarDate): boolean {
  const { from, to, fullTimePercent } = entry;
  if (!isCalendarDate(from) || from > until) return false;
  if (to !== undefined && (!isCalendarDate(to) || to < from)) return false;
  return fullTimePercent >= 1 && fullTimePercent <= 100;
}

function isCounted(entry: ExperienceEntry, { settings, roles, minimumPercent }: ExperienceFilter): boolean {
  if (settings !== undefined && !settings.includes(entry.setting)) return false;
  if (roles !== undefined && (entry.role === undefined || !roles.includes(entry.role))) return false;
  return minimumPercent === undefined || entry.fullTimePercent >= minimumPercent;
}

/** Sums the share of each stretch between two changes, capped at full time: overlaps are not counted twice. */
function sumCapped(spans: readonly Span[]): number {
  const changes = new Map<DayNumber, number>();
  for (const { first, last, percent } of spans) {
    changes.set(first, (changes.get(first) ?? 0) + percent);
    changes.set(last + 1, (changes.get(last + 1) ?? 0) - percent);
  }
  let total = 0;
  let percent = 0;
  let since = 0;
  for (const [day, change] of [...changes].sort(([a], [b]) => a - b)) {
    total += Math.min(100, percent) * (day - since);
    percent += change;
    since = day;
  }
  return total;
}

/**
 * Adds up work as full-time equivalent.
 *
 * @param settings the settings that count; work elsewhere adds nothing.
 * @param until the last day that counts; work that goes on counts up to it. First and last days count whole.
 */
export function countExperience(
  entries: readonly ExperienceEntry[],
  settings: readonly string[],
  until: CalendarDate,
  filter: ExperienceFilter = {},
): ExperienceCount {
  const spans: Span[] = [];
  const impossibleIds: string[] = [];
  const end = toDayNumber(until);
  const start = filter.since === undefined ? Number.NEGATIVE_INFINITY : toDayNumber(filter.since);
  for (const entry of entries) {
    if (!isPossible(entry, until)) {
      impossibleIds.push(entry.id);
    } else if (settings.includes(entry.setting) && isCounted(entry, filter)) {
      const last = entry.to === undefined ? end : Math.min(end, toDayNumber(entry.to));
      const goesOn = entry.to === undefined;
      const first = Math.max(start, toDayNumber(entry.from));
      if (first <= last) spans.push({ first, last, percent: entry.fullTimePercent, goesOn });
    }
  }
  const goingOn = spans.filter(({ goesOn }) => goesOn).reduce((sum, { percent }) => sum + percent, 0);
  return { percentDays: sumCapped(spans), goingOnPercent: Math.min(100, goingOn), impossibleIds };
}

/** The day on which the work that goes on fills what is missing, or undefined when none does. */
export function reachedOn(
  count: ExperienceCount,
  neededPercentDays: number,
  until: CalendarDate,
): CalendarDate | undefined {
  const missing = neededPercentDays - count.percentDays;
  if (missing <= 0 || count.goingOnPercent === 0) return undefined;
  return toCalendarDate(toDayNumber(until) + Math.ceil(missing / count.goingOnPercent));
}
