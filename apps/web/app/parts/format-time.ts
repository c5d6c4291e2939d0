import { intlLocaleOf, type Locale } from '../text/locales.ts';

const formats = {
  day: { dateStyle: 'long' },
  'day-and-time': {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  time: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeShown = keyof typeof formats;

/** Narrow spaces differ between editions of the locale data; plain ones do not. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const parse = (at: string): Date => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw new RangeError(`'${at}' is no instant such as 2027-03-12T18:30:00Z.`);
  return date;
};

/** An instant in words. In English the date and the time are parted by a comma: March 12, 2027, 2:30 PM EDT. */
export const formatInstant = (
  at: string,
  { locale, zone, show }: { locale: Locale; zone: string; show: TimeShown },
): string => {
  const format = new Intl.DateTimeFormat(intlLocaleOf(locale), { ...formats[show], timeZone: zone });
  return plainSpaces(format.format(parse(at))).replace(' at ', ', ');
};

/** A calendar date in words; it has no zone. */
export const formatDate = (on: string, locale: Locale): string =>
  plainSpaces(
    new Intl.DateTimeFormat(intlLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
      parse(`${on}T00:00:00Z`),
    ),
  );

const dayMs = 86_400_000;

/** "in 12 days", "yesterday", "in 3 hours": only ever beside the date. */
export const formatDistance = (at: string, now: string, locale: Locale): string => {
  const ms = parse(at).getTime() - parse(now).getTime();
  const format = new Intl.RelativeTimeFormat(intlLocaleOf(locale), { numeric: 'auto' });
  if (Math.abs(ms) < 3_600_000) return format.format(Math.round(ms / 60_000), 'minute');
  if (Math.abs(ms) < dayMs) return format.format(Math.round(ms / 3_600_000), 'hour');
  if (Math.abs(ms) < 60 * dayMs) return format.format(Math.round(ms / dayMs), 'day');
  if (Math.abs(ms) < 730 * dayMs) return format.format(Math.round(ms / (30.44 * dayMs)), 'month');
  return format.format(Math.round(ms / (365.25 * dayMs)), 'year');
};

/** 1 h 30 min, 45 min, 2 h. */
export const formatDuration = (minutes: number, locale: Locale): string => {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(intlLocaleOf(locale), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  const hourText = unit(hours, 'hour').replace(/\bhr\b/, 'h');
  if (hours === 0) return plainSpaces(unit(rest, 'minute'));
  return plainSpaces(rest === 0 ? hourText : `${hourText} ${unit(rest, 'minute')}`);
};
