import { labelOf, type Program, titleOf } from '@testamur/program';
import { Time } from '../../../../parts/time.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { Claim, EvidenceFile } from '../../candidacy.ts';
import { entryWords, hasEntries } from '../entries/entries.ts';
import { FileLinks } from '../file-links.tsx';
import styles from '../sections.module.css';
import { messages } from './claim-messages.ts';
import { EntryDetail } from './entry-detail.tsx';

interface ClaimViewProps {
  claim: Claim;
  program: Program;
  files: readonly EvidenceFile[];
}

/** What is stated for a requirement, to be read. */
export const ClaimView = ({ claim, program, files }: ClaimViewProps) => {
  const t = useText(messages);
  if (hasEntries(claim)) {
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
  }
  switch (claim.kind) {
    case 'attestation':
      return <p>{t('signedAs', { name: claim.signedName, version: claim.documentVersion })}</p>;
    case 'background-check':
      return <p>{t('consentedAs', { name: claim.signedName })}</p>;
    case 'registration':
      return <p>{t('registered')}</p>;
    case 'age':
      return <p>{t.rich('bornOnWord', { date: <Time key="born" on={claim.bornOn} /> })}</p>;
    case 'training':
      return (
        <p>
          {t.rich('trainingWord', {
            title: titleOf(program.trainingPrograms, claim.trainingProgram),
            date: <Time key="completed" on={claim.completedOn} />,
          })}
        </p>
      );
    case 'credential':
      return (
        <>
          <p>
            {t('heldWord', { label: labelOf(program.credentials, claim.credential), number: claim.number })}
            {claim.validUntil !== undefined && (
              <>, {t.rich('heldUntil', { date: <Time key="until" on={claim.validUntil} /> })}</>
            )}
          </p>
          <FileLinks ids={claim.fileIds} files={files} />
        </>
      );
  }
};
