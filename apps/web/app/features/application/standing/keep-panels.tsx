import { Panel } from '../../../parts/panel.tsx';
import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from './standing.module.css';

const day = (key: string, at: string) => <Time key={key} at={at} zone="UTC" show="day" />;

/** Memberships and accesses that came with what was paid. */
export const GrantsPanel = ({ candidacy: { standing } }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  const inForce = standing.grants.filter(({ until }) => until === undefined || until >= standing.at);
  if (inForce.length === 0) return null;
  return (
    <Panel title={t('granted')}>
      <ul className={styles.choices}>
        {inForce.map(({ fee, kind, title, until }) => (
          <li key={`${fee} ${kind} ${title}`}>
            {until === undefined ? title : t.rich('grantUntil', { title, date: day('until', until) })}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** The yearly fees of keeping the credential. */
export const YearlyPanel = ({ candidacy: { standing } }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  if (standing.maintenance.length === 0) return null;
  return (
    <Panel title={t('yearly')}>
      <ul className={styles.choices}>
        {standing.maintenance.map(({ fee, year, dueAt, graceUntil, state }) => (
          <li key={`${fee} ${year}`}>
            <strong>{t('yearOf', { year })}</strong>:{' '}
            {t.rich(`year.${state}`, { date: day('due', dueAt), grace: day('grace', graceUntil) })}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
