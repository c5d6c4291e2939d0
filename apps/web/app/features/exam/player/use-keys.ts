import { useEffect, useRef } from 'react';
import { type KeyCommand, keyCommandOf } from './keys.ts';

/** Letters and digits mean something of their own there. */
const texts =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]';

/** Hands the keys of the whole page to the player. `act` says whether it did something. */
export const useKeys = (singleKeys: boolean, act: (command: KeyCommand) => boolean): void => {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const inTextField = event.target instanceof Element && event.target.closest(texts) !== null;
      const { key, code, altKey, shiftKey, ctrlKey, metaKey, repeat } = event;
      const press = { key, code, altKey, shiftKey, ctrlKey, metaKey, repeat, inTextField };
      const command = event.isComposing || event.defaultPrevented ? undefined : keyCommandOf(press, singleKeys);
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [singleKeys]);
};
