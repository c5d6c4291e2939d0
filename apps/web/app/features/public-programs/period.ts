import { textIn } from '../../text/format.ts';
import type { Locale } from '../../text/locales.ts';
import { messages } from './messages.ts';

const units = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;

/** An ISO 8601 period of one unit as words: `P36M` is "3 years", `P30D` is "30 days". */
export const periodInWords = (period: string, locale: Locale): string => {
  const [, amount, unit] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  if (amount === undefined || unit === undefined) return period;
  const count = Number(amount);
  const t = textIn(locale, messages);
  if (unit === 'M' && count >= 24 && count % 12 === 0) return t('years', { count: count / 12 });
  return t(units[unit as keyof typeof units], { count });
};
