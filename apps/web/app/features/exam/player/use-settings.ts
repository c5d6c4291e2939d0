import { useCallback, useState } from 'react';
import { recall, remember } from './memory.ts';
import { type Settings, settingsFromText } from './settings.ts';

/** How this candidate likes the exam; only in the browser, so it is never asked for while rendering on the server. */
export const useSettings = (): readonly [Settings, (part: Partial<Settings>) => void] => {
  const [settings, setSettings] = useState(() => settingsFromText(recall('exam-settings')));
  const change = useCallback((part: Partial<Settings>) => {
    setSettings((before) => {
      const after = { ...before, ...part };
      remember('exam-settings', JSON.stringify(after));
      return after;
    });
  }, []);
  return [settings, change];
};
