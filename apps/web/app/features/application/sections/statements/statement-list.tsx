import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Status } from '../../../../parts/status.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useText } from '../../../../text/use-text.ts';
import styles from '../sections.module.css';
import { type StatementView, shownState } from './asking.ts';
import { messages } from './statement-messages.ts';

const day = (key: string, at: string) => <Time key={key} at={at} show="day" />;

/** One person who was asked: the state, since when, and what can be done about it. */
const Row = ({ statement, now }: { statement: StatementView; now: string }) => {
  const t = useText(messages);
  const { requestId, name, email, relation, state, requestedAt, until, mailedAt, givenAt, completedOn, remark } =
    statement;
  const isWaiting = state === 'waiting';
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{relation === undefined ? name : t('relationOf', { name, relation })}</strong>
        <Status of="statement" is={shownState(statement)} />
      </div>
      {email !== undefined && <div>{email}</div>}
      {isWaiting && (
        <div className={styles.quiet}>
          {t.rich('asked', {
            asked: day('asked', requestedAt),
            until: <Time key="until" at={until} zone="UTC" show="day" now={now} />,
          })}
          {mailedAt > requestedAt && <>. {t.rich('mailed', { date: day('mailed', mailedAt) })}</>}
        </div>
      )}
      {givenAt !== undefined && (
        <div className={styles.quiet}>{t.rich('givenAt', { date: day('given', givenAt) })}</div>
      )}
      {completedOn !== undefined && (
        <div>{t.rich('confirmedOn', { date: <Time key="completed" on={completedOn} /> })}</div>
      )}
      {remark !== undefined && <div>{t('remark', { remark })}</div>}
      {isWaiting && (
        <ActForm>
          <input type="hidden" name="requestId" value={requestId} />
          <div className={styles.rowActs}>
            <SubmitButton name="act" value="remind" weight="other" about={name}>
              {t('remind')}
            </SubmitButton>
            <SubmitButton name="act" value="take-back" weight="other" about={name}>
              {t('takeBack')}
            </SubmitButton>
          </div>
        </ActForm>
      )}
    </li>
  );
};

/** Those who still have to answer first, then those who did, then what came to nothing. */
const order = ['waiting', 'given', 'denied', 'set-aside', 'declined', 'expired', 'withdrawn'];

export const StatementList = ({ statements, now }: { statements: readonly StatementView[]; now: string }) => {
  const t = useText(messages);
  const rank = (statement: StatementView) => order.indexOf(shownState(statement));
  return (
    <>
      <h2>{t('people')}</h2>
      {statements.length === 0 ? (
        <EmptyState title={t('nobody')} />
      ) : (
        <ul className={styles.entries} data-wide>
          {statements
            .toSorted((a, b) => rank(a) - rank(b))
            .map((statement) => (
              <Row key={statement.requestId} statement={statement} now={now} />
            ))}
        </ul>
      )}
    </>
  );
};
