import { Link } from 'react-router';
import type { Api } from '../../api.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './credential-aside.module.css';
import { messages } from './messages.ts';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;
type Renewal = Awaited<ReturnType<Api['candidacies']['getCandidacy']>>['standing']['renewal'];

interface AsideProps {
  credential: Credential;
  /** The latest credential of the same certification. */
  latest: string | undefined;
  renewal: Renewal;
}

/** How to keep it, and what else there is to do with it. */
export const CredentialAside = ({ credential, latest, renewal }: AsideProps) => {
  const t = useText(messages);
  const { id, candidacyId, surrenderable, retirement } = credential;
  const isLatest = latest === id;
  const mayRenew = isLatest && renewal !== undefined && renewal.state !== 'closed';
  return (
    <>
      {mayRenew && (
        <Panel title={t('keep')}>
          <p>{t.rich('keepUntil', { date: <Time key="grace" at={renewal.graceUntil} zone="UTC" show="day" /> })}</p>
          <LinkButton to={`/me/credentials/${id}/renew`} weight="other">
            {t('renew')}
          </LinkButton>
        </Panel>
      )}
      <Panel title={t('more')}>
        <ul className={styles.links}>
          {!isLatest && latest !== undefined && (
            <li>
              <Link to={`/me/credentials/${latest}`}>{t('newer')}</Link>
            </li>
          )}
          <li>
            <Link to={`/me/candidacies/${candidacyId}/listing`}>{t('register')}</Link>
          </li>
          <li>
            <Link to={`/me/candidacies/${candidacyId}`}>{t('application')}</Link>
          </li>
          {surrenderable && (
            <li>
              <Link to={`/me/credentials/${id}/surrender`}>{t(retirement ? 'surrender' : 'surrenderOnly')}</Link>
            </li>
          )}
        </ul>
      </Panel>
    </>
  );
};
