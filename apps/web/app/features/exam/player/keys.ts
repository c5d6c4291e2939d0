import { type KeyPress, readBy } from '../../../player/key-press.ts';

export type KeyCommand =
  | { readonly do: 'choose'; readonly option: number }
  | { readonly do: 'strike' | 'flag' | 'next' | 'previous' | 'review' | 'time' | 'keys' | 'close' };

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

/** What a key asks for. Nothing submits. */
export const keyCommandOf = (press: KeyPress, singleKeys: boolean): KeyCommand | undefined => {
  if (press.ctrlKey || press.metaKey || press.repeat) return undefined;
  if (press.key === 'Escape') return { do: 'close' };
  const by = readBy(press, singleKeys);
  if (by !== 'key') return by && byCode(press.code);
  if (/^[1-9]$/.test(press.key)) return { do: 'choose', option: Number(press.key) };
  return byLetter[press.key.toLowerCase()];
};
