import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '../../../api.client.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';
import { criteriaOf, type Mark, marksOf } from './rating.ts';

export type Saving =
  | { readonly state: 'resting' | 'changed' | 'saving' | 'failed' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'refused'; readonly reason: string };

const restMs = 2000;
const againMs = 10_000;

/**
 * Saves the draft two seconds after the last change, one save at a time, and again until it is through. What the server
 * refuses for good is said and not tried again.
 */
export const useAutosave = (ratingId: string, begun: readonly Mark[]) => {
  const [saving, setSaving] = useState<Saving>({ state: 'resting' });
  const [marks, setMarks] = useState(begun);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const latest = useRef<Mark[]>(undefined);

  const save = useCallback(async () => {
    const sent = latest.current;
    if (sent === undefined || busy.current) return;
    busy.current = true;
    setSaving({ state: 'saving' });
    try {
      const { savedAt } = await browserApi.scoring.saveRating(
        { ratingId, marks: sent },
        { context: { idempotencyKey: crypto.randomUUID() } },
      );
      if (latest.current === sent) setSaving({ state: 'saved', at: savedAt });
    } catch (error) {
      const problem = apiProblemOf(error);
      if (problem) setSaving({ state: 'refused', reason: problem.message });
      else {
        setSaving({ state: 'failed' });
        timer.current = setTimeout(save, againMs);
      }
    }
    busy.current = false;
    // What was changed while it was under way goes next.
    if (latest.current !== sent) timer.current = setTimeout(save, 0);
  }, [ratingId]);

  const changed = useCallback(
    (event: FormEvent<HTMLElement>) => {
      const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
      if (!form) return;
      const sent = new FormData(form);
      latest.current = marksOf(sent, criteriaOf(sent));
      setMarks(latest.current);
      setSaving({ state: 'changed' });
      clearTimeout(timer.current);
      timer.current = setTimeout(save, restMs);
    },
    [save],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { saving, marks, changed };
};
