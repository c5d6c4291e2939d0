import { useText } from '../../../text/use-text.ts';
import { CountTable } from '../count-table.tsx';
import { sharedTopics } from '../figures.ts';
import { messages } from '../messages.ts';
import { topicMessages } from '../topic-messages.ts';
import type { TopicProps } from './topic.ts';

const kinds = [
  ['exam', 'kindExam'],
  ['portfolio', 'kindPortfolio'],
  ['performance', 'kindPerformance'],
  ['oral', 'kindOral'],
  ['hands-on', 'kindHandsOn'],
  ['course', 'kindCourse'],
] as const;

/** What such a certification is, and how it is shown. */
export const What = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const frame = useText(messages);
  const ways = kinds
    .map(([kind, label]) => ({
      label: frame(label),
      programs: programs.filter(({ assessments }) => assessments.includes(kind)),
    }))
    .filter((row) => row.programs.length > 0)
    .toSorted((one, other) => other.programs.length - one.programs.length);
  const shared = sharedTopics(programs).map(({ title, programs: who }) => ({ label: title, programs: who }));
  return (
    <>
      <p>{t('whatIs')}</p>
      <p>{t('whatWork')}</p>
      <p>{t('whatNot')}</p>
      <h2>{t('whatHow')}</h2>
      <p>{t('whatHowLead')}</p>
      <CountTable caption={t('whatHow')} header={frame('assessedBy')} rows={ways} total={programs.length} />
      {shared.length > 0 && (
        <>
          <h2>{t('whatTopics')}</h2>
          <p>{t('whatTopicsLead')}</p>
          <CountTable caption={t('whatTopics')} header={frame('topic')} rows={shared} />
        </>
      )}
    </>
  );
};
