import { gzipSync } from 'node:zlib';
import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  createStatusList,
  decodeStatusList,
  encodeStatusList,
  getStatus,
  MINIMUM_ENTRIES,
  pickIndex,
  setStatus,
} from '../index.ts';

vi.setConfig({ testTimeout: 60_000 });

const empty = createStatusList({ purpose: 'revocation' });
const anyIndex = fc.integer({ min: 0, max: MINIMUM_ENTRIES - 1 });

describe('a status list', () => {
  it('is read by the library of the specification’s editors, bit for bit, and reads theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyIndex, { minLength: 1, maxLength: 8 }), anyIndex, async (set, other) => {
        const ours = set.reduce((list, index) => setStatus(list, index, true), empty);
        const theirs = await createList({ length: MINIMUM_ENTRIES });
        for (const index of set) {
          theirs.setStatus(index, true);
        }
        const read = await decodeList({ encodedList: encodeStatusList(ours) });
        const readBack = decodeStatusList('revocation', await theirs.encode());
        for (const index of [...set, other]) {
          expect(read.getStatus(index)).toBe(set.includes(index));
          expect(readBack && getStatus(readBack, index)).toBe(set.includes(index));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps entry 0 in the highest bit of the first byte', () => {
    expect(setStatus(empty, 0, true).bits[0]).toBe(0x80);
    expect(setStatus(empty, MINIMUM_ENTRIES - 1, true).bits.at(-1)).toBe(0x01);
  });

  it('clears what was set, and leaves the list it came from alone', () => {
    const set = setStatus(empty, 12_345, true);
    expect(getStatus(set, 12_345)).toBe(true);
    expect(getStatus(empty, 12_345)).toBe(false);
    expect(setStatus(set, 12_345, false)).toEqual(empty);
  });

  it.each([-1, 0.5, MINIMUM_ENTRIES, Number.NaN])('has no entry %s', (index) => {
    expect(() => setStatus(empty, index, true)).toThrow(RangeError);
    expect(() => getStatus(empty, index)).toThrow(RangeError);
  });

  it.each([MINIMUM_ENTRIES - 8, MINIMUM_ENTRIES + 1, 2 ** 24 + 8])('is not made with %s entries', (entries) => {
    expect(() => createStatusList({ purpose: 'suspension', entries })).toThrow(RangeError);
  });

  it('that is too short, cut, unprefixed or unpacks without end is not read', () => {
    const text = encodeStatusList(empty);
    const pack = (bytes: number) => `u${gzipSync(Buffer.alloc(bytes)).toString('base64url')}`;
    expect(decodeStatusList('revocation', text)).toEqual(empty);
    for (const bad of ['', 'u', text.slice(1), text.slice(0, -6), `${text}=`, pack(16_383), pack(2 ** 21 + 1)]) {
      expect(decodeStatusList('revocation', bad)).toBeUndefined();
    }
  });
});

describe('picking an index', () => {
  const usedIndexes = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 16 });

  it('reaches each free index by exactly one draw, and no used one', () => {
    fc.assert(
      fc.property(usedIndexes, (used) => {
        const free = 16 - used.length;
        const picked = Array.from({ length: free }, (_, draw) => pickIndex(new Set(used), () => draw, 16));
        const expected = Array.from({ length: 16 }, (_, index) => index).filter((index) => !used.includes(index));
        expect(picked).toEqual(expected);
      }),
    );
  });

  it('says when the list is full, and asks for a number below the count of free ones', () => {
    expect(pickIndex(new Set([0, 1]), () => 0, 2)).toBeUndefined();
    expect(pickIndex(new Set([3]), (below) => below - 1)).toBe(MINIMUM_ENTRIES - 1);
    expect(() => pickIndex(new Set(), (below) => below)).toThrow(RangeError);
  });
});
