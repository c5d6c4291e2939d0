import { useEffect, useId, useRef } from 'react';
import { useDocument } from '../../document/document-context.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './practice.module.css';
import type { Score } from './practice-item.tsx';

type Topic = Score['topics'][number];

/** What a practice test came to, in all and by topic, and what it does not say. */
export const Outcome = ({ result, unanswered }: { result: Score; unanswered: number }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const percent = (share: number) =>
    new Intl.NumberFormat(intlLocaleOf(locale), { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const { score, maxScore: most, topics, items } = result;
  const columns: Column<Topic>[] = [
    { id: 'topic', header: t('topicHeader'), cell: ({ title }) => title },
    {
      id: 'right',
      header: t('right'),
      numeric: true,
      cell: (topic) => t('ofMost', { score: topic.score, most: topic.maxScore }),
    },
    {
      id: 'share',
      header: t('share'),
      numeric: true,
      cell: (topic) => percent(topic.maxScore > 0 ? topic.score / topic.maxScore : 0),
    },
  ];
  const id = useId();
  const place = useRef<HTMLElement>(null);
  // It may take the place of the last item, far down the page.
  useEffect(() => {
    window.scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={place} tabIndex={-1} className={styles.outcome} aria-labelledby={id}>
      <p id={id} className={styles.score}>
        {t(most === items.length ? 'result' : 'resultPoints', { score, most })}
      </p>
      <p>
        {t('unanswered', { count: unanswered })} {t('noForecast')}
      </p>
      <DataTable
        caption={t('byTopic')}
        captionShown
        columns={columns}
        rows={topics}
        keyOf={({ id }) => id}
        empty={null}
      />
      <p>
        <a href="#items">{t('toResult')}</a>
      </p>
    </section>
  );
};
