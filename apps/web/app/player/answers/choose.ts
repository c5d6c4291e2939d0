import type { PlainValue } from '@testamur/qti';

/** A change that is asked for: the new value, or what stands against it. */
export type Change =
  | { readonly ok: true; readonly value: PlainValue }
  | { readonly ok: false; readonly reason: 'most'; readonly most: number };

/** The members of a value as words; NULL has none. */
export const membersOf = (value: PlainValue | undefined): readonly string[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' ? [] : [String(value)];
};

/** Members as the value of a variable: of one member where it is single, NULL where there is none. */
export const asValue = (members: readonly string[], cardinality: string): PlainValue => {
  if (cardinality === 'single') return members[0] ?? null;
  return members.length === 0 ? null : members;
};

interface Choosing {
  readonly cardinality: string;
  /** 0 is no limit. */
  readonly max: number;
  /** Identifiers in the order shown: so members stand. */
  readonly order: readonly string[];
}

/** Whether one alternative takes the place of another, as radios do. */
export const isExclusive = ({ cardinality, max }: Pick<Choosing, 'cardinality' | 'max'>): boolean =>
  cardinality === 'single' || max === 1;

/** The value after an alternative is pressed: chosen, or taken back where several may be chosen. */
export const toggle = (value: PlainValue | undefined, identifier: string, choosing: Choosing): Change => {
  const { cardinality, max, order } = choosing;
  if (isExclusive(choosing)) return { ok: true, value: asValue([identifier], cardinality) };
  const chosen = new Set(membersOf(value));
  if (!chosen.delete(identifier)) {
    if (max > 0 && chosen.size >= max) return { ok: false, reason: 'most', most: max };
    chosen.add(identifier);
  }
  return {
    ok: true,
    value: asValue(
      order.filter((each) => chosen.has(each)),
      cardinality,
    ),
  };
};
