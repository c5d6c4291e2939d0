import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, lift, positionBeside, withAt } from './reorder.ts';

const orders = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
const orderAndMember = orders.chain((order) => fc.tuple(fc.constant(order), fc.constantFrom(...order)));

describe('putting in order', () => {
  it('moves one member and keeps the others in their order', () => {
    fc.assert(
      fc.property(orderAndMember, fc.integer({ min: -3, max: 12 }), ([order, member], position) => {
        const next = withAt(order, member, position);
        expect(next.indexOf(member)).toBe(Math.max(0, Math.min(order.length - 1, position)));
        expect(next.filter((each) => each !== member)).toEqual(order.filter((each) => each !== member));
      }),
    );
  });

  it('carries a lifted member to the ends and no further, and remembers the order before', () => {
    fc.assert(
      fc.property(orderAndMember, fc.array(fc.constantFrom(-1, 1)), ([order, member], steps) => {
        const start = lift(order, member);
        if (start === null) throw new Error('the member is there');
        const held = steps.reduce(carry, start);
        const expected = steps.reduce(
          (at, step) => Math.max(0, Math.min(order.length - 1, at + step)),
          order.indexOf(member),
        );
        expect(held.order.indexOf(member)).toBe(expected);
        expect(held.before).toEqual(order);
      }),
    );
  });

  it('puts a member right beside the one it was dropped on', () => {
    fc.assert(
      fc.property(orderAndMember, fc.nat(), fc.boolean(), ([order, member], pick, after) => {
        const other = order[pick % order.length] ?? member;
        const next = withAt(order, member, positionBeside(order, member, other, after));
        if (other === member) expect(next).toEqual(order);
        else expect(next.indexOf(member) - next.indexOf(other)).toBe(after ? 1 : -1);
      }),
    );
  });

  it('does not know members that are not there', () => {
    expect(lift(['A'], 'B')).toBeNull();
    expect(withAt(['A'], 'B', 0)).toEqual(['A']);
  });
});
