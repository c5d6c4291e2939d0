import type { StandingLine } from '@testamur/program';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from './standing.module.css';

/** "Why?": the rule, the reason, and the entries of the history that both rest on. */
export const Why = ({ line, history }: { line: StandingLine; history: Candidacy['history'] }) => {
  const t = useText(messages);
  const say = useSay();
  const facts = history.filter(({ id }) => line.why.factIds.includes(id));
  const [rule, reason] = [say(line.why.rule), say(line.why.reason)];
  return (
    <Disclosure about={say(line.title)}>
      <dl className={styles.whyList}>
        <dt>{t('rule')}</dt>
        <dd>{rule}</dd>
        {reason !== rule && (
          <>
            <dt>{t('reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
        {facts.length > 0 && (
          <>
            <dt>{t('restsOn')}</dt>
            {facts.map(({ id, at, text }) => (
              <dd key={id}>{t.rich('factLine', { what: text, date: <Time key="at" at={at} show="day" /> })}</dd>
            ))}
          </>
        )}
      </dl>
    </Disclosure>
  );
};
