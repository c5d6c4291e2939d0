import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What the first entry of every chain follows. */
export const genesis = '0'.repeat(64);

/** What an entry says. Opaque ids, codes and numbers only; `personal` is the commitment to what is kept apart. */
export interface AuditContent {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly personal?: string;
}

/** One link of the chain, as exported. */
export interface ChainEntry {
  readonly seq: number;
  readonly previous: string;
  readonly content: string;
  readonly hash: string;
}

/** How far a chain holds: `head` is the hash of the last entry that does, `brokenAt` the first that does not. */
export interface ChainReport {
  readonly intact: boolean;
  readonly entries: number;
  readonly head: string;
  readonly brokenAt?: number;
}

/** As JSON would carry it: dates become text, absent members go. What is hashed is what is stored. */
export const asPlainRecord = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value));

export const contentOf = (content: AuditContent): string => canonicalJson(content);

/** `previous` always has 64 characters, so that no other pair of texts joins to the same bytes. */
export const entryHash = (previous: string, content: string): string => sha256(previous + content);

/** Binds an entry to personal data without holding it. The salt goes with the data, so that nobody can guess it back. */
export const commitmentOf = (salt: string, personal: unknown): string => sha256(salt + canonicalJson(personal));

const seqOf = (content: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null && 'seq' in parsed ? parsed.seq : undefined;
  } catch {
    return undefined;
  }
};

export const emptyChain: ChainReport = { intact: true, entries: 0, head: genesis };

/**
 * Recomputes a chain from its exported entries alone. Needs nothing else: it holds after personal data was erased.
 * A long chain is checked in parts, each continuing the report of the one before.
 */
export const verifyEntries = (entries: Iterable<ChainEntry>, before: ChainReport = emptyChain): ChainReport => {
  if (!before.intact) return before;
  let { entries: count, head } = before;
  for (const entry of entries) {
    const seq = count + 1;
    const holds =
      entry.seq === seq &&
      seqOf(entry.content) === seq &&
      entry.previous === head &&
      entry.hash === entryHash(head, entry.content);
    if (!holds) return { intact: false, entries: count, head, brokenAt: seq };
    count = seq;
    head = entry.hash;
  }
  return { intact: true, entries: count, head };
};
