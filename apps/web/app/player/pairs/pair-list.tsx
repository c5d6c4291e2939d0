import { IconX } from '@tabler/icons-react';
import type { PlainValue } from '@testamur/qti';
import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { type Pair, pairsOf } from '../answers/pair.ts';
import { messages } from '../messages.ts';
import { NotRight, Right } from '../review/marks.tsx';
import { pairInKey } from '../review/same.ts';
import styles from './pairs.module.css';

interface PairListProps {
  readonly title: string;
  readonly value: PlainValue;
  /** Said instead of a list without pairs. */
  readonly none: string;
  face(identifier: string): ReactNode;
  nameOf(identifier: string): string;
  /** Missing where pairs cannot be taken apart. */
  readonly onUnpair?: (pair: Pair) => void;
  readonly note?: (pair: Pair) => ReactNode;
}

/** Pairs as a list, each with a button to take it apart. */
export const PairList = ({ title, value, none, face, nameOf, onUnpair, note }: PairListProps) => {
  const t = useText(messages);
  const pairs = pairsOf(value);
  return (
    <div className={styles.pairs}>
      <p className={styles.title}>{title}</p>
      {pairs.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <li key={`${pair.from} ${pair.to}`} className={styles.pair}>
            <span className={styles.words}>
              {t.rich('pairOf', {
                one: <span className={styles.end}>{face(pair.from)}</span>,
                other: <span className={styles.end}>{face(pair.to)}</span>,
              })}
            </span>
            {note?.(pair)}
            {onUnpair && (
              <button
                type="button"
                className={styles.apart}
                aria-label={t('unpair', { one: nameOf(pair.from), other: nameOf(pair.to) })}
                onClick={() => onUnpair(pair)}
              >
                <Icon of={IconX} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

interface PairReviewProps {
  readonly value: PlainValue;
  readonly correct: PlainValue;
  readonly directed: boolean;
  face(identifier: string): ReactNode;
  nameOf(identifier: string): string;
}

/** The pairs of the answer, each with its verdict, and those of the key. */
export const PairReview = ({ value, correct, directed, face, nameOf }: PairReviewProps) => {
  const t = useText(messages);
  const missed = pairsOf(correct).some((pair) => pairInKey(value ?? '', pair, directed) === false);
  const list = { face, nameOf };
  return (
    <div className={styles.review}>
      <PairList
        {...list}
        title={t('yourAnswer')}
        value={value}
        none={t('notAnswered')}
        note={(pair) => <PairVerdict right={pairInKey(correct, pair, directed)} />}
      />
      {correct !== null && missed && <PairList {...list} title={t('key')} value={correct} none="" />}
    </div>
  );
};

/** The list says whose pairs they are; each pair says whether it is right, where a key is known. */
const PairVerdict = ({ right }: { readonly right: boolean | null }) =>
  right === null ? null : <span className={styles.verdict}>{right ? <Right /> : <NotRight />}</span>;
