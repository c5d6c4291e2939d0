import type { ReactNode } from 'react';
import { Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { anchorOf, mainFields, type Step, stateOfStep } from './chain-types.ts';
import { CheckList, stateIcons } from './check-list.tsx';
import { ValueOf } from './detail-value.tsx';
import styles from './evidence.module.css';
import { Ledger } from './ledger.tsx';
import { messages } from './messages.ts';
import { fieldWords, stepWords } from './step-words.ts';

interface ChainStepProps {
  step: Step;
  /** The holder reads their own: plain words first, the rest opens. */
  mine: boolean;
  /** Where it leads: other pages that show more of it. */
  links?: ReactNode;
}

/** One link of the chain: what, when, by whom, how it was checked; the rest opens in place. */
export const ChainStep = ({ step, mine, links }: ChainStepProps) => {
  const t = useText(messages);
  const tStep = useText(stepWords);
  const tField = useText(fieldWords);
  const { kind, subject = '', at, details, checks, facts } = step;
  const state = stateOfStep(step);
  const title = tStep(kind, { subject });
  const main = details.filter(({ field }) => mainFields[kind].includes(field));
  return (
    <li id={anchorOf(step)} className={styles.step} data-state={state}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {at !== undefined && (
          <span className={styles.when}>
            <Time at={at} show={mine ? 'day' : 'day-and-time'} />
          </span>
        )}
      </div>
      {main.map(({ field, value }) => (
        <div key={field} className={styles.main}>
          {tField(field)}: <ValueOf value={value} label={tField(field)} mine={mine} />
        </div>
      ))}
      {state === 'broken' && <CheckList checks={checks.filter((check) => check.state === 'broken')} />}
      <details className={styles.more}>
        <summary>
          {checks.length > 0 && (
            <span className={styles.state} data-state={state}>
              <Icon of={stateIcons[state]} />
              {t('stepChecks', { state, count: checks.length })}
            </span>
          )}
          <span className={styles.opener}>
            {t('details')}
            <span className="t-hidden"> {t('detailsOf', { step: title })}</span>
          </span>
        </summary>
        <div className={styles.open}>
          {details.length > 0 && (
            <Facts
              facts={details.map(({ field, value }) => ({
                label: tField(field),
                value: <ValueOf value={value} label={tField(field)} mine={mine} />,
              }))}
            />
          )}
          {checks.length > 0 && (
            <>
              <h4>{t('checks')}</h4>
              <CheckList checks={checks} />
            </>
          )}
          {facts.length > 0 && <Ledger facts={facts} />}
        </div>
      </details>
      {links}
    </li>
  );
};
