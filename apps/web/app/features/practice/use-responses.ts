import type { PlainValue } from '@testamur/qti';
import { useEffect, useState } from 'react';
import { withValue } from '../../player/answers/response.ts';
import type { Practiced, Responses } from './responses.ts';

/** The answers while they are worked on; `alive` once the page can hold them, which it cannot without JavaScript. */
export const useResponses = (first: Responses) => {
  const [responses, setResponses] = useState(first);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const change = (practiced: Practiced) => (responseIdentifier: string, value: PlainValue) =>
    setResponses((before) => ({
      ...before,
      [practiced.identifier]: withValue(practiced, before[practiced.identifier], responseIdentifier, value),
    }));
  return { responses, alive, change };
};
