import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/guide-page';
import styles from './guide.module.css';
import { loadGuide } from './load-guide.ts';
import { messages } from './messages.ts';
import { NextLinks } from './next-links.tsx';
import { useShortAnswers } from './short-answers.ts';
import { topicIds } from './topic-ids.ts';
import { topicMessages } from './topic-messages.ts';

export const loader = load(async (_args: Route.LoaderArgs, { api }) => ({ programs: await loadGuide(api) }));

export default function GuidePage({ loaderData: { programs } }: Route.ComponentProps) {
  const t = useText(messages);
  const topics = useText(topicMessages);
  const short = useShortAnswers(programs);
  if (programs.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('noPrograms')} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead', { count: programs.length })}>
      <div className={styles.page}>
        <dl className={styles.topics}>
          {topicIds.map((id) => (
            <div key={id}>
              <dt>
                <Link to={`/guide/${id}`}>{topics(`${id}Title`)}</Link>
              </dt>
              <dd>{short[id]}</dd>
            </div>
          ))}
        </dl>
        <NextLinks />
      </div>
    </Page>
  );
}
