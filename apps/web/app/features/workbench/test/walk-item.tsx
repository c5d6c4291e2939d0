import { Button } from '@mantine/core';
import type { PlainValues } from '@testamur/qti';
import { useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { ItemBody } from '../../../player/item-body.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Walk, WalkStep } from '../engine/walk.ts';
import { useHost } from '../item/use-host.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { messages } from './messages.ts';

interface WalkItemProps {
  item: NonNullable<Walk['item']>;
  walk: Walk;
  /** The id of the heading above. */
  heading: string;
  onStep(step: WalkStep): void;
}

/** The item that a walk is at, and the steps from there. */
export const WalkItem = ({ item, walk, heading, onStep }: WalkItemProps) => {
  const t = useText(messages);
  const { engine } = useWorkbench();
  const [values, setValues] = useState<PlainValues>(item.values);
  const { session, part, places } = walk;
  const submit = (responses: PlainValues) => onStep({ act: 'submit', session, responses });
  const host = useHost(engine, null, item.view.customVariables, (identifier) =>
    submit({ ...values, [identifier]: true }),
  );
  const isLast = places.at(-1)?.current === true;
  return (
    <>
      {part?.free && (
        <nav aria-label={t('places')}>
          <ol className={styles.places}>
            {places.map(({ identifier, title, current, answered }, at) => (
              <li key={identifier}>
                <Button
                  size="sm"
                  variant={current ? 'filled' : 'default'}
                  aria-current={current ? 'step' : undefined}
                  onClick={() => onStep({ act: 'go', session, to: identifier })}
                >
                  {t(answered ? 'goAnswered' : 'go', { number: at + 1, title })}
                </Button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {part?.atOnce && <p>{t('atOnce')}</p>}
      <div data-area="exam">
        <ItemBody
          view={item.view}
          values={values}
          onChange={(identifier, value) => setValues((before) => ({ ...before, [identifier]: value }))}
          mode="open"
          labelledBy={heading}
          host={host}
        />
      </div>
      <ButtonRow>
        <Button onClick={() => submit(values)}>{t(part?.atOnce ? 'saveAnswer' : 'submit')}</Button>
        <Button variant="default" onClick={() => onStep({ act: 'next', session })}>
          {t(isLast ? 'endPart' : 'next')}
        </Button>
        {!isLast && part?.free && (
          <Button variant="default" onClick={() => onStep({ act: 'end-part', session })}>
            {t('endPart')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
};
