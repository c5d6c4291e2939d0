import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleForm, type PoolItem } from './assemble.ts';
import { seededRandom, shuffle } from './random.ts';

const pool = (topic: string, count: number, uses = 0): PoolItem[] =>
  Array.from({ length: count }, (_, index) => ({
    itemId: `${topic}-${index}`,
    identifier: `${topic}-${index}`,
    topic,
    uses,
  }));

const idsOf = (assembly: ReturnType<typeof assembleForm>): readonly string[] => {
  if (!assembly.ok) throw new Error('The form was not assembled.');
  return assembly.itemIds;
};

describe('a form', () => {
  test('has exactly the number of items of each topic, none twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 8 }), (seed, items) => {
        const quotas = [
          { topic: 'a', items },
          { topic: 'b', items: 3 },
        ];
        const ids = idsOf(assembleForm(quotas, [...pool('a', 8), ...pool('b', 5), ...pool('c', 9)], seed));
        expect(new Set(ids).size).toBe(items + 3);
        expect(ids.filter((id) => id.startsWith('a-'))).toHaveLength(items);
        expect(ids.filter((id) => id.startsWith('c-'))).toHaveLength(0);
      }),
    );
  });

  test('follows from its seed, whatever order the pool comes in', () => {
    const items = [...pool('a', 20), ...pool('b', 20)];
    const quotas = [
      { topic: 'a', items: 10 },
      { topic: 'b', items: 10 },
    ];
    expect(assembleForm(quotas, items.toReversed(), 42)).toEqual(assembleForm(quotas, items, 42));
    expect(assembleForm(quotas, items, 43)).not.toEqual(assembleForm(quotas, items, 42));
  });

  test('takes the items that stand in the fewest forms, so that parallel forms share as few as they must', () => {
    const used = pool('a', 6, 1);
    const fresh = Array.from({ length: 4 }, (_, index) => ({
      ...{ itemId: `new-${index}`, identifier: `new-${index}` },
      topic: 'a',
      uses: 0,
    }));
    const ids = idsOf(assembleForm([{ topic: 'a', items: 6 }], [...used, ...fresh], 7));
    expect(ids.filter((id) => id.startsWith('new-'))).toHaveLength(4);
  });

  test('does not come together where a topic has too few items, and every such topic is named', () => {
    const quotas = [
      { topic: 'a', items: 3 },
      { topic: 'b', items: 1 },
      { topic: 'c', items: 2 },
    ];
    expect(assembleForm(quotas, [...pool('a', 2), ...pool('b', 1)], 1)).toEqual({
      ok: false,
      missing: [
        { topic: 'a', items: 3, available: 2 },
        { topic: 'c', items: 2, available: 0 },
      ],
    });
  });
});

describe('seeded random numbers', () => {
  test('are the same on every machine', () => {
    const random = seededRandom(2026);
    const drawn = Array.from({ length: 4 }, () => Math.floor(random() * 1000));
    expect(drawn).toMatchInlineSnapshot(`
      [
        708,
        974,
        603,
        373,
      ]
    `);
  });

  test('give every order about as often', () => {
    const random = seededRandom('orders');
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round += 1) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Of 6000 draws, 1000 each; five standard deviations are 144.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(144);
  });
});
