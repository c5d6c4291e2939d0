import { Link } from 'react-router';
import { DataTable } from '../../../parts/data-table.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { Status } from '../../../parts/status.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import { messages } from '../messages.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';

/** Tests, sections, shared texts and media. */
export const OtherDocuments = () => {
  const t = useText(messages);
  const { documents, media } = useWorkbench().report;
  return (
    <>
      <h2>{t('others')}</h2>
      {documents.length === 0 && media.length === 0 && <p>{t('noOthers')}</p>}
      <DataTable
        caption={t('documents')}
        rows={documents}
        keyOf={({ kind, index }) => `${kind} ${index}`}
        empty={null}
        columns={[
          {
            id: 'title',
            header: t('document'),
            cell: ({ kind, index, title, identifier, file, status }) => {
              const name = title || identifier || file;
              return kind === 'test' && status !== 'refused' ? (
                <Link to={addressOf({ at: 'test', index })}>{name}</Link>
              ) : (
                name
              );
            },
          },
          { id: 'kind', header: t('documentKind'), speaksForItself: true, cell: ({ kind }) => t(`document.${kind}`) },
          {
            id: 'status',
            header: t('status'),
            speaksForItself: true,
            cell: ({ status }) => <Status of="reading" is={status} />,
          },
          {
            id: 'file',
            header: t('file'),
            line: 3,
            speaksForItself: true,
            cell: ({ file }) => <span className={styles.cell}>{file}</span>,
          },
          {
            id: 'messages',
            header: t('messages'),
            line: 3,
            speaksForItself: true,
            cell: ({ messages: said }) => said.map(({ line, text }) => t('line', { line, text })).join(' '),
          },
        ]}
      />
      {media.length > 0 && (
        <Disclosure label={t('media', { count: media.length })}>
          <ul className={styles.files}>
            {media.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};
