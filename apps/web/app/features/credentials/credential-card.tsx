import type { Api } from '../../api.ts';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { Seal } from '../verification/seal.tsx';
import styles from './credential-card.module.css';
import { isInForce } from './in-force.ts';
import { messages } from './messages.ts';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

const notInForce = ['suspended', 'revoked', 'expired', 'lapsed', 'surrendered', 'replaced'] as const;

/** The one precious thing: name, title, dates, seal. What it is worth today stands above all of it. */
export const CredentialCard = ({ credential }: { credential: Credential }) => {
  const t = useText(messages);
  const { abbreviation, holderName, postnominal, title, number, state, since, validFrom, validUntil, history } =
    credential;
  const not = notInForce.find((one) => one === state);
  const why = state === 'suspended' || state === 'revoked' ? history[0]?.reason : undefined;
  return (
    <section className={styles.card} aria-label={number} data-holds={isInForce(state)}>
      <div className={styles.inner}>
        <div className={styles.state}>
          <Status of="credential" is={state} />
          {state !== 'active' && (
            <span>{t.rich('since', { date: <Time key="since" at={since} zone="UTC" show="day" /> })}</span>
          )}
        </div>
        {not && (
          <div className={styles.not}>
            <p>{t(`not.${not}`)}</p>
            {why !== undefined && <p className={styles.why}>{t('notWhy', { reason: why })}</p>}
          </div>
        )}
        <div className={styles.body}>
          <div>
            <p className={styles.name}>{postnominal === undefined ? holderName : `${holderName}, ${postnominal}`}</p>
            <p className={styles.what}>{title}</p>
            <p className={styles.dates}>
              {t.rich('period', {
                from: <Time key="from" at={validFrom} zone="UTC" show="day" />,
                until: <Time key="until" at={validUntil} zone="UTC" show="day" />,
              })}
            </p>
            <p className={styles.number}>{number}</p>
          </div>
          <Seal letters={abbreviation} />
        </div>
      </div>
    </section>
  );
};
