import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/topic-page';
import styles from './guide.module.css';
import { loadGuide } from './load-guide.ts';
import { messages } from './messages.ts';
import { NextLinks } from './next-links.tsx';
import { useShortAnswers } from './short-answers.ts';
import { SourcesPart } from './sources-part.tsx';
import { isTopic, type TopicId, topicIds } from './topic-ids.ts';
import { topicMessages } from './topic-messages.ts';
import { Benefits } from './topics/benefits.tsx';
import { Cost } from './topics/cost.tsx';
import { How } from './topics/how.tsx';
import { Ladder } from './topics/ladder.tsx';
import { Needed } from './topics/needed.tsx';
import { Time } from './topics/time.tsx';
import type { TopicProps } from './topics/topic.ts';
import { What } from './topics/what.tsx';
import { Which } from './topics/which.tsx';

const topics: Readonly<Record<TopicId, ComponentType<TopicProps>>> = {
  what: What,
  needed: Needed,
  which: Which,
  how: How,
  time: Time,
  cost: Cost,
  benefits: Benefits,
  ladder: Ladder,
};

export const loader = load(async ({ params: { topic }, request: asked }: Route.LoaderArgs, { api, request }) => {
  if (!isTopic(topic)) {
    const message = textIn(localeOf(asked), messages)('noTopic', { topic });
    throw refuse(404, { code: 'web.no-guide-topic', message, requestId: request.id });
  }
  return { topic, programs: await loadGuide(api) };
});

export default function TopicPage({ loaderData: { topic, programs } }: Route.ComponentProps) {
  const t = useText(messages);
  const words = useText(topicMessages);
  const short = useShortAnswers(programs);
  const next = topicIds[topicIds.indexOf(topic) + 1];
  const Topic = topics[topic];
  const isEmpty = programs.length === 0;
  return (
    <Page
      title={words(`${topic}Title`)}
      {...(isEmpty ? {} : { lead: short[topic] })}
      back={<BackLink to="/guide">{t('back')}</BackLink>}
    >
      {isEmpty ? (
        <EmptyState title={t('noPrograms')} />
      ) : (
        <div className={styles.page}>
          <Topic programs={programs} />
          {next && (
            <p>
              <Link to={`/guide/${next}`}>{t('nextTopic', { title: words(`${next}Title`) })}</Link>
            </p>
          )}
          <NextLinks />
          <SourcesPart programs={programs} />
        </div>
      )}
    </Page>
  );
}
