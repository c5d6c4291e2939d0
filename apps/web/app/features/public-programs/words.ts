import type { Program } from '@testamur/program';
import { type TextValues, textIn } from '../../text/format.ts';
import { intlLocaleOf, type Locale } from '../../text/locales.ts';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';

/** How figures of a program are said in one language. */
export interface Words {
  readonly t: (key: keyof typeof messages, values?: TextValues) => string;
  readonly period: (period: string) => string;
  /** "A, B and C". */
  readonly list: (parts: readonly string[]) => string;
  /** "A, B or C". */
  readonly either: (parts: readonly string[]) => string;
}

export const wordsIn = (locale: Locale): Words => {
  const join = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(intlLocaleOf(locale), { type });
    return (parts: readonly string[]) => format.format(parts);
  };
  return {
    t: textIn(locale, messages),
    period: (period) => periodInWords(period, locale),
    list: join('conjunction'),
    either: join('disjunction'),
  };
};

interface Scoped {
  readonly for?: Readonly<Record<string, readonly string[]>>;
}

/** For whom a part is there, such as "California or New York; Level: Expert"; undefined where it is for everybody. */
export const scopeInWords = (program: Program, part: Scoped, { t, either }: Words): string | undefined => {
  const axes = Object.entries(part.for ?? {}).map(([axis, ids]) => {
    const known = axis === 'region' ? program.regions : program.tracks?.find(({ id }) => id === axis)?.options;
    const titles = ids.map((id) => known?.find((one) => one.id === id)?.title ?? id);
    const name = program.tracks?.find(({ id }) => id === axis)?.title;
    return name === undefined ? either(titles) : t('axis', { name, options: either(titles) });
  });
  return axes.length === 0 ? undefined : axes.join('; ');
};
