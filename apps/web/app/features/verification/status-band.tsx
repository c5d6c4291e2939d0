import { IconAlertTriangle } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { bandTone } from './band-tone.ts';
import type { ShownCredential } from './credential.ts';
import { bandLineOf } from './employer-words.ts';
import { messages } from './messages.ts';
import styles from './verification.module.css';

type BandProps = Pick<ShownCredential, 'state' | 'since'> & { readonly inForce: boolean };

/** The answer, before everything else: its status, and whether it holds. "Active" stands only where every check passed. */
export const StatusBand = ({ state, since, inForce }: BandProps) => {
  const t = useText(messages);
  const line = bandLineOf(state, inForce);
  return (
    <div className={styles.band} data-tone={bandTone(state, inForce)}>
      {line === 'unconfirmed' ? (
        <span className={styles.unconfirmed}>
          <Icon of={IconAlertTriangle} /> {t('notConfirmed')}
        </span>
      ) : (
        <Status of="credential" is={state} />
      )}
      <span className={styles.bandLine}>
        {line === 'notInForceSince' ? t.rich(line, { date: <Time at={since} show="day" zone="UTC" /> }) : t(line)}
      </span>
    </div>
  );
};
