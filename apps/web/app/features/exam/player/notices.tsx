import { useEffect, useRef } from 'react';
import { useDocument } from '../../../document/document-context.ts';
import type { Said } from '../../../player/use-said.ts';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useText } from '../../../text/use-text.ts';
import type { ExamState } from '../delivery/exam-state.ts';
import { countUnsent } from '../delivery/outbox.ts';
import { messages } from './messages.ts';
import styles from './notices.module.css';
import { SignInLink } from './obstacle.tsx';

interface NoticesProps {
  state: ExamState;
  itemIds: readonly string[];
  signInPath: string;
  /** One short message, shown for a while. */
  said: Said | null;
  say: (text: string) => void;
}

/** The most urgent thing about the answers, as long as it holds. */
const troubleIn = (state: ExamState, itemIds: readonly string[], locale: Parameters<typeof intlLocaleOf>[0]) => {
  const { outbox, longOffline } = state;
  if (outbox.phase === 'signed-out') return { key: 'signedOutWorking', values: {} } as const;
  if (longOffline) return { key: 'longOffline', values: {} } as const;
  const counts = countUnsent(outbox);
  if (outbox.failures > 0 && counts.answers + counts.flags > 0)
    return { key: 'waitingToSend', values: counts } as const;
  if (outbox.refused.length > 0) {
    const numbers = [...new Set(outbox.refused.map(({ itemId }) => itemIds.indexOf(itemId) + 1))];
    const items = new Intl.ListFormat(intlLocaleOf(locale)).format(numbers.map(String));
    return { key: 'notTaken', values: { count: numbers.length, items } } as const;
  }
  return outbox.memoryOnly ? ({ key: 'memoryOnly', values: {} } as const) : undefined;
};

/** Above the controls at the foot: what has to be said grows upwards, and nothing that is pressed moves. */
export const Notices = ({ state, itemIds, signInPath, said, say }: NoticesProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const trouble = troubleIn(state, itemIds, locale);
  const troubled = state.outbox.failures > 0 || state.outbox.phase === 'signed-out';
  const before = useRef(troubled);
  useEffect(() => {
    if (before.current && !troubled && state.outbox.unsent.length === 0) say(t('allOnServer'));
    before.current = troubled;
  }, [troubled, state.outbox.unsent.length, say, t]);
  return (
    <div className={styles.notices}>
      <div role="status">
        {said && said.text !== '' && (
          <p key={said.id} className={styles.said}>
            {said.text}
          </p>
        )}
      </div>
      <div role="status">{trouble && <p className={styles.trouble}>{t(trouble.key, trouble.values)}</p>}</div>
      {state.outbox.phase === 'signed-out' && (
        <p className={styles.acts}>
          <SignInLink to={signInPath} main />
        </p>
      )}
    </div>
  );
};
