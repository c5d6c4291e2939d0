import { useRef, useState } from 'react';
import { Form, Link } from 'react-router';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { useText } from '../../text/use-text.ts';
import { AnswerFields } from './answer-fields.tsx';
import { messages } from './messages.ts';
import styles from './practice.module.css';
import { PracticeItem, type Score } from './practice-item.tsx';
import { type PracticeAddress, practicePath } from './practice-path.ts';
import type { Practiced, Responses } from './responses.ts';
import { useItemFocus } from './use-item-focus.ts';
import { useResponses } from './use-responses.ts';

type Listed = Practiced & { readonly topic: { readonly title: string } };

interface OneByOneProps {
  address: PracticeAddress;
  items: readonly Listed[];
  /** The item that is shown; from 1. */
  number: number;
  /** The answers that were checked, and what they came to. */
  responses: Responses;
  checked: Score['items'];
}

/** One item after the other, each checked at once. Every step is a form: it works without JavaScript as well. */
export const OneByOne = ({ address, items, number, responses: first, checked }: OneByOneProps) => {
  const t = useText(messages);
  const form = useRef<HTMLFormElement>(null);
  const { responses, alive, change } = useResponses(first, form, items);
  const [again, setAgain] = useState<string>();
  const practiced = items[number - 1];
  const report = checked.find(({ identifier }) => identifier === practiced?.identifier);
  const isOpen = report === undefined || again === report.identifier;
  useItemFocus(practiced?.identifier, isOpen);
  if (practiced === undefined) return null;
  const total = items.length;
  const right = checked.filter(({ correct }) => correct).length;
  const pathOf = (one: number | undefined) => practicePath({ ...address, one });
  const others = checked.filter(({ identifier }) => identifier !== practiced.identifier);
  return (
    <Form
      ref={form}
      method="post"
      noValidate
      preventScrollReset
      action={pathOf(number)}
      onSubmit={() => setAgain(undefined)}
    >
      <p className={styles.progress}>
        <progress max={total} value={checked.length} aria-label={t('progress')} />
        <span>{t('progressIs', { checked: checked.length, total, right })}</span>
      </p>
      <AnswerFields responses={alive ? responses : undefined} checked={isOpen ? others : checked} />
      <PracticeItem
        key={practiced.identifier}
        practiced={practiced}
        topic={practiced.topic.title}
        heading={t('item', { number, total })}
        response={responses[practiced.identifier]}
        onChange={change(practiced)}
        report={isOpen ? undefined : report}
        isScored={!isOpen}
      />
      <ButtonRow>
        {isOpen && (
          <SubmitButton name="act" value="check">
            {t('checkOne')}
          </SubmitButton>
        )}
        {number < total && (
          <Step to={pathOf(number + 1)} main={!isOpen}>
            {t(isOpen ? 'skip' : 'nextItem')}
          </Step>
        )}
        {(number === total || checked.length === total) && (
          <Step to={pathOf(undefined)} main={!isOpen && number === total}>
            {t('seeResult')}
          </Step>
        )}
        {number > 1 && (
          <Step to={pathOf(number - 1)} main={false}>
            {t('previousItem')}
          </Step>
        )}
        {!isOpen && alive && report?.correct === false && (
          <button type="button" className={styles.quiet} onClick={() => setAgain(practiced.identifier)}>
            {t('answerAgain')}
          </button>
        )}
      </ButtonRow>
      {checked.length > 0 && (
        <p className={styles.start}>
          <Link to={pathOf(1)} reloadDocument>
            {t('start')}
          </Link>
        </p>
      )}
    </Form>
  );
};

/** Goes to another item, and takes what was checked along. */
const Step = ({ to, main, children }: { to: string; main: boolean; children: string }) => (
  <button type="submit" className={styles.step} data-main={main} formAction={to} name="act" value="go">
    {children}
  </button>
);
