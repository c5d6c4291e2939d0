import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { EducationEntry, ExperienceEntry } from '../candidacy.ts';
import { EvidenceList } from '../files/evidence-list.tsx';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { ExperienceYears, FilesById } from '../review.ts';

interface EvidenceProps {
  files: FilesById;
  candidacyPath: string | undefined;
}

interface JobProps extends EvidenceProps {
  entry: ExperienceEntry;
  settings: Readonly<Record<string, string>>;
  years: ExperienceYears | undefined;
}

/** One job in words: what, where, how long, and how much of it counts. */
export const Job = ({ entry, settings, years, ...evidence }: JobProps) => {
  const t = useText(messages);
  const { from, to } = entry;
  const counted = years?.byEntry[entry.id];
  return (
    <div className={styles.entry}>
      <h3>{entry.position}</h3>
      <dl>
        <dt>{t('employer')}</dt>
        <dd>{entry.employer}</dd>
        <dt>{t('setting')}</dt>
        <dd>{settings[entry.setting] ?? entry.setting}</dd>
        <dt>{t('period')}</dt>
        <dd>
          {to === undefined
            ? t.rich('periodOn', { from: <Time key="from" on={from} /> })
            : t.rich('periodOver', { from: <Time key="from" on={from} />, to: <Time key="to" on={to} /> })}
        </dd>
        <dt>{t('share')}</dt>
        <dd>{t('percent', { percent: entry.fullTimePercent })}</dd>
        <dt>{t('counted')}</dt>
        <dd>{counted === undefined ? t('entryNot') : t('entryYears', { years: counted })}</dd>
      </dl>
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};

/** One degree in words. */
export const Degree = ({ entry, ...evidence }: EvidenceProps & { entry: EducationEntry }) => {
  const t = useText(messages);
  return (
    <div className={styles.entry}>
      <h3>{t(`level.${entry.level}`)}</h3>
      <dl>
        <dt>{t('institution')}</dt>
        <dd>{entry.institution}</dd>
        <dt>{t('degreeField')}</dt>
        <dd>{entry.field}</dd>
        <dt>{t('awarded')}</dt>
        <dd>
          <Time on={entry.awardedOn} />
        </dd>
        <dt>{t('accredited')}</dt>
        <dd>{entry.accredited ? t('yes') : t('no')}</dd>
      </dl>
      <EvidenceList ids={entry.fileIds} {...evidence} />
    </div>
  );
};
