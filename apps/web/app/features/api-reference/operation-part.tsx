import { DataTable } from '../../parts/data-table.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './api-reference.module.css';
import { curlOf, type Described } from './describe.ts';
import { messages } from './messages.ts';

/** One operation: what it does and who may, then what it takes, answers and an example. */
export const OperationPart = ({ operation, server }: { operation: Described; server: string }) => {
  const t = useText(messages);
  return (
    <article className={styles.operation} aria-labelledby={operation.id}>
      <h3 id={operation.id} className={styles.title}>
        {operation.summary}
      </h3>
      <p className={styles.address}>
        <code>
          <strong>{operation.method}</strong> {operation.path}
        </code>
      </p>
      {operation.prose.map((paragraph) => (
        <p key={paragraph} className={styles.prose}>
          {paragraph.replaceAll('`', '')}
        </p>
      ))}
      <Disclosure label={t('example')} about={operation.summary}>
        {operation.members.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <DataTable
            caption={t('input')}
            captionShown
            columns={[
              { id: 'member', header: t('member'), cell: (row) => <code>{row.name}</code> },
              { id: 'where', header: t('where'), cell: (row) => t(row.where) },
              { id: 'type', header: t('type'), cell: (row) => row.type },
              { id: 'required', header: t('required'), line: 3, cell: (row) => t(row.required ? 'yes' : 'no') },
            ]}
            rows={operation.members}
            keyOf={(row) => `${row.where} ${row.name}`}
            empty={null}
          />
        )}
        {operation.answer.length > 0 && (
          <>
            <p>{t('answer')}</p>
            <ul>
              {operation.answer.map((member) => (
                <li key={member}>
                  <code>{member}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre className={styles.code} tabIndex={0}>
          {curlOf(operation, server)}
        </pre>
      </Disclosure>
    </article>
  );
};
