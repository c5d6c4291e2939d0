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
  const say = useSay();
  const { id, standing, history } = candidacy;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="t-hidden">
        {t('steps')}
      </h2>
      <ol className={styles.steps} data-wide>
        {standing.steps.map((step) => (
          <li key={step.number} className={styles.step}>
            <h3 className={styles.stepTitle}>
              <span className={styles.number}>{step.number}</span> {say(step.title)}
            </h3>
            <ul className={styles.lines}>
              {step.lines.map((line) => {
                const to = linePath(id, line, standing);
                const title = say(line.title);
                return (
                  <li key={line.id} className={styles.line} data-linked={to !== undefined}>
                    <div className={styles.name}>{to === undefined ? title : <Link to={to}>{title}</Link>}</div>
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
        ))}
      </ol>
    </section>
  );
};
