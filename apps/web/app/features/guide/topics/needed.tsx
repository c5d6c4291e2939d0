import { useText } from '../../../text/use-text.ts';
import { count } from '../figures.ts';
import { topicMessages } from '../topic-messages.ts';
import { AskedTable } from './asked-table.tsx';
import type { TopicProps } from './topic.ts';

/** Whether one is needed: nobody but the employer and the place can say. */
export const Needed = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const total = programs.length;
  return (
    <>
      <p>{t('neededIs')}</p>
      <h2>{t('neededEmployer')}</h2>
      <p>{t('neededEmployerText')}</p>
      <h2>{t('neededPlace')}</h2>
      <p>{t('neededPlaceText')}</p>
      <p>{t('neededRegions', { count: count(programs, ({ byRegion }) => byRegion), total })}</p>
      <h2>{t('neededBoth')}</h2>
      <p>{t('neededBothText')}</p>
      <h2>{t('neededFirst')}</h2>
      <p>{t('neededFirstLead', { count: count(programs, ({ openToAnyone }) => openToAnyone) })}</p>
      <AskedTable programs={programs} caption={t('neededFirst')} />
    </>
  );
};
