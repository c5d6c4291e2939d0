import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Step } from './chain-types.ts';
import styles from './evidence.module.css';
import { messages } from './messages.ts';
import { factWords } from './step-words.ts';

const isKnown = (kind: string): kind is keyof typeof factWords => Object.hasOwn(factWords, kind);

/** The facts that a step rests on, and where the audit has the acts that recorded them. */
export const Ledger = ({ facts }: Pick<Step, 'facts'>) => {
  const t = useText(messages);
  const tFact = useText(factWords);
  return (
    <>
      <h4>{t('ledger')}</h4>
      <ul className={styles.lines}>
        {facts.map(({ id, kind, at, entry }) => (
          <li key={id}>
            {tFact(isKnown(kind) ? kind : 'other')}, <Time at={at} />
            {entry && (
              <span className={styles.entry}>
                {t.rich('inAudit', { seq: entry.seq, hash: <code key="hash">{entry.hash.slice(0, 16)}</code> })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
