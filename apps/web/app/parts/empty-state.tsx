import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './empty-state.module.css';
import { messages } from './messages.ts';

/** A queue or list without entries: says so in its own words, and what would bring one. */
export const EmptyState = ({ title, children }: { title?: string; children?: ReactNode }) => {
  const t = useText(messages);
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title ?? t('nothingWaits')}</p>
      {children}
    </div>
  );
};
