import { useText } from '../../../text/use-text.ts';
import styles from './calculator.module.css';
import { calculatorMessages } from './messages.ts';
import { shown } from './show.ts';
import type { Reckoning } from './state.ts';

interface HistoryProps {
  readonly history: readonly Reckoning[];
  readonly onReuse: (value: string) => void;
  readonly onForget: () => void;
}

/** What was computed, newest first; each result can be used again. */
export const History = ({ history, onReuse, onForget }: HistoryProps) => {
  const t = useText(calculatorMessages);
  return (
    <details className={styles.history}>
      <summary>{t('history')}</summary>
      {history.length === 0 && <p className={styles.none}>{t('noHistory')}</p>}
      <ol reversed dir="ltr">
        {history.toReversed().map(({ entry, value }, at) => {
          const result = shown(value);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: counted from the oldest, the place of a result never changes.
            <li key={history.length - at}>
              <button type="button" onClick={() => onReuse(value)}>
                <span>{entry}</span>
                <span className="t-hidden"> = </span>
                <strong>{result}</strong>
                <span className="t-hidden">. {t('use')}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {history.length > 1 && (
        <button type="button" className={styles.quiet} onClick={onForget}>
          {t('forget')}
        </button>
      )}
    </details>
  );
};
