import type { PlainValue } from '@testamur/qti';
import { type RefObject, useEffect, useState } from 'react';
import { withValue } from '../../player/answers/response.ts';
import { type Practiced, type Responses, readResponses } from './responses.ts';

/**
 * The answers while they are worked on; `alive` once the page can hold them, which it cannot without JavaScript. What was
 * answered in the form before that, on a slow line, is taken over.
 */
export const useResponses = (
  first: Responses,
  form: RefObject<HTMLFormElement | null>,
  items: readonly Practiced[],
) => {
  const [responses, setResponses] = useState(first);
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    if (alive) return;
    setAlive(true);
    if (!form.current) return;
    const { responses: early } = readResponses(new FormData(form.current), items);
    setResponses((before) => ({ ...before, ...early }));
  }, [alive, form, items]);
  const change = (practiced: Practiced) => (responseIdentifier: string, value: PlainValue) =>
    setResponses((before) => ({
      ...before,
      [practiced.identifier]: withValue(practiced, before[practiced.identifier], responseIdentifier, value),
    }));
  return { responses, alive, change };
};
