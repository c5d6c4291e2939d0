import { IconExternalLink } from '@tabler/icons-react';
import { useDocument } from '../../../document/document-context.ts';
import { Icon } from '../../../parts/icon.tsx';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useText } from '../../../text/use-text.ts';
import type { EvidenceFile } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { FilesById } from '../review.ts';

interface EvidenceListProps {
  ids: readonly string[];
  files: FilesById;
  /** The address of the candidacy; the files lie below. Undefined where the reader's role opens none. */
  candidacyPath: string | undefined;
}

const typeNames = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;

/** Rounded to what a person reads: 120 kB, 2.4 MB. */
const sizeIn = (locale: string, bytes: number): string => {
  const unit = bytes >= 1_000_000 ? 'megabyte' : 'kilobyte';
  const value = bytes / (unit === 'megabyte' ? 1_000_000 : 1000);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  return format.format(value);
};

/** Evidence of one entry: images in place, PDF in a tab of its own. */
export const EvidenceList = ({ ids, files, candidacyPath }: EvidenceListProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const known = ids.flatMap((id) => files[id] ?? []);
  if (known.length === 0) return <p className={styles.quiet}>{t('noFiles')}</p>;
  const factsOf = ({ type, bytes }: EvidenceFile) =>
    t('fileFacts', { type: typeNames[type], size: sizeIn(intlLocaleOf(locale), bytes) });
  return (
    <ul className={styles.files}>
      {known.map((file) => (
        <li key={file.id}>
          {candidacyPath === undefined ? (
            file.name
          ) : (
            <a href={`${candidacyPath}/files/${file.id}`} target="_blank" rel="noreferrer">
              <Icon of={IconExternalLink} size={16} /> {t('openFile', { name: file.name })}
            </a>
          )}{' '}
          <span className={styles.quiet}>{factsOf(file)}</span>
          {candidacyPath !== undefined && file.type !== 'application/pdf' && (
            <img className={styles.image} src={`${candidacyPath}/files/${file.id}`} alt={file.name} loading="lazy" />
          )}
        </li>
      ))}
    </ul>
  );
};
