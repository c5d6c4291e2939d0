import { Status } from '../../../parts/status.tsx';
import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Statement } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

const statusOf = ({ state, confirmed, setAside }: Statement, isReference: boolean) => {
  if (state !== 'given') return state;
  if (setAside === true) return 'set-aside' as const;
  return !isReference && confirmed === false ? ('denied' as const) : state;
};

/** What somebody entered under one heading of the form. */
const Answer = ({ answer }: { answer: NonNullable<Statement['answers']>[number] }) => {
  const t = useText(messages);
  const { kind, value } = answer;
  if (typeof value === 'boolean') return <dd>{t(value ? 'yes' : 'no')}</dd>;
  return <dd className={styles.prose}>{kind === 'rating' ? t('ratingOf', { value }) : String(value)}</dd>;
};

const Given = ({ statement, isReference }: { statement: Statement; isReference: boolean }) => {
  const t = useText(messages);
  const { confirmed, answers = [], completedOn, remark, signedName } = statement;
  // What was said is for those who review; others learn that it was given.
  if (signedName === undefined) return <p className={styles.quiet}>{t('statementClosed')}</p>;
  const said = isReference ? (confirmed ? 'recommends' : 'recommendsNot') : confirmed ? 'confirms' : 'confirmsNot';
  return (
    <>
      <p>
        <strong>{t(said)}</strong>{' '}
        {completedOn !== undefined && t.rich('completedOn', { date: <Time key="date" on={completedOn} /> })}
      </p>
      {answers.length > 0 && (
        <dl className={styles.answers}>
          {answers.map((answer) => (
            <div key={answer.id}>
              <dt>{answer.prompt}</dt>
              <Answer answer={answer} />
            </div>
          ))}
        </dl>
      )}
      {remark !== undefined && <p className={styles.prose}>{remark}</p>}
      <p className={styles.quiet}>{t('statementSigned', { name: signedName })}</p>
    </>
  );
};

/** Everybody who was asked, and what they said. */
export const StatementList = ({
  statements,
  isReference,
}: {
  statements: readonly Statement[];
  isReference: boolean;
}) => {
  const t = useText(messages);
  if (statements.length === 0) return <p>{t('nobodyAsked')}</p>;
  return statements.map((statement) => {
    const { requestId, name, relation, emailDomain, requestedAt, until, givenAt, state } = statement;
    return (
      <div key={requestId} className={styles.entry}>
        <h3>{relation === undefined ? name : t('nameAs', { name, relation })}</h3>
        <p>
          <Status of="statement" is={statusOf(statement, isReference)} />{' '}
          <span className={styles.quiet}>
            {t.rich('askedAt', { date: <Time key="date" at={requestedAt} show="day" />, domain: emailDomain })}{' '}
            {state === 'waiting' && t.rich('answersUntil', { date: <Time key="until" at={until} show="day" /> })}
            {givenAt !== undefined && t.rich('givenAt', { date: <Time key="given" at={givenAt} show="day" /> })}
          </span>
        </p>
        {state === 'given' && <Given statement={statement} isReference={isReference} />}
      </div>
    );
  });
};
