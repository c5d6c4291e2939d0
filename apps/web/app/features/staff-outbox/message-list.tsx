import { EmptyState } from '../../parts/empty-state.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './outbox.module.css';

export interface OutboxMessage {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: string;
  readonly state: 'waiting' | 'sent' | 'kept' | 'failed';
  readonly error?: string | undefined;
}

/** One message a row; it opens in place. */
export const MessageList = ({ list, empty }: { list: readonly OutboxMessage[]; empty: string }) => {
  const t = useText(messages);
  if (list.length === 0) return <EmptyState title={empty} />;
  return (
    <ul className={styles.list} data-wide>
      {list.map((message) => (
        <li key={message.id}>
          <details className={styles.message}>
            <summary>
              <span className={styles.subject}>{message.subject}</span>
              <span className={styles.to}>{message.to}</span>
              <span className={styles.state} data-state={message.state}>
                {t(`state.${message.state}`)}
              </span>
              <Time at={message.createdAt} />
            </summary>
            {message.error && (
              <p className={styles.error}>
                {t('error')}: {message.error}
              </p>
            )}
            <pre className={styles.text}>{message.text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
};
