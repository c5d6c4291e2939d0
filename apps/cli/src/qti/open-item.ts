import { type AssessmentItem, parseItem } from '@testamur/qti';
import { failed, UsageError } from '../shell/errors.ts';
import type { Io } from '../shell/io.ts';
import { DetailedError } from '../shell/json-errors.ts';
import { readBytes } from '../shell/read-file.ts';

/** Reads an item; what it leaves out goes to standard error. @throws DetailedError where it is refused. */
export const openItem = async (file: string, io: Io): Promise<AssessmentItem> => {
  const found = parseItem(await readBytes(file));
  const [first] = found.messages;
  if (found.status === 'refused') {
    const place = { line: first?.line, column: first?.column };
    throw new DetailedError(`${file}:${first?.line}:${first?.column}: ${first?.text}`, { file, ...place }, failed);
  }
  for (const { line, column, text } of found.messages) io.err(`${file}:${line}:${column}: ${text}`);
  return found.item;
};

/** The seed of everything random in the item. @throws UsageError for anything but a whole number. */
export const readSeed = (text: string | undefined): number => {
  if (text === undefined) return 0;
  const seed = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed is "${text}"; it must be a whole number.`);
};
