/** A press of a key on the page. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key, whatever it types: Alt+Shift+F types other letters on other keyboards. */
  readonly code: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly inTextField: boolean;
}

/** `texts` selects where letters and digits mean something of their own. */
export const keyPressOf = (event: KeyboardEvent, texts: string): KeyPress => {
  const { key, code, altKey, shiftKey, ctrlKey, metaKey, repeat } = event;
  const inTextField = event.target instanceof Element && event.target.closest(texts) !== null;
  return { key, code, altKey, shiftKey, ctrlKey, metaKey, repeat, inTextField };
};

/**
 * How a letter or digit is read. Single keys can be switched off (WCAG 2.2, 2.1.4) and sleep in text fields; with
 * Alt+Shift they always work, by their place.
 */
export const readBy = (press: KeyPress, singleKeys: boolean): 'key' | 'place' | undefined => {
  if (press.altKey) return press.shiftKey ? 'place' : undefined;
  return singleKeys && !press.inTextField ? 'key' : undefined;
};
