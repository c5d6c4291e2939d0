import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useText } from '../../text/use-text.ts';
import type { GuideProgram } from './guide-program.ts';
import { messages } from './messages.ts';
import { ProgramLinks } from './words.tsx';

interface CountRow {
  readonly label: string;
  readonly programs: readonly GuideProgram[];
}

interface CountTableProps {
  caption: string;
  header: string;
  rows: readonly CountRow[];
  /** Of how many programs; without it the number is not said. */
  total?: number;
}

/** What how many programs have in common, and which. */
export const CountTable = ({ caption, header, rows, total }: CountTableProps) => {
  const t = useText(messages);
  const columns: Column<CountRow>[] = [
    { id: 'label', header, cell: ({ label }) => label },
    ...(total === undefined
      ? []
      : [
          {
            id: 'count',
            header: t('howMany'),
            speaksForItself: true,
            cell: ({ programs }: CountRow) => t('ofAll', { count: programs.length, total }),
          },
        ]),
    {
      id: 'programs',
      header: t('programs'),
      speaksForItself: true,
      line: 3,
      cell: ({ programs }) => <ProgramLinks programs={programs} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ label }) => label} empty={null} />;
};
