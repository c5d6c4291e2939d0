import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { EducationEntry, ExperienceEntry } from '../candidacy.ts';
import type { ExperienceReview } from '../experience.ts';
import { EvidenceList } from '../files/evidence-list.tsx';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { ClaimContext } from './claim-context.ts';

interface JobProps extends ClaimContext {
  entry: ExperienceEntry;
  experience: ExperienceReview | undefined;
}

/** One job in words: what, where, how long, and how much of it counts. */
export const Job = ({ entry, experience, labels, ...evidence }: JobProps) => {
  const t = useText(messages);
  const { from, to, setting, role } = entry;
  const counted = experience?.byEntry[entry.id];
  return (
    <div className={styles.entry}>
      <h3>{entry.position}</h3>
      <dl>
        <dt>{t('employer')}</dt>
        <dd>{entry.employer}</dd>
        <dt>{t('setting')}</dt>
        <dd>{labels.settings[setting] ?? t('otherChoice')}</dd>
        {role !== undefined && (
          <>
            <dt>{t('role')}</dt>
            <dd>{labels.roles[role] ?? t('otherChoice')}</dd>
          </>
        )}
        <dt>{t('period')}</dt>
        <dd>
          {to === undefined
            ? t.rich('periodOn', { from: <Time key="from" on={from} /> })
            : t.rich('periodOver', { from: <Time key="from" on={from} />, to: <Time key="to" on={to} /> })}
        </dd>
        <dt>{t('share')}</dt>
        <dd>{t('percent', { percent: entry.fullTimePercent })}</dd>
        <dt>{t('counted')}</dt>
        <dd>{counted === undefined ? t('entryNot') : t(`entry-${counted.unit}`, { counted: counted.counted })}</dd>
      </dl>
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};

/** One degree in words. */
export const Degree = ({ entry, labels, ...evidence }: ClaimContext & { entry: EducationEntry }) => {
  const t = useText(messages);
  const { fieldId, accreditedBy } = entry;
  return (
    <div className={styles.entry}>
      <h3>{t(`level.${entry.level}`)}</h3>
      <dl>
        <dt>{t('institution')}</dt>
        <dd>{entry.institution}</dd>
        <dt>{t('degreeField')}</dt>
        <dd>
          {entry.field}
          {fieldId !== undefined && ` (${labels.fields[fieldId] ?? t('otherChoice')})`}
        </dd>
        <dt>{t('awarded')}</dt>
        <dd>
          <Time on={entry.awardedOn} />
        </dd>
        <dt>{t('accredited')}</dt>
        <dd>
          {entry.accredited ? t('yes') : t('no')}
          {accreditedBy !== undefined && `, ${labels.accreditors[accreditedBy] ?? t('otherChoice')}`}
        </dd>
      </dl>
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};
