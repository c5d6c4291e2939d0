import type { CalendarDate, Instant } from '../facts.ts';
import { dayNumberOf, daysInMonth, toCalendarDate } from './date.ts';
import { parsePeriod } from './period.ts';

/** The UTC date of an instant. */
export function dateOf(instant: Instant): CalendarDate {
  return instant.slice(0, 10);
}

export function startOfDay(instant: Instant): Instant {
  return `${dateOf(instant)}T00:00:00.000Z`;
}

/** The last instant of the day: a deadline that people read as a date holds until then. */
export function endOfDay(instant: Instant): Instant {
  return `${dateOf(instant)}T23:59:59.999Z`;
}

/**
 * Adds a period on the calendar in UTC; a day that the target month lacks becomes its last day.
 *
 * @param period ISO 8601, one unit.
 * @param sign -1 counts back.
 * @returns the same time of day, inside the years 0000 to 9999.
 */
export function addPeriod(instant: Instant, period: string, sign: 1 | -1 = 1): Instant {
  const { months, days } = parsePeriod(period);
  const date = dateOf(instant);
  const monthIndex = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + sign * months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${toCalendarDate(dayNumberOf(year, month, day) + sign * days)}${instant.slice(10)}`;
}

/** Adds a period several times over, counted from the same day: three months after January 31 is April 30. */
export function addPeriods(instant: Instant, period: string, count: number): Instant {
  const { months, days } = parsePeriod(period);
  if (count < 1) return instant;
  return addPeriod(instant, months > 0 ? `P${months * count}M` : `P${days * count}D`);
}

/** Whole minutes later. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  const later = new Date(Date.parse(instant) + minutes * 60_000);
  return Number.isNaN(later.getTime()) || later.getUTCFullYear() > 9999
    ? '9999-12-31T23:59:59.999Z'
    : later.toISOString();
}

/** The latest of the instants that are given. */
export function latest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  let found: Instant | undefined;
  for (const instant of instants)
    if (instant !== undefined && (found === undefined || instant > found)) found = instant;
  return found;
}

/** The first instant after it, one millisecond later. */
export function justAfter(instant: Instant): Instant {
  return instant >= '9999-12-31T23:59:59.999Z' ? instant : new Date(Date.parse(instant) + 1).toISOString();
}
