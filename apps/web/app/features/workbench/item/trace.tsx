import { Button } from '@mantine/core';
import type { TraceStep } from '@testamur/qti';
import { useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { useText } from '../../../text/use-text.ts';
import { type TraceNode, traceTree } from '../engine/trace-tree.ts';
import { valueWords } from '../engine/values.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';

const SHOWN = 1000;

/** Every rule and expression that ran, with what it gave, as a tree. */
export const Trace = ({ steps }: { steps: readonly TraceStep[] }) => {
  const t = useText(messages);
  const [from, setFrom] = useState(0);
  if (steps.length === 0) return <p>{t('noTrace')}</p>;
  const to = Math.min(from + SHOWN, steps.length);
  return (
    <Disclosure label={t('trace', { count: steps.length })}>
      {steps.length > SHOWN && (
        <>
          <p>{t('traceWindow', { from: from + 1, to, total: steps.length })}</p>
          <ButtonRow>
            {from > 0 && (
              <Button variant="default" size="sm" onClick={() => setFrom(from - SHOWN)}>
                {t('traceEarlier')}
              </Button>
            )}
            {to < steps.length && (
              <Button variant="default" size="sm" onClick={() => setFrom(to)}>
                {t('traceLater')}
              </Button>
            )}
          </ButtonRow>
        </>
      )}
      <Branch nodes={traceTree(steps, from, SHOWN)} />
    </Disclosure>
  );
};

const Branch = ({ nodes }: { nodes: readonly TraceNode[] }) => (
  <ul className={styles.trace} data-wide="">
    {nodes.map(({ at, step, inside }) => (
      <li key={at} data-kind={step.kind}>
        {inside.length === 0 ? (
          <Words step={step} />
        ) : (
          <details open>
            <summary>
              <Words step={step} />
            </summary>
            <Branch nodes={inside} />
          </details>
        )}
      </li>
    ))}
  </ul>
);

const Words = ({ step: { what, detail, result } }: { step: TraceStep }) => {
  const t = useText(messages);
  return (
    <span className={styles.step}>
      <code>{what}</code> {detail}
      {result !== undefined && (
        <span className={styles.gives}> {t('gives', { value: valueWords(result) ?? t('noValue') })}</span>
      )}
    </span>
  );
};
