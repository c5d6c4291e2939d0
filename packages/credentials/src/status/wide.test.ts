import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createStatusList,
  decodeStatusList,
  encodeStatusList,
  getStatus,
  MINIMUM_ENTRIES,
  readStatus,
  setStatus,
  setStatuses,
} from '../index.ts';

const anyIndex = fc.integer({ min: 0, max: MINIMUM_ENTRIES - 1 });

describe('a list of several bits an entry', () => {
  it('gives back each value, and leaves every other entry as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }).chain((statusSize) =>
          fc.tuple(
            fc.constant(createStatusList({ purpose: 'message', statusSize })),
            fc.uniqueArray(fc.tuple(anyIndex, fc.nat({ max: 2 ** statusSize - 1 })), {
              selector: ([index]) => index,
              maxLength: 6,
            }),
            anyIndex,
          ),
        ),
        ([empty, entries, other]) => {
          const list = entries.reduce((before, [index, value]) => setStatus(before, index, value), empty);
          const read = decodeStatusList('message', encodeStatusList(list), list.statusSize);
          const expected = new Map(entries);
          for (const index of [other, ...expected.keys()]) {
            expect(read && readStatus(read, index)).toBe(expected.get(index) ?? 0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps entry 0 in the highest bits, its highest bit first', () => {
    const list = setStatus(createStatusList({ purpose: 'message', statusSize: 3 }), 0, 0b110);
    expect(list.bits[0]).toBe(0b1100_0000);
    expect(setStatus(list, 2, 0b101).bits.slice(0, 2)).toEqual(Uint8Array.of(0b1100_0010, 0b1000_0000));
  });

  it('of which the text has too few entries for its bits is not read', () => {
    const text = encodeStatusList(createStatusList({ purpose: 'message' }));
    expect(decodeStatusList('message', text, 2)).toBeUndefined();
  });

  it.each([0, 9, 1.5])('is not made with %s bits', (statusSize) => {
    expect(() => createStatusList({ purpose: 'message', statusSize })).toThrow(/statusSize/);
  });

  it.each([-1, 4, 0.5])('does not take the value %s in two bits', (value) => {
    const list = createStatusList({ purpose: 'message', statusSize: 2 });
    expect(() => setStatus(list, 0, value)).toThrow(/value must be an integer from 0 to 3/);
  });
});

describe('setting many entries at once', () => {
  const empty = createStatusList({ purpose: 'revocation' });

  it('is the same as setting one after the other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyIndex, { maxLength: 12 }), (indexes) => {
        const one = indexes.reduce((list, index) => setStatus(list, index, true), empty);
        expect(setStatuses(empty, indexes, true)).toEqual(one);
        expect(setStatuses(one, indexes, false)).toEqual(empty);
      }),
      { numRuns: 20 },
    );
  });

  it('sets 100,000 entries and no other', () => {
    const list = setStatuses(
      empty,
      Array.from({ length: 100_000 }, (_, index) => index),
      true,
    );
    expect([0, 99_999, 100_000, MINIMUM_ENTRIES - 1].map((index) => getStatus(list, index))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('with one index outside the list changes nothing', () => {
    expect(() => setStatuses(empty, [0, MINIMUM_ENTRIES], true)).toThrow(RangeError);
    expect(getStatus(empty, 0)).toBe(false);
  });
});
