import { describe, expect, it } from 'vitest';
import { inKey, pairInKey, sameTyped } from './same.ts';

describe('a review', () => {
  it('says of a choice whether it is in the key, and nothing where there is no key', () => {
    expect(inKey(['A', 'B'], 'B')).toBe(true);
    expect(inKey('A', 'B')).toBe(false);
    expect(inKey(null, 'B')).toBeNull();
    expect(inKey(undefined, 'B')).toBeNull();
  });

  it('says of a pair whether it is in the key, in the direction that counts', () => {
    expect(pairInKey(['A B'], { from: 'B', to: 'A' }, false)).toBe(true);
    expect(pairInKey(['A B'], { from: 'B', to: 'A' }, true)).toBe(false);
    expect(pairInKey(null, { from: 'B', to: 'A' }, true)).toBeNull();
  });

  it('calls a typed answer right when it is the key, and not right only where nothing else could score', () => {
    expect(sameTyped('title', 'title')).toBe(true);
    expect(sameTyped(4, 3)).toBe(false);
    expect(sameTyped(null, 3)).toBe(false);
    // A text may be scored by a mapping or by a person.
    expect(sameTyped('Title', 'title')).toBeNull();
    expect(sameTyped('title', null)).toBeNull();
  });
});
