import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../player/key-press.ts';
import { keyCommandOf } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  inTextField: false,
  ...more,
});
const combined = (code: string, key = 'ß') => press(key, { code, altKey: true, shiftKey: true });

describe('the keys of the player', () => {
  it('choose, strike out, flag, move, review, show the time, list the keys', () => {
    const commands = ['1', '9', 'x', 'f', 'n', 'p', 'r', 'm', '?'].map((key) => keyCommandOf(press(key), true));
    expect(commands).toEqual([
      { do: 'choose', option: 1 },
      { do: 'choose', option: 9 },
      { do: 'strike' },
      { do: 'flag' },
      { do: 'next' },
      { do: 'previous' },
      { do: 'review' },
      { do: 'time' },
      { do: 'keys' },
    ]);
    expect(keyCommandOf(press('F', { shiftKey: true }), true)).toEqual({ do: 'flag' });
  });

  it('do nothing alone when they are switched off, and still work with Alt+Shift on any keyboard', () => {
    expect(['1', 'f', 'n', '?'].map((key) => keyCommandOf(press(key), false))).toEqual(Array(4).fill(undefined));
    const codes = ['Digit2', 'Numpad3', 'KeyF', 'KeyN', 'Slash'].map((code) => keyCommandOf(combined(code), false));
    expect(codes).toEqual([
      { do: 'choose', option: 2 },
      { do: 'choose', option: 3 },
      { do: 'flag' },
      { do: 'next' },
      { do: 'keys' },
    ]);
  });

  it('sleep in text fields, and leave the keys of browser and system alone', () => {
    expect(keyCommandOf(press('f', { inTextField: true }), true)).toBeUndefined();
    expect(keyCommandOf(press('f', { ctrlKey: true }), true)).toBeUndefined();
    expect(keyCommandOf(press('r', { metaKey: true }), true)).toBeUndefined();
    expect(keyCommandOf(press('f', { altKey: true, code: 'KeyF' }), true)).toBeUndefined();
    expect(keyCommandOf(press('ArrowDown'), true)).toBeUndefined();
  });

  it('act once a press, however long it is held', () => {
    expect(keyCommandOf(press('n', { repeat: true }), true)).toBeUndefined();
  });

  it('close with Escape always, and never submit', () => {
    expect(keyCommandOf(press('Escape', { inTextField: true }), false)).toEqual({ do: 'close' });
    const everyKey = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    const done = new Set(['Enter', ...everyKey].map((key) => keyCommandOf(press(key), true)?.do));
    expect([...done].filter((each) => each !== undefined).sort()).toEqual(
      ['choose', 'flag', 'keys', 'next', 'previous', 'review', 'strike', 'time'].sort(),
    );
  });
});
