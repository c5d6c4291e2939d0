import { useEffect, useRef } from 'react';
import { keyPressOf } from '../../../player/key-press.ts';
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
      if (event.isComposing || event.defaultPrevented) return;
      const command = keyCommandOf(keyPressOf(event, texts), singleKeys);
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [singleKeys]);
};
