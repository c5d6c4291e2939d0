import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { Status } from '../../parts/status.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { type Answers, applyPath } from './answers.ts';
import { type Interview, inOrder, type ProgramReading, type RequirementReading } from './interview.ts';
import { messages } from './messages.ts';
import styles from './qualify.module.css';

/** `2028-06` as "June 2028". */
const useMonth = (): ((month: string) => string) => {
  const { locale } = useDocument();
  const format = new Intl.DateTimeFormat(intlLocaleOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
};

const statusOf = { met: 'met', missing: 'not-met', unknown: 'unknown' } as const;

const Requirement = ({ reading }: { reading: RequirementReading }) => {
  const t = useText(messages);
  const monthOf = useMonth();
  const { state, title, reason, remedy, takesMonths, reachedIn, needed } = reading;
  if (state === 'step') return null;
  return (
    <li className={styles.requirement}>
      <Status of="requirement" is={statusOf[state]}>
        {t('need', { title, reason })}
      </Status>
      {!needed && <div className={styles.hint}>{t('notNeeded')}</div>}
      {needed && state === 'missing' && remedy && (
        <div className={styles.hint}>
          {remedy}{' '}
          {takesMonths !== undefined && reachedIn && t('reached', { months: takesMonths, month: monthOf(reachedIn) })}
        </div>
      )}
    </li>
  );
};

const Result = ({ reading, answers, isOpen }: { reading: ProgramReading; answers: Answers; isOpen: boolean }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const monthOf = useMonth();
  const { organization, programId, title, state, reachedIn, requirements } = reading;
  const steps = requirements.filter((one) => one.state === 'step').map((one) => one.title);
  const said =
    state === 'qualified'
      ? t('qualified')
      : state === 'unknown'
        ? t('unknown')
        : reachedIn
          ? t('notYetUntil', { month: monthOf(reachedIn) })
          : t('notYet');
  const counts = (['met', 'missing', 'open'] as const).flatMap((kind) => {
    const count = requirements.filter((one) => one.needed && one.state === (kind === 'open' ? 'unknown' : kind)).length;
    return count > 0 ? [t(kind, { count })] : [];
  });
  const content = (
    <>
      <ul className={styles.requirements}>
        {requirements.map((one) => (
          <Requirement key={one.id} reading={one} />
        ))}
      </ul>
      {steps.length > 0 && (
        <p className={styles.hint}>{t('steps', { titles: new Intl.ListFormat(intlLocaleOf(locale)).format(steps) })}</p>
      )}
    </>
  );
  return (
    <li className={styles.result} data-state={state}>
      <h3 className={styles.title}>
        <Link to={`/programs/${programId}`}>{title}</Link>
      </h3>
      <p className={styles.state}>{said}</p>
      {counts.length === 0 ? (
        <p className={styles.hint}>{t('nothingBefore')}</p>
      ) : isOpen ? (
        content
      ) : (
        <Disclosure label={counts.join(', ')} about={title}>
          {content}
        </Disclosure>
      )}
      <ul className={styles.links}>
        {state !== 'not-yet' && (
          <li>
            <Link to={applyPath(organization, programId, answers)}>
              {Object.keys(answers).length > 0 ? t('keep') : t('apply')}
              <span className="t-hidden"> {title}</span>
            </Link>
          </li>
        )}
        <li>
          <Link to={`/plan?p=${programId}`}>
            {t('plan')}
            <span className="t-hidden"> {title}</span>
          </Link>
        </li>
      </ul>
    </li>
  );
};

interface ResultListProps {
  interview: Interview;
  answers: Answers;
}

/** What the answers say of each program: those that are open first. */
export const ResultList = ({ interview, answers }: ResultListProps) => {
  const t = useText(messages);
  const isDone = interview.next === undefined;
  return (
    <section aria-labelledby="results" className={styles.results}>
      <h2 id="results">{isDone ? t('results') : t('resultsSoFar')}</h2>
      <p className={styles.hint}>{t('stored')}</p>
      <ul className={styles.list}>
        {inOrder(interview.programs).map((reading) => (
          <Result
            key={`${reading.organization}/${reading.programId}`}
            reading={reading}
            answers={answers}
            isOpen={isDone || interview.programs.length === 1}
          />
        ))}
      </ul>
    </section>
  );
};
