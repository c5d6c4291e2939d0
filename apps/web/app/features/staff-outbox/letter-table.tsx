import type { Api } from '../../api.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Time } from '../../parts/time.tsx';
import styles from '../../staff/staff.module.css';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

export type Letter = Awaited<ReturnType<Api['notifications']['listOutbox']>>['messages'][number];

/** Letters with their text behind the subject. `to` is what was searched for. */
export const LetterTable = ({ letters, to }: { letters: readonly Letter[]; to: string }) => {
  const t = useText(messages);
  return (
    <DataTable
      caption={t('caption')}
      rows={letters}
      keyOf={({ id }) => id}
      empty={<EmptyState title={to === '' ? t('nothingYet') : t('nothing', { to })} />}
      columns={[
        {
          id: 'subject',
          header: t('subject'),
          cell: ({ subject, text, to: recipient }) => (
            <Disclosure label={subject} about={recipient}>
              <p className={styles.text}>{text}</p>
            </Disclosure>
          ),
        },
        { id: 'to', header: t('to'), speaksForItself: true, cell: (row) => row.to },
        { id: 'written', header: t('written'), line: 3, cell: (row) => <Time at={row.createdAt} /> },
        {
          id: 'state',
          header: t('state'),
          line: 3,
          speaksForItself: true,
          cell: ({ state, error }) => t(`state.${state}`, { error: error ?? '' }),
        },
      ]}
    />
  );
};
