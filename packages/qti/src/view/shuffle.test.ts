import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffled } from './shuffle.ts';

const choices = (free: string, fixed: string) =>
  [...free, ...fixed].map((identifier) => ({ identifier, fixed: fixed.includes(identifier) }));
const ids = (all: readonly { identifier: string }[]) => all.map(({ identifier }) => identifier).join('');

describe('the order of choices', () => {
  it('keeps fixed choices in place and every other choice once, each order equally likely', () => {
    const seen = new Map<string, number>();
    // Every pair of draws on a fine grid stands for the whole range of the random numbers.
    for (let first = 0; first < 30; first += 1) {
      for (let second = 0; second < 30; second += 1) {
        const draws = [first / 30, second / 30, 0];
        const order = ids(shuffled(choices('BAC', 'D'), () => draws.shift() ?? 0));
        seen.set(order, (seen.get(order) ?? 0) + 1);
      }
    }
    expect([...seen.keys()].sort()).toEqual(['ABCD', 'ACBD', 'BACD', 'BCAD', 'CABD', 'CBAD']);
    expect(new Set(seen.values())).toEqual(new Set([150]));
  });

  it('never loses, doubles or moves a fixed one', () => {
    const some = fc.uniqueArray(fc.record({ identifier: fc.string(), fixed: fc.boolean() }), {
      selector: ({ identifier }) => identifier,
    });
    fc.assert(
      fc.property(
        some,
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (all, draws) => {
          const order = shuffled(all, () => draws.next().value ?? 0);
          expect(order.toSorted(by)).toEqual(all.toSorted(by));
          for (const [at, choice] of all.entries()) if (choice.fixed) expect(order[at]).toBe(choice);
        },
      ),
    );
  });
});

const by = (one: { identifier: string }, other: { identifier: string }) => (one.identifier < other.identifier ? -1 : 1);
