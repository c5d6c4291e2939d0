import { type ItemResponse, isAnswered } from '@testamur/qti';
import { canonicalJson } from '../../../kernel/index.ts';

export type EntryValue = ItemResponse;

/** One line of the log, as a device writes it. `clientAt` is recorded and decides nothing. */
export interface LogEntry {
  readonly seq: number;
  readonly itemId: string;
  readonly kind: 'response' | 'flag';
  readonly value: EntryValue;
  readonly clientAt: string;
}

/** What was written under a sequence number, without the device's own clock. */
export type EntryContent = Pick<LogEntry, 'itemId' | 'kind' | 'value'>;

/** Whether an entry that comes again is the one that is kept. */
export const sameContent = (a: EntryContent, b: EntryContent): boolean =>
  a.itemId === b.itemId && a.kind === b.kind && canonicalJson(a.value) === canonicalJson(b.value);

export interface Answers {
  /** The last response to each item that was ever answered; null where it was taken back. */
  readonly responses: ReadonlyMap<string, ItemResponse>;
  readonly flags: ReadonlySet<string>;
}

/** Reads the log: for each item, the entry of the highest sequence number counts. The order given does not matter. */
export const foldLog = (entries: readonly (EntryContent & { readonly seq: number })[]): Answers => {
  const responses = new Map<string, ItemResponse>();
  const flags = new Set<string>();
  for (const { kind, itemId, value } of entries.toSorted((a, b) => a.seq - b.seq)) {
    if (kind === 'response') responses.set(itemId, isAnswered(value) ? value : null);
    else if (value === true) flags.add(itemId);
    else flags.delete(itemId);
  }
  return { responses, flags };
};

export const countAnswered = ({ responses }: Pick<Answers, 'responses'>): number =>
  [...responses.values()].filter((value) => value !== null).length;
