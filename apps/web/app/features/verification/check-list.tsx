import { IconCircleCheck, IconCircleMinus, IconCircleX } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './verification.module.css';

export interface Check {
  readonly id: 'document' | 'signature' | 'issuer' | 'status' | 'dates' | 'holder';
  readonly result: 'passed' | 'failed' | 'could-not-check';
  readonly detail: string;
}

const icons = { passed: IconCircleCheck, failed: IconCircleX, 'could-not-check': IconCircleMinus } as const;

/** Each check is passed, failed or could not be made; the last never reads as either of the others. */
export const CheckList = ({ checks }: { checks: readonly Check[] }) => {
  const t = useText(messages);
  return (
    <ul className={styles.checks}>
      {checks.map((check) => (
        <li key={check.id} className={styles.check} data-result={check.result}>
          <Icon of={icons[check.result]} />
          <div>
            <strong>{t(check.id)}</strong>: {t(check.result)}
            <div className={styles.detail}>{check.detail}</div>
          </div>
        </li>
      ))}
    </ul>
  );
};
