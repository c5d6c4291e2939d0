import { Link } from 'react-router';
import type { Api } from '../../api.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { type PracticeAddress, practicePath } from './practice-path.ts';

interface TestListProps {
  tests: Awaited<ReturnType<Api['guide']['getPractice']>>['tests'];
  /** Which one is shown now, and how. */
  address: PracticeAddress;
}

/** The practice tests that the program names; nothing where it names none. */
export const TestList = ({ tests, address }: TestListProps) => {
  const t = useText(messages);
  if (tests.length === 0) return null;
  const chosen = address.material;
  const pathOf = (material: string | undefined) =>
    practicePath({ ...address, material, one: address.one === undefined ? undefined : 1 });
  const shown = tests.find(({ id }) => id === chosen);
  return (
    <nav aria-label={t('tests')}>
      <ul>
        <li>
          {chosen === undefined ? <strong>{t('testAll')}</strong> : <Link to={pathOf(undefined)}>{t('testAll')}</Link>}
        </li>
        {tests.map(({ id, title, items: count }) => (
          <li key={id}>
            {id === chosen ? (
              <strong>{t('testItems', { title, count })}</strong>
            ) : (
              <Link to={pathOf(id)}>{t('testItems', { title, count })}</Link>
            )}
          </li>
        ))}
      </ul>
      {shown && <p>{shown.description}</p>}
    </nav>
  );
};

/** All at once, as a test, or one item after the other. */
export const Ways = ({ address }: { address: PracticeAddress }) => {
  const t = useText(messages);
  const ways = [
    { words: t('asTest'), one: undefined, isNow: address.one === undefined },
    { words: t('oneByOne'), one: 1, isNow: address.one !== undefined },
  ];
  return (
    <nav aria-label={t('ways')}>
      <ul>
        {ways.map(({ words, one, isNow }) => (
          <li key={words}>
            {isNow ? <strong>{words}</strong> : <Link to={practicePath({ ...address, one })}>{words}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
};
