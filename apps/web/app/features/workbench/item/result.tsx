import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Scored } from '../engine/attempt.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';
import { Trace } from './trace.tsx';
import { VariableTable } from './variable-table.tsx';

/** What an answer came to: in a sentence, as outcomes, and step by step. */
export const Result = ({ scored, maxScore }: { scored: Scored | undefined; maxScore: number | null }) => {
  const t = useText(messages);
  return (
    <>
      <div role="status" className={styles.result}>
        {scored === undefined ? (
          <p>{maxScore === null ? t('maxUnknown') : t('maxScore', { max: maxScore })}</p>
        ) : (
          <Verdict scored={scored} maxScore={maxScore} />
        )}
      </div>
      {scored !== undefined && scored.errors.length === 0 && (
        <>
          <VariableTable caption={t('outcomes')} rows={scored.outcomes} captionShown />
          <Trace steps={scored.trace} />
        </>
      )}
    </>
  );
};

const Verdict = ({ scored, maxScore }: { scored: Scored; maxScore: number | null }) => {
  const t = useText(messages);
  const { errors, correct, score, complete, goesOn } = scored;
  if (errors.length > 0) {
    return (
      <p className={styles.trouble}>{t('refusedAnswer', { reasons: errors.map(({ text }) => text).join('; ') })}</p>
    );
  }
  const points =
    score === null
      ? t('noScore')
      : maxScore === null
        ? t('pointsOf', { score })
        : t('points', { score, max: maxScore });
  return (
    <>
      <p className={styles.verdict} data-right={correct ?? 'unknown'}>
        {correct !== null && <Icon of={correct ? IconCircleCheck : IconCircleX} />}
        <span>
          {correct !== null && <strong>{t(correct ? 'right' : 'wrong')}</strong>} {points}
        </span>
      </p>
      {!complete && <p>{t('incomplete')}</p>}
      {goesOn && <p>{t('goesOn')}</p>}
    </>
  );
};
