import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';
import styles from './program.module.css';
import { Assumed, isAssumed } from './source-mark.tsx';

/** What it takes to keep the credential, and what happens when nothing is done. */
export const KeepPart = ({ program }: { program: Program }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { renewal } = program;
  const mark = (field: string) => (isAssumed(renewal, field) ? <Assumed /> : null);
  return (
    <>
      <p className={styles.figures}>
        {t('renewalFacts', { hours: renewal.hours, cycle: periodInWords(renewal.cycle, locale) })}
        {mark('hours')}
      </p>
      <p>{renewal.description}</p>
      <ul>
        <li>
          {t('renewalOpens', { period: periodInWords(renewal.opensBefore, locale) })}
          {mark('opensBefore')}
        </li>
        <li>
          {t('renewalGrace', { period: periodInWords(renewal.grace, locale) })}
          {mark('grace')}
        </li>
        <li>
          {t('renewalLapse', { period: periodInWords(renewal.reinstatement, locale) })}
          {mark('reinstatement')}
        </li>
      </ul>
    </>
  );
};
