import { Link } from 'react-router';
import type { Api } from '../../api.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './credential-aside.module.css';
import { isInForce } from './in-force.ts';
import { messages } from './messages.ts';
import { isRenewalNext, type Renewal } from './next-part.tsx';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

interface AsideProps {
  credential: Credential;
  /** The latest credential of the same certification. */
  latest: string | undefined;
  renewal: Renewal;
}

/** How to keep it, and what else there is to do with it. */
export const CredentialAside = (props: AsideProps) => {
  const t = useText(messages);
  const { credential, latest, renewal } = props;
  const { id, candidacyId, surrenderable, retirement, state } = credential;
  const mayRenew = latest === id && renewal && isInForce(state) && renewal.state !== 'closed' && !isRenewalNext(props);
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
          <li>
            <Link to={`/me/credentials/${id}/evidence`}>{t('evidence')}</Link>
          </li>
          <li>
            <Link to={`/me/candidacies/${candidacyId}`}>{t('application')}</Link>
          </li>
          {isInForce(state) && (
            <li>
              <Link to={`/me/candidacies/${candidacyId}/listing`}>{t('register')}</Link>
            </li>
          )}
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
