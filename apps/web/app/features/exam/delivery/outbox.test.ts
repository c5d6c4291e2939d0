import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';
import type { Entry } from './entry.ts';
import { countUnsent, lastSeqOf, type Outbox, type OutboxEvent, outboxOf, type Step, transition } from './outbox.ts';

const mark = (itemId: string, value: string) => ({
  itemId,
  kind: 'response' as const,
  value,
  clientAt: '2027-04-12T14:00:00.000Z',
});
const entry = (seq: number, itemId = `item-${seq}`): Entry => ({ ...mark(itemId, 'A'), seq });

/** What the outbox becomes, and what the last event asked for. */
const after = (outbox: Outbox, ...events: OutboxEvent[]) => {
  let step: Step = { outbox, effects: [] };
  for (const event of events) step = transition(step.outbox, event);
  return step;
};
const open = (nextSeq = 1, kept: readonly Entry[] = []) => after(outboxOf(kept), { type: 'opened', nextSeq });
const recorded = (itemId: string, value = 'A'): OutboxEvent => ({ type: 'recorded', mark: mark(itemId, value) });
const stored = (...seqs: number[]): OutboxEvent => ({ type: 'stored', seqs, kept: true });
const seqsSent = ({ effects }: ReturnType<typeof after>) =>
  effects.flatMap((effect) => (effect.do === 'send' ? [effect.entries.map(({ seq }) => seq)] : []));

describe('the outbox of the exam', () => {
  it('stores an answer before it sends it', () => {
    const first = after(open().outbox, recorded('a'));
    expect(first.effects).toEqual([{ do: 'store', entries: [{ ...mark('a', 'A'), seq: 1 }], replaces: [] }]);
    expect(seqsSent(after(first.outbox, stored(1)))).toEqual([[1]]);
  });

  it('never lets an entry overtake one that is still being stored', () => {
    const two = after(open().outbox, recorded('a'), recorded('b'), stored(2));
    expect(seqsSent(two)).toEqual([]);
    expect(seqsSent(after(two.outbox, stored(1)))).toEqual([[1, 2]]);
  });

  it('has one request under way, and sends what came meanwhile in the next', () => {
    const busy = after(open().outbox, recorded('a'), stored(1), recorded('b'), recorded('c'), stored(2, 3));
    expect(seqsSent(busy)).toEqual([]);
    const next = after(busy.outbox, { type: 'acknowledged', seqs: [1] });
    expect(next.effects).toEqual([
      { do: 'forget', seqs: [1] },
      { do: 'send', entries: [expect.objectContaining({ seq: 2 }), expect.objectContaining({ seq: 3 })] },
    ]);
  });

  it('forgets an entry when it is acknowledged, and never before', () => {
    const failed = after(open().outbox, recorded('a'), stored(1), { type: 'failed' });
    expect(failed.outbox.unsent).toHaveLength(1);
    expect(failed.effects).toEqual([{ do: 'wait', failures: 1 }]);
    const retried = after(failed.outbox, { type: 'retry' });
    expect(seqsSent(retried)).toEqual([[1]]);
    expect(after(retried.outbox, { type: 'acknowledged', seqs: [1] }).outbox).toMatchObject({
      unsent: [],
      phase: 'ready',
      failures: 0,
    });
  });

  it('keeps recording while nobody is signed in, and sends all of it afterwards', () => {
    const out = after(open().outbox, recorded('a'), stored(1), { type: 'halted', why: 'signed-out' });
    const more = after(out.outbox, recorded('b'), stored(2));
    expect(seqsSent(more)).toEqual([]);
    expect(seqsSent(after(more.outbox, { type: 'signed-in' }))).toEqual([[1, 2]]);
  });

  it('sends what was kept as it is after a reload: what the server has already is a no-op there', () => {
    const { outbox, effects } = open(7, [entry(6), entry(5)]);
    expect(seqsSent({ outbox, effects })).toEqual([[5, 6]]);
    expect(outbox.nextSeq).toBe(7);
  });

  it('gives its entries fresh numbers in their order after a conflict, on the disk before it sends them', () => {
    const sending = open(5, [entry(5), entry(6)]);
    const conflict = after(sending.outbox, { type: 'halted', why: 'conflict' });
    expect(conflict.effects).toEqual([{ do: 'reopen' }]);
    const reopened = after(conflict.outbox, { type: 'opened', nextSeq: 9 });
    expect(reopened.effects).toEqual([
      {
        do: 'store',
        entries: [expect.objectContaining({ seq: 9, itemId: 'item-5' }), expect.objectContaining({ seq: 10 })],
        replaces: [5, 6],
      },
    ]);
    expect(reopened.outbox.nextSeq).toBe(11);
    expect(seqsSent(after(reopened.outbox, stored(9, 10)))).toEqual([[9, 10]]);
  });

  it('leaves no gap behind what the server has', () => {
    expect(open(3, [entry(8)]).outbox.unsent).toMatchObject([{ seq: 3, itemId: 'item-8' }]);
  });

  it('sets aside what the server will never take, so that the rest can go', () => {
    const sending = open(1, [entry(1), entry(2)]);
    const { outbox, effects } = after(sending.outbox, { type: 'refused', seqs: [2] });
    expect(outbox.refused).toMatchObject([{ seq: 2 }]);
    expect(effects).toMatchObject([
      { do: 'forget', seqs: [2] },
      { do: 'send', entries: [{ seq: 1 }] },
    ]);
    expect(lastSeqOf(after(outbox, { type: 'acknowledged', seqs: [1] }).outbox)).toBe(1);
  });

  it('takes nothing more once the attempt is over, and keeps what did not arrive', () => {
    const over = after(open().outbox, recorded('a'), stored(1), { type: 'halted', why: 'over' });
    const late = after(over.outbox, recorded('b'), { type: 'opened', nextSeq: 1 }, { type: 'retry' });
    expect(late.outbox).toMatchObject({ phase: 'over', unsent: [{ itemId: 'a' }] });
    expect(late.effects).toEqual([]);
  });

  it('stays halted when an answer to an earlier request still arrives', () => {
    const elsewhere = after(open().outbox, recorded('a'), stored(1), { type: 'halted', why: 'other-device' });
    const late = after(elsewhere.outbox, { type: 'acknowledged', seqs: [1] });
    expect(late.outbox).toMatchObject({ phase: 'other-device', unsent: [] });
  });

  it('sends although the disk refuses, and says so', () => {
    const { outbox, effects } = after(open().outbox, recorded('a'), { type: 'stored', seqs: [1], kept: false });
    expect(outbox.memoryOnly).toBe(true);
    expect(seqsSent({ outbox, effects })).toEqual([[1]]);
  });

  it('counts several changes of one answer once', () => {
    const { outbox } = after(open().outbox, recorded('a'), recorded('a', 'B'), recorded('b'), {
      type: 'recorded',
      mark: { itemId: 'a', kind: 'flag', value: true, clientAt: '2027-04-12T14:00:00.000Z' },
    });
    expect(countUnsent(outbox)).toEqual({ answers: 2, flags: 1 });
  });
});

describe('the wait before the next try', () => {
  it('doubles up to twenty seconds, and lies between half of that and all of it', () => {
    expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 0))).toEqual([250, 500, 1000, 2000]);
    expect(backoffMs(1, 0.999)).toBe(500);
    expect([backoffMs(50, 0), backoffMs(50, 0.9999)]).toEqual([10_000, 20_000 - 1]);
  });
});
