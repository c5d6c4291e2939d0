import type { Step } from '@testamur/program';
import { Link } from 'react-router';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { linePath } from './leads-to.ts';
import { LineStatus } from './line-status.tsx';
import styles from './standing.module.css';
import { Why } from './why.tsx';

/** The steps from application to credential; each row is a link to what it is about. */
export const StepList = ({ candidacy }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="t-hidden">
        {t('steps')}
      </h2>
      <ol className={styles.steps} data-wide>
        {candidacy.standing.steps.map((step) => (
          <StepRows key={step.number} step={step} candidacy={candidacy} />
        ))}
      </ol>
    </section>
  );
};

const StepRows = ({ step, candidacy }: { step: Step; candidacy: Candidacy }) => {
  const say = useSay();
  const { id, standing, history } = candidacy;
  const title = say(step.title);
  const [first, ...others] = step.lines;
  // A step that is its one line has one name, and the name is the link.
  const only = first && others.length === 0 && say(first.title) === title ? first : undefined;
  const stepTo = only && linePath(id, only, standing);
  return (
    <li className={styles.step} data-linked={stepTo !== undefined}>
      <h3 className={styles.stepTitle}>
        <span className={styles.number}>{step.number}</span> <Name to={stepTo}>{title}</Name>
      </h3>
      <ul className={styles.lines}>
        {step.lines.map((line) => {
          const to = only ? undefined : linePath(id, line, standing);
          return (
            <li key={line.id} className={styles.line} data-linked={to !== undefined} data-only={only !== undefined}>
              {!only && (
                <div className={styles.name}>
                  <Name to={to}>{say(line.title)}</Name>
                </div>
              )}
              <div className={styles.state}>
                <LineStatus line={line} />
              </div>
              <div className={styles.why}>
                <Why line={line} history={history} />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
};

const Name = ({ to, children }: { to: string | undefined; children: string }) =>
  to === undefined ? children : <Link to={to}>{children}</Link>;
