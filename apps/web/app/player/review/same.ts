import type { PlainValue } from '@testamur/qti';
import { membersOf } from '../answers/choose.ts';
import { pairsOf, samePair } from '../answers/pair.ts';

/** Whether an alternative is in the key; null where there is no key to show. */
export const inKey = (correct: PlainValue | undefined, identifier: string): boolean | null =>
  correct === undefined || correct === null ? null : membersOf(correct).includes(identifier);

/** Whether a pair is in the key; null where there is no key to show. */
export const pairInKey = (
  correct: PlainValue | undefined,
  pair: { readonly from: string; readonly to: string },
  directed: boolean,
): boolean | null =>
  correct === undefined || correct === null ? null : pairsOf(correct).some((each) => samePair(each, pair, directed));

/**
 * Whether a typed answer is the key word for word or, as numbers, of the same value; null where that does not settle it:
 * a text may be scored by a mapping, by patterns, or by a person.
 */
export const sameTyped = (value: PlainValue, correct: PlainValue | undefined): boolean | null => {
  if (correct === undefined || correct === null) return null;
  if (value === null) return false;
  const [mine, key] = [membersOf(value), membersOf(correct)];
  if (mine.length === key.length && mine.every((each, at) => each === key[at])) return true;
  return typeof value === 'number' && typeof correct === 'number' ? false : null;
};
