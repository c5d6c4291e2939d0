import type { PlainValue } from '@testamur/qti';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import { messages } from '../messages.ts';
import { NotRight, Right } from './marks.tsx';
import styles from './order-review.module.css';

interface OrderReviewProps {
  readonly value: PlainValue;
  readonly correct?: PlainValue;
  readonly labelledBy: string;
  face(identifier: string): ReactNode;
}

/** The order as it was answered, each place with what the key says of it, and the order of the key. */
export const OrderReview = ({ value, correct, labelledBy, face }: OrderReviewProps) => {
  const t = useText(messages);
  const mine = membersOf(value);
  const key = membersOf(correct);
  const verdict = (identifier: string, at: number) => {
    if (key.length === 0) return null;
    const place = key.indexOf(identifier);
    if (place === at) return <Right />;
    return <NotRight words={place === -1 ? t('notInKey') : t('belongsAt', { position: place + 1 })} />;
  };
  const isRight = key.length > 0 && mine.length === key.length && mine.every((each, at) => each === key[at]);
  return (
    <div className={styles.both}>
      <div>
        <p className={styles.title}>{t('yourAnswer')}</p>
        {mine.length === 0 && <p>{t('notAnswered')}</p>}
        <ol className={styles.list} aria-labelledby={labelledBy}>
          {mine.map((identifier, at) => (
            <li key={identifier}>
              <span>{face(identifier)}</span> {verdict(identifier, at)}
            </li>
          ))}
        </ol>
      </div>
      {key.length > 0 && !isRight && (
        <div>
          <p className={styles.title}>{t('key')}</p>
          <ol className={styles.list}>
            {key.map((identifier) => (
              <li key={identifier}>{face(identifier)}</li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
};
