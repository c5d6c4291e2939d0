import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './facts.module.css';
import { messages } from './messages.ts';

export interface Fact {
  readonly label: string;
  /** `undefined` reads "Not stated". */
  readonly value: ReactNode | undefined;
  /** The value is an assumption; what it rests on. Marked with an asterisk that is read out. */
  readonly assumed?: boolean;
  /** Beside the value: a "Change" link. */
  readonly act?: ReactNode;
}

/** Names and values: what is known about one thing. `stacked` puts names above values at every width. */
export const Facts = ({ facts, stacked = false }: { facts: readonly Fact[]; stacked?: boolean }) => {
  const t = useText(messages);
  return (
    <dl className={styles.facts} data-stacked={stacked} data-wide>
      {facts.map(({ label, value, assumed = false, act }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd className={styles.value}>
            {value ?? t('notStated')}
            {assumed && (
              <>
                <span aria-hidden="true">*</span>
                <span className="t-hidden"> ({t('assumption')})</span>
              </>
            )}
          </dd>
          {act && <dd className={styles.act}>{act}</dd>}
        </div>
      ))}
    </dl>
  );
};
