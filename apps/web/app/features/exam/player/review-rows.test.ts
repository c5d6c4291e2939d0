import type { ItemResponse } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { countBy, matches, reviewRows } from './review-rows.ts';
import { blanksItem, choiceItem } from './testing/items.ts';

describe('the review of all items', () => {
  const responses = new Map<string, ItemResponse>([
    ['a', 'A'],
    ['b', null],
    ['d', []],
    ['f', { FIRST: 'field' }],
  ]);
  const items = [...['a', 'b', 'c', 'd', 'e'].map((itemId) => choiceItem(itemId)), blanksItem('f')];
  const rows = reviewRows(items, { responses, flags: new Set(['a', 'e']) }, new Set(['a']));

  it('tells answered, answered in part, not answered and unseen apart; an answer that was taken back is none', () => {
    const states = ['answered', 'unanswered', 'unseen', 'unanswered', 'unanswered', 'partly'];
    expect(rows.map(({ state }) => state)).toEqual(states);
  });
  it('counts items answered in part as answered, unseen items as not answered, and flags across all', () => {
    expect(countBy(rows)).toEqual({ all: 6, answered: 2, partly: 1, unanswered: 4, unseen: 1, flagged: 2 });
  });
  it('filters as it counts', () => {
    const shown = (filter: Parameters<typeof matches>[1]) =>
      rows.filter((row) => matches(row, filter)).map(({ itemId }) => itemId);
    expect(shown('flagged')).toEqual(['a', 'e']);
    expect(shown('answered')).toEqual(['a', 'f']);
    expect(shown('partly')).toEqual(['f']);
  });
});
