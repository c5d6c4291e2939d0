import { load } from '../../loading/load.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/messages-page';
import styles from './home.module.css';
import { LetterText } from './letter-text.tsx';
import { messages } from './messages.ts';

const pageOf = (url: URL): number => {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

export const loader = load(async ({ url }: Route.LoaderArgs, { api }) => ({
  ...(await api.notifications.listMyMessages({ page: pageOf(url) })),
  origin: url.origin,
}));

const stateKeys = { kept: 'notMailed', sent: 'sentTo', waiting: 'waiting', failed: 'failed' } as const;

export default function MessagesPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { messages: list, total, page, pageSize, origin } = loaderData;
  return (
    <Page title={t('messagesTitle')} {...(total > 0 ? { lead: t('messagesLead') } : {})}>
      {list.length === 0 && (
        <EmptyState title={t('noMessages')}>
          <p>{t('noMessagesMore')}</p>
        </EmptyState>
      )}
      <ul className={styles.messages}>
        {list.map(({ id, subject, text, organizationName, createdAt, state, to }) => (
          <li key={id}>
            <h2 className={styles.subject}>{subject}</h2>
            <p className={styles.quiet}>
              {t.rich('from', { organization: organizationName, time: <Time key="time" at={createdAt} /> })}
            </p>
            <Disclosure label={t('read')} about={subject}>
              <LetterText text={text} origin={origin} />
              <p className={styles.quiet}>{t(stateKeys[state], { to })}</p>
            </Disclosure>
          </li>
        ))}
      </ul>
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
