import { IconFlagFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import bars from './bars.module.css';
import { messages } from './messages.ts';
import { countBy, matches, type ReviewFilter, type ReviewRow, reviewFilters } from './review-rows.ts';
import styles from './screen.module.css';
import { Screen } from './screen.tsx';

const filterWords: Readonly<Record<ReviewFilter, keyof typeof messages>> = {
  all: 'filterAll',
  answered: 'filterAnswered',
  partly: 'filterPartly',
  unanswered: 'filterUnanswered',
  unseen: 'filterUnseen',
  flagged: 'filterFlagged',
};

const emptyWords: Readonly<Record<ReviewFilter, keyof typeof messages>> = {
  all: 'nothingAll',
  answered: 'nothingAnswered',
  partly: 'nothingPartly',
  unanswered: 'nothingUnanswered',
  unseen: 'nothingUnseen',
  flagged: 'nothingFlagged',
};

const stateWords = {
  answered: 'stateAnswered',
  partly: 'statePartly',
  unanswered: 'stateUnanswered',
  unseen: 'stateUnseen',
} as const;

interface ReviewProps {
  rows: readonly ReviewRow[];
  /** The item that the candidate comes from; from 0. */
  from: number;
  onItem: (at: number) => void;
  onSubmit: () => void;
}

/** Every item with its state; a press goes there. */
export const Review = ({ rows, from, onItem, onSubmit }: ReviewProps) => {
  const t = useText(messages);
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const counts = countBy(rows);
  // Most exams have no items that can be answered in part.
  const filters = reviewFilters.filter((each) => each !== 'partly' || counts.partly > 0 || filter === 'partly');
  const shown = rows.filter((row) => matches(row, filter));
  return (
    <Screen title={t('reviewTitle')}>
      <p>
        {t('reviewLead', { answered: counts.answered, all: counts.all, unseen: counts.unseen, partly: counts.partly })}
      </p>
      <fieldset className={styles.filters}>
        <legend className="t-hidden">{t('showOnly')}</legend>
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            className={bars.button}
            aria-pressed={each === filter}
            onClick={() => setFilter(each)}
          >
            {t(filterWords[each], { count: counts[each] })}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p role="status">{t(emptyWords[filter])}</p>}
      <ul className={styles.rows} data-wide>
        {shown.map(({ itemId, at, state, flagged }) => (
          <li key={itemId}>
            <button type="button" className={styles.row} data-state={state} onClick={() => onItem(at)}>
              <span className={styles.number}>{at + 1}</span>
              <span className={styles.state}>{t(stateWords[state])}</span>
              {flagged && (
                <span className={styles.flag}>
                  <Icon of={IconFlagFilled} size={16} />
                  {t('stateFlagged')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <button type="button" className={bars.button} onClick={() => onItem(from)}>
          {t('backToItem', { number: from + 1 })}
        </button>
        <button type="button" className={bars.button} data-main="true" onClick={onSubmit}>
          {t('toSubmit')}
        </button>
      </div>
    </Screen>
  );
};
