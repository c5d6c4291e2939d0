import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { byTime, count, daysOf } from '../figures.ts';
import type { GuideProgram } from '../guide-program.ts';
import { messages } from '../messages.ts';
import { topicMessages } from '../topic-messages.ts';
import { LeastOf, TimeOf, useSpans } from '../words.tsx';
import type { TopicProps } from './topic.ts';

/** How long it takes: shortest, longest, and what makes it longer. */
export const Time = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const frame = useText(messages);
  const { time } = useSpans(programs);
  const total = programs.length;
  const columns: Column<GuideProgram>[] = [
    { id: 'program', header: frame('program'), cell: ({ title }) => title },
    { id: 'time', header: frame('usualTime'), cell: (program) => <TimeOf program={program} /> },
    { id: 'least', header: frame('least'), line: 3, cell: (program) => <LeastOf program={program} /> },
    { id: 'words', header: frame('inWords'), line: 0, cell: ({ time: { text } }) => text },
  ];
  return (
    <>
      <p>{t('timeIs', time)}</p>
      <p>
        {t('timeYear', { count: count(programs, ({ time: { period } }) => daysOf(period) >= daysOf('P12M')), total })}
      </p>
      <h2>{t('timeWhat')}</h2>
      <ul>
        <li>
          {t('timeExperience', { count: count(programs, ({ requirements }) => requirements.includes('experience')) })}
        </li>
        <li>{t('timeTraining')}</li>
        <li>{t('timeOthers')}</li>
        <li>{t('timeAgain')}</li>
      </ul>
      <h2>{t('timeTable')}</h2>
      <DataTable
        caption={t('timeTable')}
        columns={columns}
        rows={byTime(programs)}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/programs/${id}`}
        empty={null}
      />
    </>
  );
};
