import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compromisePlan, type KeyTimes, keyStateAt, rotationRefusal, signingKeyAt } from './key-state.ts';

const day = (number: number) => new Date(Date.UTC(2027, 0, number));
const key = (id: string, activates: number, retired?: number, compromised?: number): KeyTimes & { id: string } => ({
  id,
  activatesAt: day(activates),
  retiredAt: retired === undefined ? undefined : day(retired),
  compromisedAt: compromised === undefined ? undefined : day(compromised),
});

describe('the state of a key', () => {
  test.each([
    ['is published before it signs', key('a', 5), 4, 'next'],
    ['signs from its time on', key('a', 5), 5, 'current'],
    ['signs until the moment it retires', key('a', 1, 5), 4, 'current'],
    ['no longer signs at that moment', key('a', 1, 5), 5, 'retired'],
    ['is compromised whatever else it was', key('a', 1, 3, 5), 5, 'compromised'],
    ['was what it was before the compromise', key('a', 1, undefined, 5), 4, 'current'],
  ])('%s', (_rule, one, at, state) => {
    expect(keyStateAt(one, day(at))).toBe(state);
  });

  test('keys that follow one another leave no instant without a signing key, and none with two', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 200 }), (waits, at) => {
        let begin = 0;
        const keys = waits.map((wait, index) => {
          const from = begin;
          begin += wait;
          return key(String(index), from, index === waits.length - 1 ? undefined : begin);
        });
        const signing = keys.filter((one) => keyStateAt(one, day(at)) === 'current');
        expect(signing).toHaveLength(1);
        expect(signingKeyAt(keys, day(at))).toBe(signing[0]);
      }),
    );
  });
});

describe('a rotation', () => {
  test('needs a key to follow, and no other rotation under way', () => {
    expect(rotationRefusal([], day(1))).toBe('no-key');
    expect(rotationRefusal([key('a', 1)], day(2))).toBeUndefined();
    expect(rotationRefusal([key('a', 1, 5), key('b', 5)], day(2))).toBe('rotation-under-way');
    expect(rotationRefusal([key('a', 1, 5), key('b', 5)], day(5))).toBeUndefined();
  });
});

describe('a compromise', () => {
  const at = day(3);
  test('of the signing key is followed by a new key at once', () => {
    const current = key('a', 1);
    expect(compromisePlan([current], current, at)).toEqual({ newKeyActivatesAt: at });
  });
  test('of the signing key promotes the key that was to follow anyway', () => {
    const current = key('a', 1, 5);
    expect(compromisePlan([current, key('b', 5)], current, at)).toEqual({ promoted: 'b' });
  });
  test('of the key to come replaces it for its own time', () => {
    const next = key('b', 5);
    expect(compromisePlan([key('a', 1, 5), next], next, at)).toEqual({ newKeyActivatesAt: day(5) });
  });
  test('of a retired key needs no other', () => {
    const retired = key('a', 1, 2);
    expect(compromisePlan([retired, key('b', 2)], retired, at)).toEqual({});
  });
});
