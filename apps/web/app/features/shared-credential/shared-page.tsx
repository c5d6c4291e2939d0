import { data, Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import { CheckList } from '../verification/check-list.tsx';
import { meaningOf } from '../verification/employer-words.ts';
import { messages as checkMessages } from '../verification/messages.ts';
import styles from '../verification/verification.module.css';
import type { Route } from './+types/shared-page';
import { messages } from './messages.ts';
import { SharedCard } from './shared-card.tsx';

export const loader = load(async ({ params: { token } }: Route.LoaderArgs, { api }) => {
  try {
    return data({ shared: await api.registry.readShareLink({ token }) });
  } catch (error) {
    if (apiProblemOf(error)?.status !== 404 && apiProblemOf(error)?.status !== 400) throw error;
    return data({ shared: undefined }, { status: 404 });
  }
});

/** The address is as good as a key: kept in no cache, told to no other site, found by no search. */
export const headers = () => ({
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
});

export const meta: Route.MetaFunction = () => [{ name: 'robots', content: 'noindex' }];

/** A credential as far as its holder shows it. A link that was ended says that and nothing else. */
export default function SharedPage({ loaderData: { shared } }: Route.ComponentProps) {
  const t = useText(messages);
  const c = useText(checkMessages);
  const demonstration = useDemonstration();
  if (!shared) return <Page title={t('ended')} lead={t('endedLead')} />;
  const { holderName, title, number, history, organizationName, state, inForce, checks, checkedAt } = shared;
  return (
    <Page title={t('title', { name: holderName, credential: title })} lead={t('by')}>
      {shared.demonstration && !demonstration && <Notice kind="demonstration" />}
      <div className={styles.layout} data-wide>
        <SharedCard shared={shared} />
        <div className={styles.side}>
          <Panel title={c('checks')}>
            <p className={styles.caption}>{c.rich('checkedAt', { time: <Time key="at" at={checkedAt} /> })}</p>
            <CheckList checks={checks} />
          </Panel>
        </div>
        <div className={styles.rest}>
          <h2>{c('means')}</h2>
          <p>
            {c.rich(meaningOf(state, inForce), {
              name: holderName,
              organization: organizationName,
              until: <Time key="until" at={shared.validUntil} show="day" zone="UTC" />,
            })}
          </p>
          <h2>{c('scope')}</h2>
          <p>{shared.scope}</p>
          <h2>{c('earned')}</h2>
          <p>{shared.meaning}</p>
          <p>
            <Link to={`/programs/${shared.programId}`}>{c('program')}</Link>
          </p>
          <Facts
            facts={[
              ...(number === undefined
                ? []
                : [{ label: c('number'), value: <Link to={`/c/${number}`}>{number}</Link> }]),
              { label: c('organization'), value: organizationName },
              { label: c('edition'), value: shared.edition },
              ...shared.track.map(({ axis, option }) => ({ label: axis, value: option })),
            ]}
          />
          {number === undefined && <p className={styles.caption}>{t('numberKept')}</p>}
          {history && (
            <>
              <h2>{c('history')}</h2>
              <History
                entries={history.map((entry, index) => ({
                  id: `${entry.at}-${index}`,
                  at: entry.at,
                  who: organizationName,
                  what: entry.what,
                }))}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
