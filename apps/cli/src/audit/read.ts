import { CommandError } from '../shell/errors.ts';
import { readJson } from '../shell/read-file.ts';
import type { ChainEntry } from './chain.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is ChainEntry =>
  isRecord(value) &&
  typeof value.seq === 'number' &&
  ['previous', 'content', 'hash'].every((name) => typeof value[name] === 'string');

export interface Export {
  readonly organization: string;
  readonly entries: readonly ChainEntry[];
}

/** @throws CommandError where the file is no export of an audit chain. */
export const readExport = async (file: string): Promise<Export> => {
  const content = await readJson(file);
  if (!isRecord(content) || typeof content.organization !== 'string' || !Array.isArray(content.entries)) {
    throw new CommandError(`${file} is no export of an audit chain: { "organization": …, "entries": [ … ] }.`);
  }
  const entries: readonly unknown[] = content.entries;
  const bad = entries.findIndex((entry) => !isEntry(entry));
  if (bad >= 0) {
    throw new CommandError(
      `${file}: entry ${bad + 1} needs a number "seq" and the texts "previous", "content", "hash".`,
    );
  }
  return { organization: content.organization, entries: entries.filter(isEntry) };
};
