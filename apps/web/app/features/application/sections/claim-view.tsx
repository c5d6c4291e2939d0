import { type Program, settingLabel } from '@testamur/program';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Claim, EvidenceFile } from '../candidacy.ts';
import { type Entry, entryWords, isExperience } from './entries.ts';
import { FileLinks } from './file-links.tsx';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';

interface EntryDetailProps {
  entry: Entry;
  program: Program;
  files: readonly EvidenceFile[];
}

/** One job or degree in words, with its files. */
export const EntryDetail = ({ entry, program, files }: EntryDetailProps) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <>
      {isExperience(entry) ? (
        <>
          <div>{entry.setting === 'other' ? t('otherSetting') : settingLabel(program, entry.setting)}</div>
          <div>
            {t.rich('period', {
              from: <Time key="from" on={entry.from} />,
              to: entry.to === undefined ? t('goesOn') : <Time key="to" on={entry.to} />,
            })}
            , {t('percent', { percent: entry.fullTimePercent })}
          </div>
        </>
      ) : (
        <div>
          {say({ code: `level.${entry.level}` })}, {t('accreditedWord', { accredited: entry.accredited })},{' '}
          <Time on={entry.awardedOn} />
        </div>
      )}
      <FileLinks ids={entry.fileIds} files={files} />
    </>
  );
};

interface ClaimViewProps {
  claim: Claim;
  program: Program;
  files: readonly EvidenceFile[];
}

/** What is stated for a requirement, to be read. */
export const ClaimView = ({ claim, program, files }: ClaimViewProps) => {
  const t = useText(messages);
  if (claim.kind === 'attestation') {
    return <p>{t('signedAs', { name: claim.signedName, version: claim.documentVersion })}</p>;
  }
  return (
    <ul className={styles.entries}>
      {claim.entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <strong>{entryWords(entry)}</strong>
          <EntryDetail entry={entry} program={program} files={files} />
        </li>
      ))}
    </ul>
  );
};
