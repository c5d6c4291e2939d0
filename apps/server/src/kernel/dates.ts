export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** Gives the time. Injected everywhere, so that a whole life can run in seconds. */
export type Clock = () => Date;

/** For documents and mails: a calendar day in UTC, such as `March 2, 2030`. */
export const formatDay = (at: Date | string, locale = 'en-US', timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at));

/** For documents and mails: an instant with its zone, such as `March 2, 2030 at 2:30 PM UTC`. */
export const formatInstant = (at: Date | string, locale = 'en-US', timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
