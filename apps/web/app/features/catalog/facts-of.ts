import { formatMoney, formatMoneyRange } from '../../parts/format-money.ts';
import { textIn } from '../../text/format.ts';
import { inSentence } from '../../text/in-sentence.ts';
import { intlLocaleOf, type Locale } from '../../text/locales.ts';
import { periodInWords } from '../public-programs/period.ts';
import type { Listed } from './listed.ts';
import { messages } from './messages.ts';

const joined = (parts: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(intlLocaleOf(locale), { type: 'disjunction' }).format(parts);

export const feesInWords = ({ cost }: Pick<Listed, 'cost'>, locale: Locale): string =>
  joined(
    cost.map(({ currency, lowestMinor, highestMinor }) =>
      lowestMinor === highestMinor
        ? lowestMinor === 0
          ? textIn(locale, messages)('noFee')
          : formatMoney({ amountMinor: lowestMinor, currency }, locale, cost.length > 1)
        : formatMoneyRange({ amountMinor: lowestMinor, currency }, { amountMinor: highestMinor, currency }, locale),
    ),
    locale,
  );

export const needsInWords = ({ ways, openToAnyone }: Pick<Listed, 'ways' | 'openToAnyone'>, locale: Locale): string => {
  const t = textIn(locale, messages);
  if (openToAnyone) return t('needsNothing');
  const said = ways
    .filter(({ education, years }) => education !== undefined || years > 0)
    .map(({ education, years }) => {
      const degree = education === undefined ? '' : t(`education-${education}`).toLocaleLowerCase(intlLocaleOf(locale));
      if (degree === '') return t('way-years', { years });
      return years > 0 ? t('way-both', { education: degree, years }) : t('way-education', { education: degree });
    });
  return said.length === 0 ? t('needsOther') : t('needs', { ways: joined(said, locale) });
};

/** What the catalog says of a program in one line. */
export const factsOf = (program: Listed, locale: Locale): readonly string[] => {
  const t = textIn(locale, messages);
  return [
    t('fees', { fees: feesInWords(program, locale) }),
    `${t('timeOf', { period: periodInWords(program.usualTime.period, locale) })}${program.usualTime.assumed ? '*' : ''}`,
    needsInWords(program, locale),
    t('assessments', { count: program.assessments }),
    ...(program.modes.length > 0
      ? [
          joined(
            program.modes.map((mode, at) => (at === 0 ? t(`mode-${mode}`) : inSentence(t(`mode-${mode}`), locale))),
            locale,
          ),
        ]
      : []),
  ];
};
