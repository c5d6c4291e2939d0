import { useState } from 'react';
import type { ItemSummary } from '../engine/summaries.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { Keeping } from './keeping.ts';
import { type Defaults, keptItem, requestsOf } from './plan.ts';

/** How far keeping is. `refusals`: by the index of the item; `whole`: about none of them. */
export type KeepState =
  | { readonly is: 'resting' }
  | { readonly is: 'keeping'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly imported: number; readonly unchanged: number }
  | {
      readonly is: 'refused';
      readonly refusals: ReadonlyMap<number, string>;
      readonly whole: string;
      readonly before: number;
    }
  | { readonly is: 'failed' };

/** Sends items part by part; stops at the first part that is refused. */
export const useKeep = (keeping: Keeping) => {
  const { engine } = useWorkbench();
  const [state, setState] = useState<KeepState>({ is: 'resting' });
  const keep = async (programId: string, items: readonly ItemSummary[], defaults: Defaults): Promise<void> => {
    setState({ is: 'keeping', done: 0, total: items.length });
    try {
      const documents = await engine.ask('documents', { items: items.map(({ index }) => index) });
      const kept = items.map((item, at) => keptItem(documents[at] ?? '', item, defaults));
      let [done, imported, unchanged] = [0, 0, 0];
      for (const request of requestsOf(kept)) {
        const outcome = await keeping.send(programId, request, crypto.randomUUID());
        if (!outcome.ok) {
          const named = outcome.refused.map(({ at, message }) => [items[done + at]?.index, at, message] as const);
          const about = named.flatMap(([index, at, message]) =>
            index === undefined || at < 0 ? [] : [[index, message] as const],
          );
          const whole = named.filter(([index, at]) => index === undefined || at < 0).map(([, , message]) => message);
          return setState({ is: 'refused', refusals: joined(about), whole: whole.join(' '), before: done });
        }
        done += request.length;
        imported += outcome.imported;
        unchanged += outcome.unchanged;
        setState({ is: 'keeping', done, total: items.length });
      }
      setState({ is: 'done', imported, unchanged });
    } catch {
      setState({ is: 'failed' });
    }
  };
  return { state, keep, rest: () => setState({ is: 'resting' }) };
};

const joined = (about: readonly (readonly [number, string])[]): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const [index, message] of about) found.set(index, [found.get(index), message].filter(Boolean).join(' '));
  return found;
};
