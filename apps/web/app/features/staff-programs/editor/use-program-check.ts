import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '../../../api.client.ts';
import { type Checked, type CheckedWell, isChecked, type SamplePlace } from './checked.ts';

export type Checking = 'resting' | 'under-way' | 'failed';

const restMs = 600;

/** Checks what is written a moment after it was; an answer that is overtaken by a later text is dropped. */
export const useProgramCheck = (organization: string, begun: Checked | undefined) => {
  const [checked, setChecked] = useState(begun);
  const [lastGood, setLastGood] = useState<CheckedWell | undefined>(begun?.ok ? begun : undefined);
  const [checking, setChecking] = useState<Checking>('resting');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<AbortController>(undefined);

  const take = useCallback((answer: Checked) => {
    setChecked(answer);
    if (answer.ok) setLastGood(answer);
    setChecking('resting');
  }, []);

  const check = useCallback(
    (yaml: string, place: SamplePlace, afterMs = restMs) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(async () => {
        running.current?.abort();
        const controller = new AbortController();
        running.current = controller;
        setChecking('under-way');
        try {
          const input = { organization, yaml, ...place };
          const answer: unknown = await browserApi.programs.checkProgram(input, { signal: controller.signal });
          if (!isChecked(answer)) throw new Error('The check of the program answered in another form.');
          take(answer);
        } catch {
          if (!controller.signal.aborted) setChecking('failed');
        }
      }, afterMs);
    },
    [organization, take],
  );

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );
  return { checked, lastGood, checking, check, take };
};
