import { UsageError } from './errors.ts';

const forms = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * An instant in UTC from a date or an instant as people type it. A date alone is the end of that day in UTC: everything
 * that happened on it has happened.
 *
 * @throws UsageError for anything else, and for days that no calendar has.
 */
export const readInstant = (text: string, option: string): string => {
  const isDay = text.length === 10;
  const at = new Date(isDay ? `${text}T23:59:59.999Z` : text);
  const exists = forms.test(text) && !Number.isNaN(at.getTime());
  // JavaScript reads February 30 as March 2.
  const day = text.slice(0, 10);
  if (!exists || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    throw new UsageError(
      `${option} is "${text}"; give a date such as 2027-03-31 or an instant such as 2027-03-31T12:00Z.`,
    );
  }
  return at.toISOString();
};
