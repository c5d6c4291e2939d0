import { Link } from 'react-router';
import { useText } from '../../../text/use-text.ts';
import { count } from '../figures.ts';
import { topicMessages } from '../topic-messages.ts';
import { useSpans } from '../words.tsx';
import type { TopicProps } from './topic.ts';

/** What it is worth to its holder and to an employer, and what it is not. */
export const Benefits = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const { validity } = useSpans(programs);
  return (
    <>
      <p>{t('benefitsIs')}</p>
      <h2>{t('benefitsYou')}</h2>
      <ul>
        <li>{t('benefitsYouShow')}</li>
        <li>{t('benefitsYouApply')}</li>
        <li>{t('benefitsYouLearn')}</li>
        <li>{t('benefitsYouLetters', { count: count(programs, ({ postnominal }) => postnominal) })}</li>
      </ul>
      <h2>{t('benefitsEmployer')}</h2>
      <ul>
        <li>{t('benefitsEmployerFormal')}</li>
        <li>{t('benefitsEmployerCurrent', validity)}</li>
        <li>{t('benefitsEmployerCommit')}</li>
        <li>
          {t('benefitsEmployerCheck')}{' '}
          {t.rich('benefitsCheck', {
            verify: (words) => <Link to="/verify">{words}</Link>,
            register: (words) => <Link to="/register">{words}</Link>,
          })}
        </li>
      </ul>
      <h2>{t('benefitsNot')}</h2>
      <p>{t('benefitsNotText')}</p>
    </>
  );
};
