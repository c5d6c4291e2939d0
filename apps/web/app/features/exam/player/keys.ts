export type KeyCommand =
  | { readonly do: 'choose'; readonly option: number }
  | { readonly do: 'strike' | 'flag' | 'next' | 'previous' | 'review' | 'time' | 'keys' | 'close' };

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

const byLetter: Readonly<Record<string, KeyCommand>> = {
  x: { do: 'strike' },
  f: { do: 'flag' },
  n: { do: 'next' },
  p: { do: 'previous' },
  r: { do: 'review' },
  m: { do: 'time' },
  '?': { do: 'keys' },
};

const byCode = (code: string): KeyCommand | undefined => {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  if (digit !== undefined) return { do: 'choose', option: Number(digit) };
  if (code === 'Slash') return byLetter['?'];
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter === undefined ? undefined : byLetter[letter.toLowerCase()];
};

/**
 * What a key asks for. Single keys can be switched off (WCAG 2.2, 2.1.4) and sleep in text fields; with Alt+Shift they
 * always work. Nothing submits.
 */
export const keyCommandOf = (press: KeyPress, singleKeys: boolean): KeyCommand | undefined => {
  if (press.ctrlKey || press.metaKey || press.repeat) return undefined;
  if (press.key === 'Escape') return { do: 'close' };
  if (press.altKey) return press.shiftKey ? byCode(press.code) : undefined;
  if (!singleKeys || press.inTextField) return undefined;
  if (/^[1-9]$/.test(press.key)) return { do: 'choose', option: Number(press.key) };
  return byLetter[press.key.toLowerCase()];
};
