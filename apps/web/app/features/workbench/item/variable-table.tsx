import { DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { type VariableRow, valueWords } from '../engine/values.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';

interface VariableTableProps {
  caption: string;
  captionShown?: boolean;
  rows: readonly VariableRow[];
}

/** Variables with their values. */
export const VariableTable = ({ caption, captionShown = false, rows }: VariableTableProps) => {
  const t = useText(messages);
  return (
    <DataTable
      caption={caption}
      captionShown={captionShown}
      rows={rows}
      keyOf={({ identifier }) => identifier}
      empty={null}
      columns={[
        { id: 'name', header: t('name'), cell: ({ identifier }) => <code className={styles.name}>{identifier}</code> },
        {
          id: 'value',
          header: t('value'),
          speaksForItself: true,
          cell: ({ value }) => <span className={styles.value}>{valueWords(value) ?? t('noValue')}</span>,
        },
        {
          id: 'of',
          header: t('of'),
          line: 3,
          speaksForItself: true,
          cell: ({ type, interpretation }) => (interpretation === null ? type : `${type}. ${interpretation}`),
        },
      ]}
    />
  );
};
