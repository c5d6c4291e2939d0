import type { Program } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** "Will this count?": the kinds of education that do. */
export const CountRules = ({ program: { renewal } }: { program: Program }) => {
  const t = useText(messages);
  return (
    <>
      <h2>{t('willCount')}</h2>
      <p>{renewal.description}</p>
      <ul>
        {renewal.categories.map(({ id, title, description }) => (
          <li key={id}>
            <strong>{title}</strong>: {description}
          </li>
        ))}
      </ul>
    </>
  );
};
