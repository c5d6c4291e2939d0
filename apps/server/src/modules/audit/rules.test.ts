import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asPlainRecord,
  type ChainEntry,
  commitmentOf,
  contentOf,
  emptyChain,
  entryHash,
  genesis,
  verifyEntries,
} from './rules.ts';

const chainOf = (length: number): ChainEntry[] => {
  const entries: ChainEntry[] = [];
  let previous = genesis;
  for (let seq = 1; seq <= length; seq += 1) {
    const content = contentOf({
      seq,
      at: '2030-01-01T00:00:00.000Z',
      actorId: null,
      action: 'test.act',
      subject: `thing:${seq}`,
      detail: { count: seq },
    });
    const hash = entryHash(previous, content);
    entries.push({ seq, previous, content, hash });
    previous = hash;
  }
  return entries;
};

const replaced = (entries: readonly ChainEntry[], index: number, change: Partial<ChainEntry>): ChainEntry[] =>
  entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));

describe('a chain', () => {
  test('that nobody touched is intact, whether checked whole or in parts', () => {
    const chain = chainOf(7);
    const whole = verifyEntries(chain);
    expect(whole).toEqual({ intact: true, entries: 7, head: chain[6]?.hash });
    expect(verifyEntries(chain.slice(3), verifyEntries(chain.slice(0, 3)))).toEqual(whole);
    expect(verifyEntries([])).toEqual(emptyChain);
  });

  test('breaks at the entry whose content was changed', () => {
    const chain = chainOf(5);
    const content = (chain[2]?.content ?? '').replace('thing:3', 'thing:9');
    expect(verifyEntries(replaced(chain, 2, { content }))).toMatchObject({ intact: false, entries: 2, brokenAt: 3 });
  });

  test('breaks at the entry after one that was rehashed alone', () => {
    const chain = chainOf(5);
    const content = (chain[2]?.content ?? '').replace('thing:3', 'thing:9');
    const forged = replaced(chain, 2, { content, hash: entryHash(chain[2]?.previous ?? '', content) });
    expect(verifyEntries(forged)).toMatchObject({ intact: false, brokenAt: 4 });
  });

  test('breaks where an entry is missing, doubled, moved or unreadable', () => {
    const chain = chainOf(5);
    const [first, second, third] = chain;
    if (!first || !second || !third) throw new Error('The chain is too short.');
    expect(verifyEntries([first, third])).toMatchObject({ brokenAt: 2 });
    expect(verifyEntries([first, first])).toMatchObject({ brokenAt: 2 });
    expect(verifyEntries([second, first])).toMatchObject({ brokenAt: 1 });
    expect(verifyEntries([{ ...first, content: '{', hash: entryHash(genesis, '{') }])).toMatchObject({ brokenAt: 1 });
  });

  test('does not hold with a content that says another number than its place', () => {
    const content = (chainOf(1)[0]?.content ?? '').replace('"seq":1', '"seq":2');
    expect(verifyEntries([{ seq: 1, previous: genesis, content, hash: entryHash(genesis, content) }])).toMatchObject({
      intact: false,
      brokenAt: 1,
    });
  });

  test('does not hold with any single character changed anywhere', () => {
    const chain = chainOf(4);
    const change = fc.record({
      index: fc.integer({ min: 0, max: 3 }),
      member: fc.constantFrom('previous' as const, 'content' as const, 'hash' as const),
      at: fc.nat(400),
    });
    fc.assert(
      fc.property(change, ({ index, member, at }) => {
        const text = chain[index]?.[member] ?? '';
        const place = at % text.length;
        const other = text[place] === 'x' ? 'y' : 'x';
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(verifyEntries(replaced(chain, index, { [member]: changed })).intact).toBe(false);
      }),
    );
  });
});

describe('a commitment', () => {
  test('does not depend on the order of members', () => {
    expect(commitmentOf('salt', { a: 1, b: 'x' })).toBe(commitmentOf('salt', { b: 'x', a: 1 }));
  });

  test('is another one for another salt or other data', () => {
    expect(commitmentOf('salt', { a: 1 })).not.toBe(commitmentOf('pepper', { a: 1 }));
    expect(commitmentOf('salt', { a: 1 })).not.toBe(commitmentOf('salt', { a: 2 }));
  });
});

test('a detail is hashed as JSON carries it: dates as text, nothing for what is absent', () => {
  expect(asPlainRecord({ at: new Date(0), gone: undefined, count: 2 })).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    count: 2,
  });
});
