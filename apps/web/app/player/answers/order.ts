import type { PlainValue } from '@testamur/qti';
import { membersOf } from './choose.ts';

/** A list with one member moved to another place; places are counted from 0 and kept inside the list. */
export const moveTo = (list: readonly string[], identifier: string, place: number): readonly string[] => {
  const from = list.indexOf(identifier);
  if (from === -1) return list;
  const rest = list.filter((_each, at) => at !== from);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, Math.trunc(place))), 0, identifier);
};

/** What is shown where all are to be ordered: the answer, or without one the order in which choices are presented. */
export const arranged = (value: PlainValue | undefined, presented: readonly string[]): readonly string[] => {
  const known = membersOf(value).filter((each, at, all) => presented.includes(each) && all.indexOf(each) === at);
  if (known.length === 0) return presented;
  return [...known, ...presented.filter((each) => !known.includes(each))];
};

/** Puts a choice into the ordered ones at a place, or moves it there. */
export const placeAt = (list: readonly string[], identifier: string, place: number): readonly string[] =>
  list.includes(identifier)
    ? moveTo(list, identifier, place)
    : list.toSpliced(Math.max(0, Math.min(list.length, Math.trunc(place))), 0, identifier);

/** An ordered container, or NULL when nothing is ordered. */
export const orderedValue = (list: readonly string[]): PlainValue => (list.length === 0 ? null : list);
