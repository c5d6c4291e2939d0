import { IntlMessageFormat } from 'intl-messageformat';
import { intlLocaleOf, type Locale } from './locales.ts';
import type { Messages } from './messages.ts';
import { pseudoLocalize } from './pseudo.ts';

export type TextValues = Readonly<Record<string, string | number | boolean | Date>>;

/** Gives the words of a key in the reader's language. */
export type Translate<M extends Messages> = (key: keyof M & string, values?: TextValues) => string;

const compiled = new Map<string, IntlMessageFormat>();

/** A message ready to be filled in; compiled once in each language. */
export const compile = (message: string, locale: Locale): IntlMessageFormat => {
  const key = `${locale}\u0000${message}`;
  const known = compiled.get(key);
  if (known) return known;
  const source = new IntlMessageFormat(message, intlLocaleOf(locale));
  const made =
    locale === 'en-XA' || locale === 'ar-XB'
      ? new IntlMessageFormat(pseudoLocalize(source.getAst(), locale), intlLocaleOf(locale))
      : source;
  compiled.set(key, made);
  return made;
};

/** For loaders, actions and tests; components call `useText`. */
export const textIn =
  <M extends Messages>(locale: Locale, messages: M): Translate<M> =>
  (key, values) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`There is no message '${key}'.`);
    return String(compile(message, locale).format(values === undefined ? undefined : { ...values }));
  };
