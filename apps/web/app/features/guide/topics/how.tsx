import { useText } from '../../../text/use-text.ts';
import { count } from '../figures.ts';
import { topicMessages } from '../topic-messages.ts';
import { AskedTable } from './asked-table.tsx';
import type { TopicProps } from './topic.ts';

/** The steps from the first look to the certification, with how many programs ask for each. */
export const How = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const asking = (kind: TopicProps['programs'][number]['requirements'][number]) =>
    count(programs, ({ requirements }) => requirements.includes(kind));
  const steps = [
    {
      title: t('howQualify'),
      text: t('howQualifyText', {
        open: count(programs, ({ openToAnyone }) => openToAnyone),
        total: programs.length,
        experience: asking('experience'),
        education: asking('education'),
      }),
    },
    { title: t('howLearn'), text: t('howLearnText', { training: asking('training') }) },
    { title: t('howApply'), text: t('howApplyText', { references: asking('references') }) },
    {
      title: t('howPass'),
      text: t('howPassText', {
        exam: count(programs, ({ assessments }) => assessments.includes('exam')),
        more: count(programs, ({ assessments }) => assessments.some((kind) => kind !== 'exam')),
      }),
    },
    { title: t('howElse'), text: t('howElseText') },
    { title: t('howDecide'), text: t('howDecideText') },
  ];
  return (
    <>
      <p>{t('howIs')}</p>
      <ol>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ol>
      <h2>{t('howAsked')}</h2>
      <AskedTable programs={programs} caption={t('howAsked')} />
    </>
  );
};
