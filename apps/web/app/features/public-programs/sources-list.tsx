import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** Where the facts come from, numbered as the marks beside them. */
export const SourcesList = ({ program }: { program: Program }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const day = (date: string) =>
    new Intl.DateTimeFormat(intlLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <ol>
        {program.sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <strong>{source.title}.</strong> {source.description} {t('readOn', { date: day(source.readOn) })}.{' '}
            {!program.notice.confirmedByOrganization && t('notConfirmed')}
          </li>
        ))}
      </ol>
      <p id="assumed">
        <span aria-hidden="true">* </span>
        {t('assumed')}
      </p>
    </section>
  );
};
