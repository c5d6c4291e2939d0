import type { Entry, Mark } from './entry.ts';

/** An entry that the server has not acknowledged. `stored`: it may be sent, because the device keeps it. */
export interface Unsent extends Entry {
  readonly stored: boolean;
}

/** Why nothing is sent until something else happens. */
export type Halt = 'signed-out' | 'other-device' | 'conflict' | 'over';

export interface Outbox {
  readonly nextSeq: number;
  /** In the order of their numbers. */
  readonly unsent: readonly Unsent[];
  readonly phase: 'opening' | 'ready' | 'sending' | 'pausing' | Halt;
  /** How often in a row sending has failed. */
  readonly failures: number;
  /** The browser could not keep an entry: it lives as long as the page. */
  readonly memoryOnly: boolean;
  /** Entries that the server will never take: a person has to look at them. */
  readonly refused: readonly Entry[];
}

export type OutboxEvent =
  | { readonly type: 'recorded'; readonly mark: Mark }
  | { readonly type: 'stored'; readonly seqs: readonly number[]; readonly kept: boolean }
  | { readonly type: 'acknowledged'; readonly seqs: readonly number[] }
  | { readonly type: 'failed' }
  | { readonly type: 'refused'; readonly seqs: readonly number[] }
  | { readonly type: 'halted'; readonly why: Halt }
  | { readonly type: 'retry' }
  | { readonly type: 'signed-in' }
  | { readonly type: 'opened'; readonly nextSeq: number };

/** What has to be done; each act answers with an event. */
export type OutboxEffect =
  | { readonly do: 'store'; readonly entries: readonly Entry[]; readonly replaces: readonly number[] }
  | { readonly do: 'forget'; readonly seqs: readonly number[] }
  | { readonly do: 'send'; readonly entries: readonly Entry[] }
  | { readonly do: 'wait'; readonly failures: number }
  | { readonly do: 'reopen' };

export interface Step {
  readonly outbox: Outbox;
  readonly effects: readonly OutboxEffect[];
}

const maxBatch = 100;

const asEntry = ({ stored: _, ...entry }: Unsent): Entry => entry;

/** Sends what may be sent, in order: nothing overtakes an entry that is still being stored. */
const proceed = (outbox: Outbox, effects: readonly OutboxEffect[] = []): Step => {
  if (outbox.phase !== 'ready') return { outbox, effects };
  const firstUnstored = outbox.unsent.findIndex(({ stored }) => !stored);
  const sendable = firstUnstored < 0 ? outbox.unsent : outbox.unsent.slice(0, firstUnstored);
  if (sendable.length === 0) return { outbox, effects };
  const entries = sendable.slice(0, maxBatch).map(asEntry);
  return { outbox: { ...outbox, phase: 'sending' }, effects: [...effects, { do: 'send', entries }] };
};

const without = (outbox: Outbox, seqs: readonly number[]): Outbox => ({
  ...outbox,
  unsent: outbox.unsent.filter(({ seq }) => !seqs.includes(seq)),
});

/** After sending, unless something has halted it meanwhile. */
const sent = (outbox: Outbox): Outbox =>
  outbox.phase === 'sending' ? { ...outbox, phase: 'ready', failures: 0 } : outbox;

/** Entries of this device get fresh numbers behind what the server has; their order stays. */
const renumbered = (outbox: Outbox, nextSeq: number): Step => {
  const unsent = outbox.unsent.map((entry, index) => ({ ...entry, seq: nextSeq + index, stored: false }));
  const replaces = outbox.unsent.map(({ seq }) => seq);
  return proceed(
    { ...outbox, unsent, nextSeq: nextSeq + unsent.length, phase: 'ready', failures: 0 },
    unsent.length > 0 ? [{ do: 'store', entries: unsent.map(asEntry), replaces }] : [],
  );
};

/**
 * The attempt is open on this device. What was kept is sent as it is: entries that the server has already are no-ops
 * there. It is numbered anew after a conflict, and where a gap would be left.
 */
