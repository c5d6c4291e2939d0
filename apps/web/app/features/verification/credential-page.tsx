import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/credential-page';
import { bandTone } from './band-tone.ts';
import { CheckList } from './check-list.tsx';
import { messages } from './messages.ts';
import { Seal } from './seal.tsx';
import styles from './verification.module.css';

export const loader = load(({ params }: Route.LoaderArgs, { api }) =>
  api.registry.verifyByNumber({ number: params.number }),
);

export const headers = () => ({ 'cache-control': 'no-store' });

export default function CredentialPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const demonstration = useDemonstration();
  const { credential, checks, checkedAt, inForce } = loaderData;
  const holds = inForce && credential.state !== 'replaced';
  const letters = credential.number.split('-')[0] ?? '';
  return (
    <Page title={t('title', { name: credential.holderName, credential: credential.title })}>
      {credential.demonstration && !demonstration && <Notice kind="demonstration" />}
      <div className={styles.layout} data-wide>
        <section className={styles.credential} aria-label={credential.number}>
          <div className={styles.band} data-tone={bandTone(credential.state, inForce)}>
            <Status of="credential" is={credential.state} />
            <span>
              {holds ? t('inForce') : t.rich('notInForceSince', { date: <Time at={credential.since} show="day" /> })}
            </span>
          </div>
          <div className={styles.body}>
            <div>
              <p className={styles.name}>{credential.holderName}</p>
              <p className={styles.what}>{credential.title}</p>
              <p className={styles.dates}>
                <Time at={credential.validFrom} show="day" /> – <Time at={credential.validUntil} show="day" />
              </p>
            </div>
            <Seal letters={letters} />
          </div>
        </section>
        <div className={styles.side}>
          <Panel title={t('checks')}>
            <p className={styles.caption}>{t.rich('checkedAt', { time: <Time at={checkedAt} /> })}</p>
            <CheckList checks={checks} />
            <LinkButton to={`/c/${credential.number}`} weight="other">
              {t('again')}
            </LinkButton>
          </Panel>
        </div>
        <div className={styles.rest}>
          {credential.replacedBy && (
            <p>
              {t.rich('replacedBy', {
                number: credential.replacedBy,
                link: (words) => <Link to={`/c/${credential.replacedBy}`}>{words}</Link>,
              })}
            </p>
          )}
          <h2>{t('scope')}</h2>
          <p>{credential.scope}</p>
          <h2>{t('meaning')}</h2>
          <p>{credential.meaning}</p>
          <Facts
            facts={[
              { label: t('number'), value: <code>{credential.number}</code> },
              { label: t('organization'), value: credential.organizationName },
              { label: t('edition'), value: credential.edition },
              { label: t('validFrom'), value: <Time at={credential.validFrom} show="day" /> },
              { label: t('validUntil'), value: <Time at={credential.validUntil} show="day" /> },
            ]}
          />
          <p style={{ marginBlockStart: 16 }}>
            <Link to={`/programs/${credential.programId}`}>{t('program')}</Link>
          </p>
          <h2>{t('history')}</h2>
          <History
            entries={credential.history.map((entry, at) => ({
              id: `${entry.at}-${at}`,
              at: entry.at,
              who: credential.organizationName,
              what: entry.what,
            }))}
          />
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </div>
    </Page>
  );
}
