import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '../../../api.client.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';

export type Saving =
  | { readonly state: 'resting' | 'changed' | 'under-way' | 'failed' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'refused'; readonly reason: string };

const restMs = 2000;
const againMs = 10_000;

interface Begun {
  readonly organization: string;
  readonly programId: string;
  /** Of the draft that was read; 0 where there is none. */
  readonly revision: number;
}

/**
 * Saves the shared draft two seconds after the last change, one save at a time, and again until it is through. Once
 * somebody else has saved, nothing is saved any more: theirs is not overwritten.
 */
export const useDraft = ({ organization, programId, revision: begun }: Begun) => {
  const [saving, setSaving] = useState<Saving>({ state: 'resting' });
  const [revision, setRevision] = useState(begun);
  const state = useRef({ revision: begun, text: undefined as string | undefined, refused: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(undefined);

  /** Whether it has to be tried again. */
  const save = useCallback(async (): Promise<boolean> => {
    const { text } = state.current;
    if (text === undefined || state.current.refused) return false;
    state.current.text = undefined;
    setSaving({ state: 'under-way' });
    try {
      const saved = await browserApi.programs.saveDraft(
        { organization, programId, yaml: text, revision: state.current.revision },
        { context: { idempotencyKey: crypto.randomUUID() } },
      );
      state.current.revision = saved.revision;
      setRevision(saved.revision);
      setSaving(state.current.text === undefined ? { state: 'saved', at: saved.savedAt } : { state: 'changed' });
      return false;
    } catch (error) {
      state.current.text ??= text;
      const problem = apiProblemOf(error);
      state.current.refused = problem !== undefined;
      setSaving(problem ? { state: 'refused', reason: problem.message } : { state: 'failed' });
      return problem === undefined;
    }
  }, [organization, programId]);

  /** Saves now what is not saved yet; resolves once it is through, or was not. */
  const flush = useCallback(
    async function flushNow(): Promise<void> {
      clearTimeout(timer.current);
      const before = running.current;
      running.current = (async () => {
        await before;
        if (await save()) timer.current = setTimeout(() => void flushNow(), againMs);
      })();
      await running.current;
    },
    [save],
  );

  const changed = useCallback(
    (text: string) => {
      state.current.text = text;
      if (state.current.refused) return;
      setSaving({ state: 'changed' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  // Whoever leaves the page within the two seconds loses nothing.
  useEffect(() => () => void flush(), [flush]);
  return { saving, revision, changed, flush };
};
