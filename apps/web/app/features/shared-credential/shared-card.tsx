import type { Api } from '../../api.ts';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from '../verification/messages.ts';
import { Seal } from '../verification/seal.tsx';
import { StatusBand } from '../verification/status-band.tsx';
import styles from '../verification/verification.module.css';

type Shared = Awaited<ReturnType<Api['registry']['readShareLink']>>;

/** As on the public page, without the number. */
export const SharedCard = ({ shared }: { shared: Shared }) => {
  const t = useText(messages);
  const { holderName, postnominal, title, organizationName, validFrom, validUntil } = shared;
  return (
    <section className={styles.credential} aria-label={title} data-held={shared.inForce}>
      <StatusBand state={shared.state} since={shared.since} inForce={shared.inForce} />
      <div className={styles.body}>
        <div className={styles.words}>
          <p className={styles.name}>
            {holderName}
            {postnominal && <span className={styles.postnominal}>, {postnominal}</span>}
          </p>
          <p className={styles.what}>{title}</p>
          <p className={styles.dates}>{organizationName}</p>
          <p className={styles.dates}>
            {t.rich('period', {
              from: <Time key="from" at={validFrom} show="day" zone="UTC" />,
              until: <Time key="until" at={validUntil} show="day" zone="UTC" />,
            })}
          </p>
        </div>
        <Seal letters={shared.abbreviation} />
      </div>
    </section>
  );
};
