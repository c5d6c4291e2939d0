import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/index.ts';
import type { EntryContent } from './log.ts';

/**
 * Of entries of the log, in no order: SHA-256 over the lines `[attempt, sequence, item, kind, value]` in canonical JSON,
 * sorted. The audit holds it for every group that was written.
 */
export const digestOfEntries = (
  entries: readonly (EntryContent & { readonly attemptId: string; readonly seq: number })[],
): string => {
  const lines = entries.map(({ attemptId, seq, itemId, kind, value }) =>
    canonicalJson([attemptId, seq, itemId, kind, value]),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
};
