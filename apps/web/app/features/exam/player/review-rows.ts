import type { Answers } from '../delivery/entry.ts';
import type { ExamItem } from '../delivery/port.ts';
import { completenessOf } from './completeness.ts';

export const reviewFilters = ['all', 'answered', 'partly', 'unanswered', 'unseen', 'flagged'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export interface ReviewRow {
  readonly itemId: string;
  /** From 0. */
  readonly at: number;
  readonly state: 'answered' | 'partly' | 'unanswered' | 'unseen';
  readonly flagged: boolean;
}

/** An item that was answered on another device counts as seen. */
export const reviewRows = (
  items: readonly ExamItem[],
  { responses, flags }: Answers,
  seen: ReadonlySet<string>,
): readonly ReviewRow[] =>
  items.map((item, at) => {
    const { itemId } = item;
    const looked = seen.has(itemId) || responses.has(itemId) || flags.has(itemId);
    const completeness = completenessOf(item, responses.get(itemId));
    const state = completeness === 'unanswered' && !looked ? 'unseen' : completeness;
    return { itemId, at, state, flagged: flags.has(itemId) };
  });

/** Items answered in part are answered, as the seal counts them; unseen ones are not answered either. */
export const matches = ({ state, flagged }: ReviewRow, filter: ReviewFilter): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'answered':
      return state === 'answered' || state === 'partly';
    case 'unanswered':
      return state === 'unanswered' || state === 'unseen';
    case 'flagged':
      return flagged;
    default:
      return state === filter;
  }
};

export const countBy = (rows: readonly ReviewRow[]): Readonly<Record<ReviewFilter, number>> => {
  const count = (filter: ReviewFilter) => rows.filter((row) => matches(row, filter)).length;
  return {
    all: rows.length,
    answered: count('answered'),
    partly: count('partly'),
    unanswered: count('unanswered'),
    unseen: count('unseen'),
    flagged: count('flagged'),
  };
};
