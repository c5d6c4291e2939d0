import { describe, expect, it } from 'vitest';
import type { ResponseValue } from '../delivery/entry.ts';
import { countBy, matches, reviewRows } from './review-rows.ts';

describe('the review of all items', () => {
  const responses = new Map<string, ResponseValue>([
    ['a', 'A'],
    ['b', null],
    ['d', []],
  ]);
  const rows = reviewRows(['a', 'b', 'c', 'd', 'e'], { responses, flags: new Set(['a', 'e']) }, new Set(['a']));

  it('tells answered, not answered and unseen apart; an answer that was taken back is none', () => {
    expect(rows.map(({ state }) => state)).toEqual(['answered', 'unanswered', 'unseen', 'unanswered', 'unanswered']);
  });
  it('counts unseen items as not answered, and flags across all', () => {
    expect(countBy(rows)).toEqual({ all: 5, answered: 1, unanswered: 4, unseen: 1, flagged: 2 });
  });
  it('filters as it counts', () => {
    const shown = rows.filter((row) => matches(row, 'flagged')).map(({ itemId }) => itemId);
    expect(shown).toEqual(['a', 'e']);
  });
});
