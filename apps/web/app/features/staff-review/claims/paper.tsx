import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ClaimOf } from '../candidacy.ts';
import { EvidenceList } from '../files/evidence-list.tsx';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { Stale } from '../stale.ts';
import type { ClaimContext } from './claim-context.ts';

type CourseEntry = ClaimOf<'course'>['entries'][number];
type PaperEntry = ClaimOf<'document' | 'work-samples'>['entries'][number];

/** Said where an entry is older than the requirement allows; it counts nothing. */
const TooOld = ({ id, stale }: { id: string; stale: Stale | undefined }) => {
  const t = useText(messages);
  if (!stale?.entryIds.includes(id)) return null;
  return (
    <p>
      <strong>{t('stale')}</strong> {t.rich('staleSince', { since: <Time key="since" on={stale.since} /> })}
    </p>
  );
};

/** A course that was completed elsewhere. */
export const CourseTaken = ({
  entry,
  stale,
  labels: _labels,
  ...evidence
}: ClaimContext & { entry: CourseEntry; stale: Stale | undefined }) => {
  const t = useText(messages);
  return (
    <div className={styles.entry}>
      <h3>{entry.title}</h3>
      <dl>
        <dt>{t('provider')}</dt>
        <dd>{entry.provider}</dd>
        <dt>{t('hours')}</dt>
        <dd>{t('number', { value: entry.hours })}</dd>
        <dt>{t('completed')}</dt>
        <dd>
          <Time on={entry.completedOn} />
        </dd>
      </dl>
      <TooOld id={entry.id} stale={stale} />
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};

/** A paper, or a piece of work. */
export const Paper = ({
  entry,
  stale,
  labels: _labels,
  ...evidence
}: ClaimContext & { entry: PaperEntry; stale: Stale | undefined }) => {
  const t = useText(messages);
  return (
    <div className={styles.entry}>
      <h3>{entry.title}</h3>
      <dl>
        <dt>{t('issued')}</dt>
        <dd>
          <Time on={entry.issuedOn} />
        </dd>
      </dl>
      <TooOld id={entry.id} stale={stale} />
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};
