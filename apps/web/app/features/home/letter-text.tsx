import { Link } from 'react-router';
import { useText } from '../../text/use-text.ts';
import styles from './home.module.css';
import { letterParts } from './letter.ts';
import { messages } from './messages.ts';

/** The text of a message; its pages are links, said in words instead of their addresses. */
export const LetterText = ({ text, origin }: { text: string; origin: string }) => {
  const t = useText(messages);
  return (
    <p className={styles.letter}>
      {letterParts(text, origin).map((part, at) => {
        const key = String(at);
        if (part.kind === 'text') return part.text;
        if (part.kind === 'page') {
          return (
            <Link key={key} to={part.to}>
              {t('openPage')}
            </Link>
          );
        }
        return (
          <a key={key} href={part.href} rel="noreferrer">
            {part.href}
          </a>
        );
      })}
    </p>
  );
};
