import { describe, expect, it } from 'vitest';
import { Identifiers } from './identifiers.ts';

describe('identifiers for items of other formats', () => {
  it('number those that are wanted again, and those that nobody names, around what is taken', () => {
    const identifiers = new Identifiers('item');
    const wanted = ['A', 'item-2', 'A', '', '', 'A-3', 'A', '', 'A'];
    expect(wanted.map((words) => identifiers.make(words))).toEqual(
      'A item-2 A-2 item-1 item-3 A-3 A-4 item-4 A-5'.split(' '),
    );
  });

  it('are made in time when tens of thousands of items want the same, and of words of any length', () => {
    const identifiers = new Identifiers('item');
    const made = new Set(Array.from({ length: 30_000 }, (_, at) => identifiers.make(at % 2 === 0 ? 'A' : '')));
    expect(made.size).toBe(30_000);
    expect(identifiers.make(`${'.'.repeat(500_000)}x`)).toMatch(/^item-/);
  });
});
