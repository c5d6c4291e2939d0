import { useDocument } from '../../document/document-context.ts';
import { formatMoney } from '../../parts/format-money.ts';
import { useText } from '../../text/use-text.ts';
import { costSpans } from './figures.ts';
import type { GuideProgram } from './guide-program.ts';
import type { TopicId } from './topic-ids.ts';
import { topicMessages } from './topic-messages.ts';
import { useSpans } from './words.tsx';

/** Each topic in one sentence. */
export const useShortAnswers = (programs: readonly GuideProgram[]): Readonly<Record<TopicId, string>> => {
  const t = useText(topicMessages);
  const { locale } = useDocument();
  const { time } = useSpans(programs);
  const [span, ...others] = costSpans(programs);
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency: span?.currency ?? 'USD' }, locale);
  return {
    what: t('whatShort'),
    needed: t('neededShort'),
    which: t('whichShort'),
    how: t('howShort'),
    time: t('timeShort', time),
    cost:
      span === undefined || others.length > 0
        ? t('costShortMixed')
        : t('costShort', { from: amount(span.lowestMinor), to: amount(span.highestMinor) }),
    benefits: t('benefitsShort'),
    ladder: t('ladderShort'),
  };
};
