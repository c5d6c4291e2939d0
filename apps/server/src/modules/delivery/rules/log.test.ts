import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAnswered, foldLog, type LogEntry, sameContent } from './log.ts';

const entry = (seq: number, itemId: string, value: LogEntry['value'], kind: LogEntry['kind'] = 'response') => ({
  seq,
  itemId,
  kind,
  value,
});

describe('the log', () => {
  test('counts the last entry for each item by number, in whatever order it is read', () => {
    const entries = [
      entry(1, 'a', 'A'),
      entry(2, 'b', 'B'),
      entry(3, 'a', 'C'),
      entry(4, 'b', null),
      entry(5, 'c', []),
    ];
    const orders = fc.shuffledSubarray(entries, { minLength: entries.length });
    fc.assert(
      fc.property(orders, (order) => {
        const { responses } = foldLog(order);
        expect(Object.fromEntries(responses)).toEqual({ a: 'C', b: null, c: null });
      }),
    );
    expect(countAnswered(foldLog(entries))).toBe(1);
  });

  test('keeps flags apart from responses', () => {
    const { flags, responses } = foldLog([
      entry(1, 'a', true, 'flag'),
      entry(2, 'b', true, 'flag'),
      entry(3, 'a', false, 'flag'),
      entry(4, 'b', 'A'),
    ]);
    expect([...flags]).toEqual(['b']);
    expect(Object.fromEntries(responses)).toEqual({ b: 'A' });
  });
});

test('an entry that comes again is the same by item, kind and value', () => {
  const kept = entry(1, 'a', ['A', 'B']);
  expect(sameContent(kept, entry(1, 'a', ['A', 'B']))).toBe(true);
  expect(sameContent(kept, entry(1, 'a', ['B', 'A']))).toBe(false);
  expect(sameContent(kept, entry(1, 'a', 'A'))).toBe(false);
  expect(sameContent(kept, entry(1, 'b', ['A', 'B']))).toBe(false);
  expect(sameContent(entry(1, 'a', true, 'flag'), entry(1, 'a', true, 'flag'))).toBe(true);
  expect(sameContent(entry(1, 'a', null), entry(1, 'a', null))).toBe(true);
  expect(sameContent(entry(1, 'a', null), entry(1, 'a', []))).toBe(false);
});
