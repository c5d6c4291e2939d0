import { formatMoney } from '../prices/money.ts';
import type { Text } from '../text.ts';
import { en } from './en.ts';

type Value = string | number;
type Values = Readonly<Record<string, Value>>;
type Catalog = Readonly<Record<string, string>>;

/** Catalogs by language; a language without one reads English. */
const catalogs: ReadonlyMap<string, Catalog> = new Map([['en', en]]);

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  dateFormats.set(key, format);
  return format;
}

type Unit = 'year' | 'month' | 'week' | 'day' | 'hour';

function numberFormat(locale: string, unit?: Unit, digits = 2): Intl.NumberFormat {
  const key = `${locale} ${unit ?? ''} ${digits}`;
  const unitOptions = unit === undefined ? {} : ({ style: 'unit', unit, unitDisplay: 'long' } as const);
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits, ...unitOptions });
  numberFormats.set(key, format);
  return format;
}

function writeDate(value: Value, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : dateFormat(locale, options).format(date);
}

const periodUnits: Readonly<Record<string, Unit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** A period of one unit in words; whole years where they are written as months. */
function writePeriod(value: Value, locale: string): string {
  const match = /^P(\d+)([YMWD])$/.exec(String(value));
  const [count, letter] = [Number(match?.[1]), match?.[2] ?? ''];
  if (letter === 'M' && count % 12 === 0) return numberFormat(locale, 'year').format(count / 12);
  const unit = periodUnits[letter];
  return unit === undefined ? String(value) : numberFormat(locale, unit).format(count);
}

/** Hours of continuing education, which some programs call credits. */
function writeUnits(count: number, unit: Value | undefined, locale: string, catalog: Catalog): string {
  if (unit !== 'credits') return numberFormat(locale, 'hour').format(count);
  const form = catalog[`credits.${new Intl.PluralRules(locale).select(count)}`] ?? catalog['credits.other'];
  return (form ?? '{count}').replace('{count}', numberFormat(locale).format(count));
}

function write(value: Value, how: string | undefined, values: Values, locale: string, catalog: Catalog): string {
  switch (how) {
    case undefined:
      return String(value);
    case 'date':
      return writeDate(value, locale, { year: 'numeric', month: 'long', day: 'numeric' });
    case 'month':
      return writeDate(value, locale, { year: 'numeric', month: 'long' });
    case 'money':
      return formatMoney(Number(value), String(values.currency), locale);
    case 'number':
      return numberFormat(locale).format(Number(value));
    // The rate of a tax is never rounded.
    case 'rate':
      return numberFormat(locale, undefined, 6).format(Number(value));
    case 'years':
      return numberFormat(locale, 'year').format(Number(value));
    case 'hours':
      return numberFormat(locale, 'hour').format(Number(value));
    case 'units':
      return writeUnits(Number(value), values.unit, locale, catalog);
    case 'period':
      return writePeriod(value, locale);
    case 'level':
      return catalog[`level.${value}`] ?? String(value);
    default:
      throw new RangeError(`A message writes a value as "${how}", which is unknown.`);
  }
}

/**
 * A text of a standing, quote or flag, in the language of its reader. Dates are written in UTC, the clock of deadlines.
 *
 * @param locale BCP 47; a language without a catalog gets English, regional forms of one that has (`en-GB`) its dates.
 * @throws {RangeError} for a code that no catalog has, or a value that is missing.
 */
export function say(text: Text, locale = 'en'): string {
  const language = locale.split('-')[0]?.toLowerCase() ?? 'en';
  const own = catalogs.get(language);
  const catalog: Catalog = own ?? en;
  const regional = own === undefined ? 'en' : locale;
  const message = Object.hasOwn(catalog, text.code) ? catalog[text.code] : undefined;
  if (message === undefined) throw new RangeError(`There is no message "${text.code}".`);
  const values = text.values ?? {};
  return message.replace(/\{(\w+)(?:, (\w+))?\}/g, (_match, name: string, how: string | undefined) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`The message "${text.code}" needs the value "${name}".`);
    return write(value, how, values, regional, catalog);
  });
}
