import { Link } from 'react-router';
import type { Api } from '../../api.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

interface TestListProps {
  tests: Awaited<ReturnType<Api['guide']['getPractice']>>['tests'];
  programId: string;
  /** The one whose items are shown; all items without it. */
  chosen: string | undefined;
}

/** The practice tests that the program names; nothing where it names none. */
export const TestList = ({ tests, programId, chosen }: TestListProps) => {
  const t = useText(messages);
  if (tests.length === 0) return null;
  const shown = tests.find(({ id }) => id === chosen);
  return (
    <nav aria-label={t('tests')}>
      <ul>
        <li>
          {chosen === undefined ? (
            <strong>{t('testAll')}</strong>
          ) : (
            <Link to={`/try/${programId}`}>{t('testAll')}</Link>
          )}
        </li>
        {tests.map(({ id, title, items: count }) => (
          <li key={id}>
            {id === chosen ? (
              <strong>{t('testItems', { title, count })}</strong>
            ) : (
              <Link to={`/try/${programId}?test=${id}`}>{t('testItems', { title, count })}</Link>
            )}
          </li>
        ))}
      </ul>
      {shown && <p>{shown.description}</p>}
    </nav>
  );
};
