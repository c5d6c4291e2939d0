import type { Api } from '../../api.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { candidacyPath } from '../application/candidacy.ts';
import { mainAction } from '../application/standing/next-words.ts';
import { messages } from './messages.ts';

type Row = Awaited<ReturnType<Api['candidacies']['listMyCandidacies']>>['candidacies'][number];

/** Several candidacies by their nearest deadline, as the API gives them. */
export const CandidacyList = ({ candidacies }: { candidacies: readonly Row[] }) => {
  const t = useText(messages);
  const say = useSay();
  const nearest = ({ standing }: Row) => standing.deadlines.toSorted((a, b) => a.at.localeCompare(b.at))[0];
  return (
    <DataTable
      caption={t('list')}
      rows={candidacies}
      keyOf={({ id }) => id}
      linkOf={({ id }) => candidacyPath(id)}
      empty={null}
      columns={[
        {
          id: 'program',
          header: t('program'),
          cell: ({ programTitle, trackTitle }) => [programTitle, trackTitle].filter(Boolean).join(': '),
        },
        { id: 'number', header: t('number'), cell: ({ number }) => number, line: 3 },
        {
          id: 'status',
          header: t('status'),
          cell: ({ standing }) => <Status of="candidacy" is={standing.status} />,
          speaksForItself: true,
        },
        {
          id: 'next',
          header: t('next'),
          cell: ({ standing }) => {
            const action = mainAction(standing);
            return action?.actor === 'candidate' ? say(action.title) : say(standing.statusReason);
          },
          line: 3,
        },
        {
          id: 'nearest',
          header: t('nearest'),
          cell: (row) => {
            const deadline = nearest(row);
            return deadline ? <Time at={deadline.at} zone="UTC" show="day" now={row.standing.at} /> : t('none');
          },
          line: 3,
        },
      ]}
    />
  );
};
