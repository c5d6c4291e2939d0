import { type BaseType, type Cardinality, type PlainValue, recordOfText } from '@testamur/qti';

/** The value that typed text stands for; `unread` when it is none of the type. */
export type Typed = { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly wanted: Wanted };
export type Wanted = 'number' | 'whole-number' | 'base-number';

export interface TypedAs {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  /** Of integers read from text, 2 to 36. */
  readonly base: number;
}

/** As people type: spaces around, and the minus sign of typography. */
const tidy = (text: string): string => text.trim().replace(/^[\u2212\u2013]/, '-');

const FLOAT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

const readInteger = (text: string, base: number): number | undefined => {
  const digits = /^([+-]?)([0-9a-z]+)$/i.exec(text);
  if (!digits) return undefined;
  const [, sign = '', body = ''] = digits;
  let sum = 0;
  for (const letter of body) {
    const digit = Number.parseInt(letter, 36);
    if (digit >= base) return undefined;
    sum = sum * base + digit;
  }
  if (!Number.isSafeInteger(sum)) return undefined;
  // Zero has no sign.
  return sign === '-' && sum !== 0 ? -sum : sum;
};

/**
 * Reads what was typed (ASI information model, class TextEntryInteraction): a string as it stands, an integer in the
 * interaction's base, a float, or a record of both and of how it was written. Nothing typed is NULL.
 */
export const readTyped = (text: string, { cardinality, baseType, base }: TypedAs): Typed => {
  if (cardinality === 'record') return { ok: true, value: text.trim() === '' ? null : recordOfText(text) };
  if (baseType === 'integer') {
    const tidied = tidy(text);
    if (tidied === '') return { ok: true, value: null };
    const value = readInteger(tidied, base);
    if (value !== undefined) return { ok: true, value };
    return { ok: false, wanted: base === 10 ? 'whole-number' : 'base-number' };
  }
  if (baseType === 'float') {
    const tidied = tidy(text);
    if (tidied === '') return { ok: true, value: null };
    const value = Number(tidied);
    return FLOAT.test(tidied) && Number.isFinite(value) ? { ok: true, value } : { ok: false, wanted: 'number' };
  }
  return { ok: true, value: text === '' ? null : text };
};

/** The text that shows a value, as it could have been typed. */
export const showTyped = (value: PlainValue | undefined, base = 10): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => showTyped(each, base)).join('\n');
  if (typeof value === 'object') return showTyped((value as Readonly<Record<string, PlainValue>>).stringValue, base);
  return typeof value === 'number' && Number.isInteger(value) ? value.toString(base).toUpperCase() : String(value);
};
