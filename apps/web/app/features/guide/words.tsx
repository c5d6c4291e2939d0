import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { formatMoneyRange } from '../../parts/format-money.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { periodInWords } from '../public-programs/period.ts';
import { byTime, byValidity, daysOf } from './figures.ts';
import type { GuideProgram } from './guide-program.ts';
import { messages } from './messages.ts';

/** Programs by their short names, each leading to its page. */
export const ProgramLinks = ({ programs }: { programs: readonly GuideProgram[] }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (programs.length === 0) return t('none');
  const named = programs.map(({ id, abbreviation }) => ({ id, abbreviation }));
  const parts = new Intl.ListFormat(intlLocaleOf(locale), { type: 'unit', style: 'short' }).formatToParts(
    named.map(({ id }) => id),
  );
  return parts.map(({ type, value }, at) =>
    type === 'literal' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed.
      <Fragment key={at}>{value}</Fragment>
    ) : (
      <Link key={value} to={`/programs/${value}`} style={{ whiteSpace: 'nowrap' }}>
        {named.find(({ id }) => id === value)?.abbreviation ?? value}
      </Link>
    ),
  );
};

/** The asterisk of an assumed figure, read out as such. */
export const Star = ({ when }: { when: boolean }) => {
  const t = useText(messages);
  return (
    when && (
      <>
        <span aria-hidden="true">*</span>
        <span className="t-hidden"> ({t('assumption')})</span>
      </>
    )
  );
};

/** "an associate degree and 2 years of experience": the least that a program asks for. */
export const LeastOf = ({ program }: { program: GuideProgram }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const {
    openToAnyone,
    approvedTraining,
    ways: [way],
  } = program;
  const parts = [
    ...(approvedTraining ? [t('leastTraining')] : []),
    ...(way?.education === undefined ? [] : [t(`education${way.education}`)]),
    ...(way === undefined || way.years === 0 ? [] : [t('leastYears', { years: way.years })]),
  ];
  if (openToAnyone || parts.length === 0) return t('leastNothing');
  return new Intl.ListFormat(intlLocaleOf(locale), { type: 'conjunction' }).format(parts);
};

/** "about 4 months", marked where no source says so. */
export const TimeOf = ({ program: { time } }: { program: GuideProgram }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {t('about', { period: periodInWords(time.period, locale) })}
      <Star when={time.assumed} />
    </span>
  );
};

/** From the least to the most that somebody pays; one range for each currency. */
export const FeeRange = ({ program: { cost } }: { program: GuideProgram }): ReactNode => {
  const { locale } = useDocument();
  return cost.map(({ currency, lowestMinor, highestMinor }, at) => (
    <Fragment key={currency}>
      {at > 0 && ', '}
      <span style={{ whiteSpace: 'nowrap' }}>
        {formatMoneyRange({ amountMinor: lowestMinor, currency }, { amountMinor: highestMinor, currency }, locale)}
      </span>
    </Fragment>
  ));
};

const variesWords = { payerClass: 'variesPayer', region: 'variesRegion' } as const;

/** What the fees depend on. */
export const VariesBy = ({ program: { cost } }: { program: GuideProgram }): ReactNode => {
  const t = useText(messages);
  const { locale } = useDocument();
  const axes = [...new Set(cost.flatMap(({ variesBy }) => variesBy))];
  const words = axes.map((axis) => t(axis === 'payerClass' || axis === 'region' ? variesWords[axis] : 'variesTrack'));
  return new Intl.ListFormat(intlLocaleOf(locale), { type: 'conjunction' }).format([...new Set(words)]);
};

/** The estimate of what teaching elsewhere costs; nothing where the program gives none. */
export const Tuition = ({ program: { tuition } }: { program: GuideProgram }): ReactNode => {
  const { locale } = useDocument();
  if (tuition === undefined) return null;
  const { currency, lowMinor, highMinor, assumed } = tuition;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {formatMoneyRange({ amountMinor: lowMinor, currency }, { amountMinor: highMinor, currency }, locale)}
      <Star when={assumed} />
    </span>
  );
};

/** The titles of all programs that take as long as this one. */
const alike = (programs: readonly GuideProgram[], one: GuideProgram | undefined): readonly string[] =>
  programs.flatMap(({ title, time }) =>
    one !== undefined && daysOf(time.period) === daysOf(one.time.period) ? [title] : [],
  );

const spanOf = (one: string | undefined, other: string | undefined) => ({
  from: one ?? '',
  to: other ?? '',
  same: one === other ? 'yes' : 'no',
});

/** The shortest and the longest, in words: of the usual times, and of how long a certification lasts. */
export const useSpans = (programs: readonly GuideProgram[]) => {
  const { locale } = useDocument();
  const period = (text: string | undefined) => (text === undefined ? undefined : periodInWords(text, locale));
  const titles = new Intl.ListFormat(intlLocaleOf(locale), { type: 'conjunction' });
  const times = byTime(programs);
  const lasting = byValidity(programs);
  return {
    time: {
      ...spanOf(period(times[0]?.time.period), period(times.at(-1)?.time.period)),
      shortest: titles.format(alike(times, times[0])),
      longest: titles.format(alike(times, times.at(-1))),
    },
    validity: spanOf(period(lasting[0]?.validity.period), period(lasting.at(-1)?.validity.period)),
  };
};
