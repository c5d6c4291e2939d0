import { IconFileText } from '@tabler/icons-react';
import { useDocument } from '../../../document/document-context.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import type { EvidenceFile } from '../candidacy.ts';
import { fileSize } from './file-size.ts';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';

/** Files by name and size, each to be opened. */
export const FileLinks = ({ ids, files }: { ids: readonly string[]; files: readonly EvidenceFile[] }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const named = files.filter(({ id }) => ids.includes(id));
  if (named.length === 0) return <div className={styles.quiet}>{t('noFiles')}</div>;
  return (
    <ul className={styles.files}>
      {named.map(({ id, name, bytes }) => (
        <li key={id}>
          <Icon of={IconFileText} />{' '}
          <a href={`/me/files/${id}`}>{t('fileNamed', { name, size: fileSize(bytes, locale) })}</a>
        </li>
      ))}
    </ul>
  );
};
