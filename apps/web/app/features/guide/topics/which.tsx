import { Link } from 'react-router';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { CountTable } from '../count-table.tsx';
import { byWorkplace } from '../figures.ts';
import type { GuideProgram } from '../guide-program.ts';
import { messages } from '../messages.ts';
import { topicMessages } from '../topic-messages.ts';
import { FeeRange, LeastOf, TimeOf } from '../words.tsx';
import type { TopicProps } from './topic.ts';

/** Which program suits which kind of library. */
export const Which = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const frame = useText(messages);
  const places = byWorkplace(programs).map(({ title, programs: who }) => ({ label: title, programs: who }));
  const columns: Column<GuideProgram>[] = [
    {
      id: 'program',
      header: frame('program'),
      cell: ({ id, title, abbreviation }) => (
        <>
          <Link to={`/programs/${id}`}>{title}</Link> {abbreviation}
        </>
      ),
    },
    { id: 'least', header: frame('least'), line: 3, cell: (program) => <LeastOf program={program} /> },
    { id: 'time', header: frame('usualTime'), cell: (program) => <TimeOf program={program} /> },
    { id: 'fees', header: frame('fees'), numeric: true, cell: (program) => <FeeRange program={program} /> },
  ];
  return (
    <>
      <p>{t('whichIs')}</p>
      <p>{t('whichThen')}</p>
      <h2>{t('whichPlaces')}</h2>
      <CountTable caption={t('whichPlaces')} header={frame('workplace')} rows={places} />
      <p>{t('whichOutside')}</p>
      <h2>{t('whichAsks')}</h2>
      <p>{t('whichAsksLead')}</p>
      <DataTable caption={t('whichAsks')} columns={columns} rows={programs} keyOf={({ id }) => id} empty={null} />
    </>
  );
};
