import type { PlainValue } from '@testamur/qti';
import { membersOf } from './choose.ts';

/** The value with one more file; where one may be, it takes the place of the other. */
export const withFile = (value: PlainValue, file: string, cardinality: string): PlainValue =>
  cardinality === 'single' ? file : [...membersOf(value).filter((each) => each !== file), file];

export const withoutFile = (value: PlainValue, file: string, cardinality: string): PlainValue => {
  const rest = membersOf(value).filter((each) => each !== file);
  return cardinality === 'single' || rest.length === 0 ? null : rest;
};

/** Whether a file is of a wanted media type: "image/png", "image/*", or an ending as ".pdf"; none is all. */
export const isWanted = (file: { readonly name: string; readonly type: string }, types: readonly string[]): boolean =>
  types.length === 0 ||
  types.some((type) => {
    const wanted = type.trim().toLowerCase();
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    if (wanted.endsWith('/*')) return file.type.toLowerCase().startsWith(wanted.slice(0, -1));
    return wanted === '*' || file.type.toLowerCase() === wanted;
  });

/** What media types are called; 'other' goes by the name in it, as "PDF" or "ODT". */
export const kindOf = (
  type: string,
): { readonly kind: 'image' | 'audio' | 'video' | 'text' | 'any' | 'other'; readonly name: string } => {
  const [main = '', sub = ''] = type.trim().toLowerCase().split('/');
  if (main === '*' || type.trim() === '*') return { kind: 'any', name: '' };
  if (sub === '*' && (main === 'image' || main === 'audio' || main === 'video' || main === 'text')) {
    return { kind: main, name: '' };
  }
  const known = OFFICE[sub];
  const name = known ?? (sub === '' ? main.replace(/^\./, '') : sub.replace(/^(x-|vnd\.)/, '').replace(/\+xml$/, ''));
  return { kind: 'other', name: known ?? name.toUpperCase() };
};

const OFFICE: Readonly<Record<string, string>> = {
  msword: 'Word',
  'vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'vnd.ms-excel': 'Excel',
  'vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'vnd.ms-powerpoint': 'PowerPoint',
  'vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'vnd.oasis.opendocument.text': 'OpenDocument',
  plain: 'TXT',
};

/** What a file is called when nobody knows its name: the last part of its address. */
export const nameFromValue = (value: string): string | undefined => {
  if (value.startsWith('data:')) return undefined;
  const last = value.split(/[?#]/)[0]?.split('/').at(-1);
  if (last === undefined || last === '') return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};
