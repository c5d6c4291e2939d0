import type { PlainValue } from '@testamur/qti';
import { asValue, membersOf } from './choose.ts';

/** What may be paired, and how often (attributes match-max and match-group). */
export interface Pairable {
  readonly identifier: string;
  /** 0 is no limit. */
  readonly matchMax: number;
  /** Identifiers that it may be paired with; empty for all. */
  readonly matchGroup: readonly string[];
}

export interface Pairing {
  readonly cardinality: string;
  /** Whether "A B" differs from "B A". */
  readonly directed: boolean;
  /** Pairs altogether; 0 is no limit. */
  readonly max: number;
}

export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Why two cannot be paired now. */
export type Obstacle =
  | { readonly reason: 'group' }
  | { readonly reason: 'same' }
  | { readonly reason: 'used'; readonly identifier: string; readonly most: number }
  | { readonly reason: 'most'; readonly most: number };

export type PairChange =
  | { readonly ok: true; readonly value: PlainValue }
  | { readonly ok: false; readonly obstacle: Obstacle };

const textOf = ({ from, to }: Pair): string => `${from} ${to}`;

/** The pairs of a value: "A B" is A with B. */
export const pairsOf = (value: PlainValue | undefined): readonly Pair[] =>
  membersOf(value).flatMap((text) => {
    const [from, to, more] = text.split(' ');
    return from && to && more === undefined ? [{ from, to }] : [];
  });

export const samePair = (one: Pair, other: Pair, directed: boolean): boolean =>
  (one.from === other.from && one.to === other.to) || (!directed && one.from === other.to && one.to === other.from);

/** How many of the pairs have this choice; a choice paired with itself counts twice. */
export const usesOf = (pairs: readonly Pair[], identifier: string): number =>
  pairs.reduce((uses, { from, to }) => uses + Number(from === identifier) + Number(to === identifier), 0);

const fits = (one: Pairable, other: Pairable): boolean =>
  (one.matchGroup.length === 0 || one.matchGroup.includes(other.identifier)) &&
  (other.matchGroup.length === 0 || other.matchGroup.includes(one.identifier));

const obstacleOf = (pairs: readonly Pair[], from: Pairable, to: Pairable, { max }: Pairing): Obstacle | undefined => {
  if (!fits(from, to)) return { reason: 'group' };
  for (const each of [from, to]) {
    const needed = from.identifier === to.identifier ? 2 : 1;
    if (each.matchMax > 0 && usesOf(pairs, each.identifier) + needed > each.matchMax) {
      return { reason: 'used', identifier: each.identifier, most: each.matchMax };
    }
  }
  return max > 0 && pairs.length >= max ? { reason: 'most', most: max } : undefined;
};

/**
 * The value with one more pair. Where only one pair may be (a single response, `max` 1), the new one takes the place of the
 * old; so it does for `replace`, the pair that a person overwrites.
 */
export const pair = (
  value: PlainValue | undefined,
  from: Pairable,
  to: Pairable,
  pairing: Pairing,
  replace?: Pair,
): PairChange => {
  const { cardinality, directed, max } = pairing;
  const one = { from: from.identifier, to: to.identifier };
  const before = pairsOf(value);
  if (before.some((each) => samePair(each, one, directed))) return { ok: true, value: value ?? null };
  const alone = cardinality === 'single' || max === 1;
  const kept = alone ? [] : before.filter((each) => replace === undefined || !samePair(each, replace, directed));
  const obstacle = obstacleOf(kept, from, to, pairing);
  if (obstacle) return { ok: false, obstacle };
  return { ok: true, value: asValue([...kept, one].map(textOf), cardinality) };
};

/** The value without a pair. */
export const unpair = (value: PlainValue | undefined, gone: Pair, { cardinality, directed }: Pairing): PlainValue =>
  asValue(
    pairsOf(value)
      .filter((each) => !samePair(each, gone, directed))
      .map(textOf),
    cardinality,
  );
