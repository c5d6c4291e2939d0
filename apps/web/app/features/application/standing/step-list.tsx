import type { NextAction, Program, StandingLine, Step } from '@testamur/program';
import { Link } from 'react-router';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { linePath } from './leads-to.ts';
import { LineStatus } from './line-status.tsx';
import styles from './standing.module.css';
import { type Group, groupByWay } from './ways.ts';
import { Why } from './why.tsx';

interface StepListProps {
  candidacy: Candidacy;
  program: Program;
}

/** The steps from application to credential; each row is a link to what it is about. */
export const StepList = ({ candidacy, program }: StepListProps) => {
  const t = useText(messages);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="t-hidden">
        {t('steps')}
      </h2>
      <ol className={styles.steps} data-wide>
        {candidacy.standing.steps.map((step) => (
          <StepRows key={step.number} step={step} candidacy={candidacy} program={program} />
        ))}
      </ol>
    </section>
  );
};

const StepRows = ({ step, candidacy, program }: StepListProps & { step: Step }) => {
  const say = useSay();
  const { id, standing } = candidacy;
  const title = say(step.title);
  const [first, ...others] = step.lines;
  // A step that is its one line has one name, and the name is the link.
  const only = first && others.length === 0 && say(first.title) === title ? first : undefined;
  const stepTo = only && linePath(id, only, standing);
  const groups =
    step.id === 'apply' ? groupByWay(program.eligibility, step.lines) : [{ key: 'all', lines: step.lines }];
  return (
    <li className={styles.step} data-linked={stepTo !== undefined}>
      <h3 className={styles.stepTitle}>
        <span className={styles.number}>{step.number}</span> <Name to={stepTo}>{title}</Name>
      </h3>
      <div>
        {groups.map((group) => (
          <GroupRows key={group.key} group={group} candidacy={candidacy} isOnly={only !== undefined} />
        ))}
      </div>
    </li>
  );
};

/** Lines that belong together; ways to qualify have a title each. */
const GroupRows = ({ group, candidacy, isOnly }: { group: Group; candidacy: Candidacy; isOnly: boolean }) => {
  const t = useText(messages);
  const { choice, way, lines } = group;
  return (
    <>
      {choice !== undefined && <p className={styles.choice}>{t('ways', { needed: choice })}</p>}
      {way && <h4 className={styles.way}>{way.title ?? t('way', { number: way.number })}</h4>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} candidacy={candidacy} isOnly={isOnly} />
        ))}
      </ul>
    </>
  );
};

/** Those who were asked have the only move. */
const waitsForOthers = (next: readonly NextAction[], id: string): boolean => {
  const own = next.filter(({ subject }) => subject === id);
  return own.length > 0 && own.every(({ kind }) => kind === 'give-statement');
};

const LineRow = ({ line, candidacy, isOnly }: { line: StandingLine; candidacy: Candidacy; isOnly: boolean }) => {
  const say = useSay();
  const { id, standing, history } = candidacy;
  const to = isOnly ? undefined : linePath(id, line, standing);
  return (
    <li className={styles.line} data-linked={to !== undefined} data-only={isOnly}>
      {!isOnly && (
        <div className={styles.name}>
          <Name to={to}>{say(line.title)}</Name>
        </div>
      )}
      <div className={styles.state}>
        <LineStatus line={line} isAnswered={!waitsForOthers(standing.next, line.id)} />
      </div>
      <div className={styles.why}>
        <Why line={line} history={history} />
      </div>
    </li>
  );
};

const Name = ({ to, children }: { to: string | undefined; children: string }) =>
  to === undefined ? children : <Link to={to}>{children}</Link>;
