import { kindOf } from '@testamur/qti';

/** What a file that staff chose seems to be. */
export type Format = 'package' | 'document' | 'moodle' | 'gift' | 'aiken' | 'csv';

/** A file as it was chosen, dropped or pasted. */
export interface ChosenFile {
  /** With the folders it was chosen with, if any. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const HEAD_BYTES = 65_536;

/** By the content first, by the ending of the name where the content may be several things; null for what is none of them. */
export const formatOf = ({ name, bytes }: ChosenFile): Format | null => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'package';
  const { kind } = kindOf(bytes);
  if (kind !== undefined) return kind === 'result' ? null : 'document';
  const text = textOf(bytes.subarray(0, HEAD_BYTES));
  if (/<quiz[\s>]/.test(text)) return 'moodle';
  if (/^\s*</.test(text)) return null;
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (ending === 'gift') return 'gift';
  if (/^ANSWER:\s*[A-Z]\s*$/im.test(text)) return 'aiken';
  if (/^\s*::/m.test(text) || /\{[^{}]*[=~#TF][^{}]*\}/.test(text)) return 'gift';
  const [first = ''] = text.trim().split(/\r?\n/);
  return /([,;\t]).+\1/.test(first) ? 'csv' : null;
};

/** Text in UTF-8, or in UTF-16 where a byte order mark says so. */
export const textOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};
