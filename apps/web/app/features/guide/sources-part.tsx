import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { sourcesOf } from './figures.ts';
import type { GuideProgram } from './guide-program.ts';
import { messages } from './messages.ts';

/** What the figures rest on, each source once. */
export const SourcesPart = ({ programs }: { programs: readonly GuideProgram[] }) => {
  const t = useText(messages);
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <p>{t('sourcesLead')}</p>
      <ul>
        {sourcesOf(programs).map(({ title, description, readOn, confirmed }) => (
          <li key={title}>
            <strong>{title}.</strong> {description} {t.rich('readOn', { date: <Time on={readOn} /> })}{' '}
            {!confirmed && t('notConfirmed')}
          </li>
        ))}
      </ul>
      <p>{t('assumedNote')}</p>
    </section>
  );
};
