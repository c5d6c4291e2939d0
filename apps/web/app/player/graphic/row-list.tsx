import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './graphic.module.css';
import { messages } from './messages.ts';

interface RowListProps {
  readonly id: string;
  readonly head: string;
  /** Said when there is nothing. */
  readonly empty: string;
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  readonly locked: boolean;
  onRemove(key: string): void;
}

/** What was put on a picture, as a list, each with a button to remove it. */
export const RowList = ({ id, head, empty, rows, locked, onRemove }: RowListProps) => {
  const t = useText(messages);
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);

  const remove = (key: string, at: number) => {
    onRemove(key);
    // The button goes with its row: focus goes to the next one, or to the heading over the empty list.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll('button');
      (buttons?.[Math.min(at, buttons.length - 1)] ?? heading.current)?.focus();
    });
  };
  return (
    <div>
      <p id={`${id}-list`} ref={heading} tabIndex={-1} className={styles.listHead}>
        {head}
      </p>
      {rows.length === 0 && <p className={styles.hint}>{empty}</p>}
      <ul ref={list} className={styles.rows} aria-labelledby={`${id}-list`}>
        {rows.map(({ key, name }, at) => (
          <li key={key} className={styles.rowLine}>
            <span className={styles.rowName}>{name}</span>
            {!locked && (
              <button
                type="button"
                className={styles.tool}
                aria-label={t('removeNamed', { name })}
                onClick={() => remove(key, at)}
              >
                <Icon of={IconX} /> {t('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
