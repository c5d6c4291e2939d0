import type { ReactNode } from 'react';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { ChainStep } from './chain-step.tsx';
import { anchorOf, type Chain, type Step, stateOfStep } from './chain-types.ts';
import styles from './evidence.module.css';
import { messages } from './messages.ts';
import { stepWords } from './step-words.ts';

interface ChainViewProps {
  chain: Chain;
  linksOf?: (step: Step) => ReactNode;
}

/** What holds, or loudly what does not. */
const Verdict = ({ chain: { checks, steps, checkedAt, reader, organizationName } }: { chain: Chain }) => {
  const t = useText(messages);
  const tStep = useText(stepWords);
  const broken = steps.filter((step) => stateOfStep(step) === 'broken');
  const isBroken = checks.broken > 0;
  return (
    <section className={styles.verdict} data-broken={isBroken} aria-labelledby="verdict">
      <h2 id="verdict">{isBroken ? t('broken', { broken: checks.broken }) : t('whole')}</h2>
      <p>{isBroken ? t('brokenDetail') : t('wholeDetail', { ok: checks.ok, missing: checks.notRecorded })}</p>
      {isBroken && (
        <ul>
          {broken.map((step) => (
            <li key={anchorOf(step)}>
              <a href={`#${anchorOf(step)}`}>{tStep(step.kind, { subject: step.subject ?? '' })}</a>
            </li>
          ))}
        </ul>
      )}
      {isBroken && reader === 'holder' && <p>{t('brokenHolder', { organization: organizationName })}</p>}
      <p>{t.rich('checkedAt', { time: <Time key="time" at={checkedAt} /> })}</p>
    </section>
  );
};

export const ChainView = ({ chain, linksOf }: ChainViewProps) => {
  const t = useText(messages);
  return (
    <>
      <Verdict chain={chain} />
      <h2>{t('chain')}</h2>
      <ol className={styles.chain} data-dense={chain.reader === 'staff'} data-wide>
        {chain.steps.map((step) => (
          <ChainStep key={anchorOf(step)} step={step} mine={chain.reader === 'holder'} links={linksOf?.(step)} />
        ))}
      </ol>
    </>
  );
};
