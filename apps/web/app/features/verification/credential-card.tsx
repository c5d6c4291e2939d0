import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { ShownCredential } from './credential.ts';
import { messages } from './messages.ts';
import { Seal } from './seal.tsx';
import { StatusBand } from './status-band.tsx';
import styles from './verification.module.css';

/** What a certificate says, under the band that says how it stands. */
export const CredentialCard = ({ credential, inForce }: { credential: ShownCredential; inForce: boolean }) => {
  const t = useText(messages);
  const { number, holderName, title, postnominal, track, organizationName, validFrom, validUntil } = credential;
  return (
    <section className={styles.credential} data-held={inForce} aria-label={number}>
      <StatusBand state={credential.state} since={credential.since} inForce={inForce} />
      <div className={styles.body}>
        <div className={styles.words}>
          <p className={styles.name}>
            {holderName}
            {postnominal && <span className={styles.postnominal}>, {postnominal}</span>}
          </p>
          <p className={styles.what}>{title}</p>
          {track.length > 0 && (
            <p className={styles.dates}>{track.map(({ axis, option }) => `${axis}: ${option}`).join(' · ')}</p>
          )}
          <p className={styles.dates}>{organizationName}</p>
          <p className={styles.dates}>
            {t.rich('period', {
              from: <Time at={validFrom} show="day" zone="UTC" />,
              until: <Time at={validUntil} show="day" zone="UTC" />,
            })}
          </p>
        </div>
        <Seal letters={number.split('-')[0] ?? ''} />
      </div>
    </section>
  );
};
