import { type RenewalRouteOf, type RenewalStanding, titleOf } from '@testamur/program';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { unitOf } from './load-renewal.ts';
import { messages } from './messages.ts';
import styles from './renewal.module.css';

type Entry = RenewalStanding['entries'][number];

const EntryState = ({ entry: { state, reason } }: { entry: Entry }) => {
  const say = useSay();
  return (
    <>
      {state === 'accepted' && <Status of="requirement" is="met" />}
      {state === 'waiting' && <Status of="candidacy" is="waiting-for-review" />}
      {state === 'not-accepted' && <Status of="candidacy" is="not-accepted" />}
      <div className={styles.quiet}>{say(reason)}</div>
    </>
  );
};

interface EntryTableProps {
  renewal: RenewalStanding;
  route: RenewalRouteOf<'education'>;
  cycleStart: string | undefined;
}

/** What was logged in the cycle, the latest completion first, and whether it counts. */
export const EntryTable = ({ renewal, route, cycleStart }: EntryTableProps) => {
  const t = useText(messages);
  return (
    <>
      <h2>{t('entries')}</h2>
      <DataTable
        caption={t('entries')}
        rows={renewal.entries.toSorted((a, b) => b.completedOn.localeCompare(a.completedOn))}
        keyOf={({ entryId }) => entryId}
        empty={
          <EmptyState title={t('noEntries', { unit: unitOf(route) })}>
            {cycleStart && (
              <p>{t.rich('noEntriesMore', { date: <Time key="start" at={cycleStart} zone="UTC" show="day" /> })}</p>
            )}
          </EmptyState>
        }
        columns={[
          { id: 'activity', header: t('activity'), cell: ({ title }) => title },
          ...(route.categories.length > 1
            ? [
                {
                  id: 'category',
                  header: t('category'),
                  cell: ({ category }: Entry) => titleOf(route.categories, category),
                  line: 3 as const,
                },
              ]
            : []),
          { id: 'provider', header: t('provider'), cell: ({ provider }) => provider, line: 3 },
          { id: 'completed', header: t('completedOn'), cell: ({ completedOn }) => <Time on={completedOn} />, line: 3 },
          { id: 'state', header: t('state'), cell: (entry) => <EntryState entry={entry} />, speaksForItself: true },
          {
            id: 'hours',
            header: t('hoursHeader', { unit: unitOf(route) }),
            cell: ({ hours }) => hours,
            numeric: true,
            line: 3,
          },
        ]}
      />
    </>
  );
};
