import { useRef } from 'react';
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
import { useResponses } from './use-responses.ts';

type Listed = Practiced & { readonly topic: { readonly title: string } };

interface AllAtOnceProps {
  address: PracticeAddress;
  items: readonly Listed[];
  responses: Responses;
  result: Score | undefined;
}

/** All items as a test, checked at the foot of the page. */
export const AllAtOnce = ({ address, items, responses: first, result }: AllAtOnceProps) => {
  const t = useText(messages);
  const form = useRef<HTMLFormElement>(null);
  const { responses, alive, change } = useResponses(first, form, items);
  const checked = result?.items ?? [];
  const reportOf = (item: Practiced) => checked.find(({ identifier }) => identifier === item.identifier);
  const path = practicePath(address);
  return (
    // A new document for each result: it begins at its top, for eyes and screen readers alike.
    <Form ref={form} method="post" noValidate reloadDocument action={path}>
      <AnswerFields responses={alive ? responses : undefined} checked={checked} />
      <ol className={styles.items} id="items">
        {items.map((practiced, at) => (
          <li key={practiced.identifier}>
            <PracticeItem
              practiced={practiced}
              topic={practiced.topic.title}
              heading={t('item', { number: at + 1, total: items.length })}
              response={responses[practiced.identifier]}
              onChange={change(practiced)}
              report={reportOf(practiced)}
              isScored={result !== undefined}
            />
          </li>
        ))}
      </ol>
      <ButtonRow>
        {checked.length < items.length && (
          <SubmitButton name="act" value="check">
            {t(result ? 'again' : 'check')}
          </SubmitButton>
        )}
        {result && (
          <Link to={path} reloadDocument>
            {t('start')}
          </Link>
        )}
      </ButtonRow>
    </Form>
  );
};
