import { createHash } from 'node:crypto';

/** One link, as `audit.exportEntries` hands it out. */
export interface ChainEntry {
  readonly seq: number;
  /** The hash of the entry before; of the first entry, 64 zeros. */
  readonly previous: string;
  /** JSON text, exactly as it was hashed. */
  readonly content: string;
  readonly hash: string;
}

export type ChainReport =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | {
      readonly intact: false;
      /** How many entries hold. */
      readonly entries: number;
      readonly head: string;
      /** The number of the first entry that does not hold, and why. */
      readonly brokenAt: number;
      readonly reason: string;
    };

export const genesis = '0'.repeat(64);

/** The rule of the chain: SHA-256, in lower-case hex, over the previous hash and the content, both as UTF-8 text. */
export const entryHash = (previous: string, content: string): string =>
  createHash('sha256')
    .update(previous + content, 'utf8')
    .digest('hex');

const seqOf = (content: string): unknown => {
  try {
    const said: unknown = JSON.parse(content);
    return typeof said === 'object' && said !== null && 'seq' in said ? said.seq : undefined;
  } catch {
    return undefined;
  }
};

const troubleWith = (entry: ChainEntry, seq: number, head: string): string | undefined => {
  if (entry.seq !== seq) return `entry ${seq} is missing: entry ${entry.seq} stands in its place`;
  if (entry.previous !== head) return 'it does not follow on the entry before it';
  if (entry.hash !== entryHash(head, entry.content)) return 'its content is not the one that was hashed';
  return seqOf(entry.content) === seq ? undefined : 'its content names another number';
};

/**
 * Recomputes a chain. Entries that were cut off at its end cannot be missed by the file alone: compare `head` with one
 * that was written down before.
 */
export const verifyChain = (chain: readonly ChainEntry[]): ChainReport => {
  let head = genesis;
  for (const [index, entry] of chain.entries()) {
    const reason = troubleWith(entry, index + 1, head);
    if (reason !== undefined) return { intact: false, entries: index, head, brokenAt: index + 1, reason };
    head = entry.hash;
  }
  return { intact: true, entries: chain.length, head };
};
