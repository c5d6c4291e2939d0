import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './notice.module.css';

export type NoticeKind = 'demonstration' | 'rehearsal';

/** The striped bar over demonstration and rehearsal data, on the page and on paper. */
export const Notice = ({ kind }: { kind: NoticeKind }) => {
  const t = useText(messages);
  return (
    <aside className={styles.notice} aria-label={t(kind)}>
      <div className={styles.words}>
        <strong>{t(kind)}</strong> {t(`${kind}Detail`)}
      </div>
    </aside>
  );
};