const opened = (outbox: Outbox, nextSeq: number): Step => {
  const first = outbox.unsent[0];
  if (first && (outbox.phase === 'conflict' || first.seq > nextSeq)) return renumbered(outbox, nextSeq);
  const last = outbox.unsent.at(-1)?.seq ?? 0;
  return proceed({ ...outbox, nextSeq: Math.max(nextSeq, last + 1), phase: 'ready', failures: 0 });
};

export const transition = (outbox: Outbox, event: OutboxEvent): Step => {
  switch (event.type) {
    case 'recorded': {
      if (outbox.phase === 'over') return { outbox, effects: [] };
      const entry = { ...event.mark, seq: outbox.nextSeq };
      const unsent = [...outbox.unsent, { ...entry, stored: false }];
      // An item that is answered again settles what was refused of it.
      const refused = outbox.refused.filter(({ itemId, kind }) => itemId !== entry.itemId || kind !== entry.kind);
      return {
        outbox: { ...outbox, unsent, refused, nextSeq: outbox.nextSeq + 1 },
        effects: [{ do: 'store', entries: [entry], replaces: [] }],
      };
    }
    case 'stored': {
      const unsent = outbox.unsent.map((entry) =>
        event.seqs.includes(entry.seq) ? { ...entry, stored: true } : entry,
      );
      return proceed({ ...outbox, unsent, memoryOnly: outbox.memoryOnly || !event.kept });
    }
    case 'acknowledged':
      return proceed(sent(without(outbox, event.seqs)), [{ do: 'forget', seqs: event.seqs }]);
    case 'refused': {
      const refused = outbox.unsent.filter(({ seq }) => event.seqs.includes(seq)).map(asEntry);
      const rest = { ...sent(without(outbox, event.seqs)), refused: [...outbox.refused, ...refused] };
      return proceed(rest, [{ do: 'forget', seqs: event.seqs }]);
    }
    case 'failed': {
      if (outbox.phase !== 'sending') return { outbox, effects: [] };
      const failures = outbox.failures + 1;
      return { outbox: { ...outbox, phase: 'pausing', failures }, effects: [{ do: 'wait', failures }] };
    }
    case 'halted': {
      if (outbox.phase === 'over') return { outbox, effects: [] };
      return { outbox: { ...outbox, phase: event.why }, effects: event.why === 'conflict' ? [{ do: 'reopen' }] : [] };
    }
    case 'retry':
      return outbox.phase === 'pausing' ? proceed({ ...outbox, phase: 'ready' }) : { outbox, effects: [] };
    case 'signed-in':
      return outbox.phase === 'signed-out' ? proceed({ ...outbox, phase: 'ready' }) : { outbox, effects: [] };
    case 'opened':
      return outbox.phase === 'over' ? { outbox, effects: [] } : opened(outbox, event.nextSeq);
  }
};

/** What this device has kept from before, not yet sent. */
export const outboxOf = (kept: readonly Entry[]): Outbox => {
  const unsent = kept.toSorted((a, b) => a.seq - b.seq).map((entry) => ({ ...entry, stored: true }));
  const nextSeq = (unsent.at(-1)?.seq ?? 0) + 1;
  return { nextSeq, unsent, phase: 'opening', failures: 0, memoryOnly: false, refused: [] };
};

/** How many answers and flags are on this device alone; several changes of one answer are one. */
export const countUnsent = ({ unsent }: Outbox): { readonly answers: number; readonly flags: number } => {
  const itemsOf = (kind: Entry['kind']) =>
    new Set(unsent.filter((entry) => entry.kind === kind).map(({ itemId }) => itemId)).size;
  return { answers: itemsOf('response'), flags: itemsOf('flag') };
};

/** The last number that the server must have before the attempt may be sealed; once nothing is unsent. */
export const lastSeqOf = ({ nextSeq, refused }: Outbox): number => {
  const never = new Set(refused.map(({ seq }) => seq));
  let last = nextSeq - 1;
  while (never.has(last)) last -= 1;
  return last;
};
