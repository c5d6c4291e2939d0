import { useCallback, useEffect, useState } from 'react';
import type { CallName, Calls } from './engine/calls.ts';
import { GaveUp } from './engine/engine.ts';
import { useWorkbench } from './workbench-context.ts';

/** How far a call to the worker is. */
export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly output: T }
  | { readonly state: 'failed'; readonly gaveUp: boolean; readonly reason: string };

export const failureOf = (error: unknown): Extract<Answer<never>, { state: 'failed' }> => ({
  state: 'failed',
  gaveUp: error instanceof GaveUp,
  reason: error instanceof Error ? error.message : String(error),
});

/** Asks once for each different input, and anew when `again` is called. */
export const useAnswer = <Name extends CallName>(
  name: Name,
  input: Calls[Name]['input'],
): { readonly answer: Answer<Calls[Name]['output']>; readonly again: () => void } => {
  const { engine } = useWorkbench();
  const [answer, setAnswer] = useState<Answer<Calls[Name]['output']>>({ state: 'asking' });
  const [round, setRound] = useState(0);
  const key = JSON.stringify([name, input, round]);
  useEffect(() => {
    let current = true;
    const [askedName, askedInput] = JSON.parse(key) as [Name, Calls[Name]['input']];
    setAnswer({ state: 'asking' });
    engine.ask(askedName, askedInput).then(
      (output) => current && setAnswer({ state: 'answered', output }),
      (error: unknown) => current && setAnswer(failureOf(error)),
    );
    return () => {
      current = false;
    };
  }, [engine, key]);
  return { answer, again: useCallback(() => setRound((before) => before + 1), []) };
};
