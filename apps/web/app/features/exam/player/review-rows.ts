import { type Answers, isAnswered } from '../delivery/entry.ts';

export const reviewFilters = ['all', 'answered', 'unanswered', 'unseen', 'flagged'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export interface ReviewRow {
  readonly itemId: string;
  /** From 0. */
  readonly at: number;
  readonly state: 'answered' | 'unanswered' | 'unseen';
  readonly flagged: boolean;
}

/** An item that was answered on another device counts as seen. */
export const reviewRows = (
  itemIds: readonly string[],
  { responses, flags }: Answers,
  seen: ReadonlySet<string>,
): readonly ReviewRow[] =>
  itemIds.map((itemId, at) => {
    const looked = seen.has(itemId) || responses.has(itemId) || flags.has(itemId);
    const state = isAnswered(responses.get(itemId)) ? 'answered' : looked ? 'unanswered' : 'unseen';
    return { itemId, at, state, flagged: flags.has(itemId) };
  });

/** Unseen items are not answered either. */
export const matches = ({ state, flagged }: ReviewRow, filter: ReviewFilter): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'unanswered':
      return state !== 'answered';
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
    unanswered: count('unanswered'),
    unseen: count('unseen'),
    flagged: count('flagged'),
  };
};
