import type { Program } from '@testamur/program';
import { Facts } from '../../../parts/facts.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

/** The parts of an edition by their titles, for the table of contents below. */
export const contentsOf = ({ requirements, assessments, fees, topics, renewal, codeOfConduct }: Program) => ({
  requirements: requirements.map(({ title }) => title),
  assessments: assessments.map(({ title }) => title),
  fees: fees.map(({ title }) => title),
  topics: topics.map(({ title }) => title),
  routes: renewal.routes.map(({ title }) => title),
  version: codeOfConduct.version,
  articles: codeOfConduct.articles.length,
});

/** What an edition contains, part by part. */
export const Contents = ({ contents }: { contents: ReturnType<typeof contentsOf> }) => {
  const t = useText(messages);
  const { requirements, assessments, fees, topics, routes, version, articles } = contents;
  return (
    <Facts
      facts={[
        { label: t('requirements'), value: requirements.join('; ') },
        { label: t('assessments'), value: assessments.join('; ') },
        ...(topics.length > 0 ? [{ label: t('topics'), value: topics.join('; ') }] : []),
        { label: t('fees'), value: fees.length > 0 ? fees.join('; ') : t('noFees') },
        { label: t('renewal'), value: routes.join('; ') },
        { label: t('codeOfConduct'), value: t('version', { version, articles }) },
      ]}
    />
  );
};
