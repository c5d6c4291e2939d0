export type ResponseValue = string | readonly string[] | null;
export type EntryValue = ResponseValue | boolean;

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

const sameValue = (a: EntryValue, b: EntryValue): boolean =>
  typeof a === 'object' && typeof b === 'object' && a !== null && b !== null
    ? a.length === b.length && a.every((chosen, index) => chosen === b[index])
    : a === b;

/** Whether an entry that comes again is the one that is kept. */
export const sameContent = (a: EntryContent, b: EntryContent): boolean =>
  a.itemId === b.itemId && a.kind === b.kind && sameValue(a.value, b.value);

/** No choice and an empty list of choices are one: not answered. */
const asResponse = (value: EntryValue): ResponseValue =>
  typeof value === 'boolean' || (typeof value === 'object' && value?.length === 0) ? null : value;

export interface Answers {
  /** The last response to each item that was ever answered; null where it was taken back. */
  readonly responses: ReadonlyMap<string, ResponseValue>;
  readonly flags: ReadonlySet<string>;
}

/** Reads the log: for each item, the entry of the highest sequence number counts. The order given does not matter. */
export const foldLog = (entries: readonly (EntryContent & { readonly seq: number })[]): Answers => {
  const responses = new Map<string, ResponseValue>();
  const flags = new Set<string>();
  for (const { kind, itemId, value } of entries.toSorted((a, b) => a.seq - b.seq)) {
    if (kind === 'response') responses.set(itemId, asResponse(value));
    else if (value === true) flags.add(itemId);
    else flags.delete(itemId);
  }
  return { responses, flags };
};

export const countAnswered = ({ responses }: Pick<Answers, 'responses'>): number =>
  [...responses.values()].filter((value) => value !== null).length;
