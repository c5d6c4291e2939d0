import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './disclosure.module.css';
import { messages } from './messages.ts';

/**
 * Opens in place, without JavaScript. Without a label it is "Why?": the rule, the facts, the reason. `about` says to
 * screen readers which "Why?" it is.
 */
export const Disclosure = ({ label, about, children }: { label?: string; about?: string; children: ReactNode }) => {
  const t = useText(messages);
  return (
    <details className={styles.disclosure}>
      <summary>
        {label ?? t('why')}
        {about && <span className="t-hidden"> {about}</span>}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
};
