import type { KeyboardEvent } from 'react';

/**
 * Keeps a key from everybody else. The page may listen at the document itself, where React does, too: stopping the
 * event on its way up would not keep it from there.
 */
export const takeKey = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopPropagation();
  event.nativeEvent.stopImmediatePropagation();
};
