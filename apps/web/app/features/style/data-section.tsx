import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Money } from '../../parts/money.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Status } from '../../parts/status.tsx';
import type { StatusName } from '../../parts/status-table.ts';
import { Time } from '../../parts/time.tsx';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly status: StatusName<'candidacy'>;
  readonly since: string;
  readonly paidMinor: number;
  readonly experienceYears: number;
}

const rows: readonly Row[] = [
  {
    id: 'T-4F7K',
    name: 'Rivera, Ana',
    status: 'waiting-for-review',
    since: '2027-02-27',
    paidMinor: 0,
    experienceYears: 2.4,
  },
  {
    id: 'T-9QZM',
    name: 'Cho, Minseo',
    status: 'certified',
    since: '2027-02-20',
    paidMinor: 22_500,
    experienceYears: 11,
  },
  {
    id: 'T-2B8X',
    name: 'van der Merwe-Oyelaran, Temitope',
    status: 'payment-due',
    since: '2027-01-30',
    paidMinor: 0,
    experienceYears: 3.25,
  },
];

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Candidate', cell: ({ name }) => name, sortable: true },
  { id: 'number', header: 'Number', cell: ({ id }) => <code>{id}</code>, speaksForItself: true },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <Status of="candidacy" is={status} />,
    speaksForItself: true,
  },
  { id: 'since', header: 'Since', cell: ({ since }) => <Time on={since} />, sortable: true, line: 3 },
  { id: 'years', header: 'Years', cell: ({ experienceYears }) => experienceYears.toFixed(2), numeric: true, line: 3 },
  {
    id: 'paid',
    header: 'Paid',
    cell: ({ paidMinor }) => <Money amount={{ amountMinor: paidMinor, currency: 'USD' }} zero="amount" />,
    numeric: true,
    line: 3,
  },
];

export const DataSection = () => (
  <section>
    <h2>Table</h2>
    <DataTable
      caption="Candidacies of the program"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      linkOf={({ id }) => `/style?row=${id}`}
      empty={<EmptyState />}
    />
    <Pager page={2} pageSize={50} total={214} />
  </section>
);
