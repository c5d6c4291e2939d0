import { useEffect, useId, useRef, useState } from 'react';
import { ItemBody } from '../../../player/item-body.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Walk, WalkStep } from '../engine/walk.ts';
import { Failure } from '../failure.tsx';
import { type Answer, failureOf } from '../use-answer.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { messages } from './messages.ts';
import { WalkEnd } from './walk-end.tsx';
import { WalkItem } from './walk-item.tsx';
import { WalkTimers } from './walk-timers.tsx';

/** A test taken as one candidate would, with its outcomes at the end. */
export const WalkThrough = ({ test, seed }: { test: number; seed: number }) => {
  const t = useText(messages);
  const { engine } = useWorkbench();
  const [walk, setWalk] = useState<Walk | undefined>();
  const [failure, setFailure] = useState<Extract<Answer<never>, { state: 'failed' }> | undefined>();
  const [said, setSaid] = useState('');
  const heading = useId();
  // By a clock that no change of the device's time moves: when the step before was answered.
  const since = useRef(0);
  const busy = useRef(false);

  const take = async (step: WalkStep): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setFailure(undefined);
    const seconds = step.act === 'begin' ? 0 : (performance.now() - since.current) / 1000;
    try {
      const next = await engine.ask('walk', { test, step, seconds });
      since.current = performance.now();
      setWalk(next);
      setSaid(next.refusal !== null ? t('notTaken', { reason: next.refusal }) : step.act === 'submit' ? t('said') : '');
    } catch (error) {
      setFailure(failureOf(error));
    }
    busy.current = false;
  };
  const begin = useRef(() => take({ act: 'begin', seed }));
  useEffect(() => {
    void begin.current();
  }, []);
  useItemFocus(heading, walk?.ended === true ? 'end' : walk?.item?.identifier);

  if (walk === undefined) {
    return failure ? <Failure of={failure} /> : <p role="status">{t('loading')}</p>;
  }
  const { item, part, places, words, language, limits } = walk;
  const number = places.findIndex(({ current }) => current) + 1;
  const partName = part?.title ?? part?.identifier ?? '';
  return (
    <section className={styles.candidate} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {walk.ended ? t('ended') : t('at', { part: partName, number, total: places.length })}
      </h2>
      <WalkTimers limits={limits} sinceMs={() => since.current} say={setSaid} />
      {words.map(({ title, body }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words of a test have no names.
        <section key={at} aria-label={title ?? t('words')}>
          {title && <h3>{title}</h3>}
          <ItemBody
            view={{ identifier: `words-${at}`, language, body }}
            values={{}}
            onChange={() => undefined}
            mode="locked"
          />
        </section>
      ))}
      {item !== null && (
        <WalkItem
          key={`${item.identifier} ${walk.session.items[item.identifier]?.session.numAttempts ?? 0}`}
          item={item}
          walk={walk}
          heading={heading}
          onStep={(step) => void take(step)}
        />
      )}
      <div role="status">{said !== '' && <p className={styles.result}>{said}</p>}</div>
      {failure && <Failure of={failure} />}
      {walk.ended && <WalkEnd walk={walk} />}
    </section>
  );
};

/** Each item begins at its heading; the first does not take focus from the button that began the walk. */
const useItemFocus = (id: string, shown: string | undefined): void => {
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (shown === undefined || before.current === shown) return;
    const isFirst = before.current === undefined;
    before.current = shown;
    if (!isFirst) document.getElementById(id)?.focus();
  }, [id, shown]);
};
