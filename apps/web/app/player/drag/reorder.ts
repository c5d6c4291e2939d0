/** A list in somebody's hands: `lifted` is the member being moved, `before` the order to go back to. */
export interface Lift {
  readonly lifted: string;
  readonly before: readonly string[];
  readonly order: readonly string[];
}

/** The order with one member at another position; positions beyond the ends are the ends. */
export const withAt = (order: readonly string[], member: string, position: number): readonly string[] => {
  if (!order.includes(member)) return order;
  const others = order.filter((each) => each !== member);
  const at = Math.max(0, Math.min(others.length, Math.trunc(position)));
  return [...others.slice(0, at), member, ...others.slice(at)];
};

export const lift = (order: readonly string[], member: string): Lift | null =>
  order.includes(member) ? { lifted: member, before: order, order } : null;

/** The lifted member some steps further; it stops at the ends. */
export const carry = (held: Lift, steps: number): Lift => ({
  ...held,
  order: withAt(held.order, held.lifted, held.order.indexOf(held.lifted) + steps),
});

/**
 * Where a member dropped beside another goes: the position in the list without it. `after`: behind the other, in the
 * direction of reading.
 */
export const positionBeside = (order: readonly string[], member: string, other: string, after: boolean): number => {
  if (member === other) return order.indexOf(member);
  return order.filter((each) => each !== member).indexOf(other) + (after ? 1 : 0);
};
