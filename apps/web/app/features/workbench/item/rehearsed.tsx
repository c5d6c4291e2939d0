import { Button } from '@mantine/core';
import type { PlainValues } from '@testamur/qti';
import { useId, useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { ItemBody } from '../../../player/item-body.tsx';
import type { SupportWishes } from '../../../player/supports/index.ts';
import { useText } from '../../../text/use-text.ts';
import type { Attempt, Scored } from '../engine/attempt.ts';
import type { ItemSummary } from '../engine/summaries.ts';
import { valueWords } from '../engine/values.ts';
import { Failure } from '../failure.tsx';
import { type Answer, failureOf } from '../use-answer.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { messages } from './messages.ts';
import { Result } from './result.tsx';
import { useHost } from './use-host.ts';

interface RehearsedProps {
  item: ItemSummary;
  attempt: Attempt;
  seed: number;
  /** Which of the supports of the item are shown. */
  supports: SupportWishes;
  onAnother(): void;
  onAgain(): void;
}

/** One session with an item: answered, scored, and for adaptive items answered again. */
export const Rehearsed = ({ item, attempt, seed, supports, onAnother, onAgain }: RehearsedProps) => {
  const t = useText(messages);
  const { engine } = useWorkbench();
  const heading = useId();
  const [values, setValues] = useState<PlainValues>(attempt.session.responses);
  const [scored, setScored] = useState<Scored | undefined>();
  const [failure, setFailure] = useState<Extract<Answer<never>, { state: 'failed' }> | undefined>();
  const [busy, setBusy] = useState(false);
  const taken = scored !== undefined && scored.errors.length === 0;
  const isOpen = !taken || scored.goesOn;
  const view = taken ? scored.view : attempt.view;

  const score = async (responses: PlainValues) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const session = taken ? scored.session : attempt.session;
      setScored(await engine.ask('submit', { item: item.index, session, responses }));
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  const host = useHost(engine, item.index, view.customVariables, (identifier) => {
    const ended = { ...values, [identifier]: true };
    setValues(ended);
    void score(ended);
  });
  const keyed = Object.entries(attempt.key).filter(([, value]) => value !== null);
  return (
    <>
      <div className={styles.draw}>
        <h2 id={heading}>{t('answer')}</h2>
        <span>{t('seed', { seed })}</span>
        {item.random && (
          <Button variant="default" size="sm" onClick={onAnother} title={t('seedHint')}>
            {t('another')}
          </Button>
        )}
      </div>
      <div className={styles.candidate} data-area="exam">
        <ItemBody
          view={view}
          values={values}
          onChange={(identifier, value) => setValues((before) => ({ ...before, [identifier]: value }))}
          mode={isOpen ? 'open' : 'review'}
          correct={attempt.key}
          labelledBy={heading}
          host={host}
          supports={supports}
        />
      </div>
      <ButtonRow>
        {isOpen && (
          <Button onClick={() => void score(values)}>{t(scored?.goesOn && taken ? 'scoreAgain' : 'score')}</Button>
        )}
        {isOpen && keyed.length > 0 && (
          <Button
            variant="default"
            onClick={() => setValues((before) => ({ ...before, ...Object.fromEntries(keyed) }))}
          >
            {t('fillKey')}
          </Button>
        )}
        {scored !== undefined && (
          <Button variant="default" onClick={onAgain}>
            {t('startAgain')}
          </Button>
        )}
      </ButtonRow>
      {failure && <Failure of={failure} />}
      <Result scored={scored} maxScore={attempt.maxScore} />
      <Disclosure label={t('key')}>
        {keyed.length === 0 ? (
          <p>{t('noKey')}</p>
        ) : (
          <ul>
            {keyed.map(([identifier, value]) => (
              <li key={identifier}>{t('keyOf', { identifier, value: valueWords(value) ?? t('noValue') })}</li>
            ))}
          </ul>
        )}
      </Disclosure>
      {attempt.rationale.length > 0 && (
        <Disclosure label={t('rationale')}>
          <ItemBody
            view={{ identifier: `${view.identifier}-rationale`, language: view.language, body: attempt.rationale }}
            values={{}}
            onChange={() => undefined}
            mode="locked"
          />
        </Disclosure>
      )}
    </>
  );
};
