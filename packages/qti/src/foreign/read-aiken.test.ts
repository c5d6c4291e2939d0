import { describe, expect, it } from 'vitest';
import { readAiken } from './read-aiken.ts';

describe('Aiken', () => {
  it('reads stem, choices with . or ) and the answer', () => {
    const { items } = readAiken(
      'Which tag holds\nthe title?\nA. 100\nb) 245\nC) 300\nANSWER: B\n\nNext?\nA) x\nB) y\nANSWER: A\n',
    );
    expect(items).toMatchObject([
      { identifier: 'item-1', status: 'ok', item: { responses: [{ correct: 'B' }] } },
      { identifier: 'item-2', status: 'ok', title: 'Next?', item: { responses: [{ correct: 'A' }] } },
    ]);
  });

  it.each([
    ['Stem?\nA. x\nB. y\nOther?\nA. x\nB. y\nANSWER: A', 'is missing'],
    ['Stem?\nA. x\nANSWER: A\nOther?\nA. x\nB. y\nANSWER: A', 'two choices'],
    ['Stem?\nA. x\nB. y\nANSWER: D\nOther?\nA. x\nB. y\nANSWER: A', 'is none of A, B'],
    ['Stem?\nA. x\nA. y\nANSWER: A\nOther?\nA. x\nB. y\nANSWER: A', 'used twice'],
  ])('%j refuses the first item and reads the second', (source, text) => {
    const { items } = readAiken(source);
    expect(items.map(({ status }) => status)).toEqual(['refused', 'ok']);
    expect(items[0]?.messages).toMatchObject([{ line: 1, text: expect.stringContaining(text) }]);
  });

  it('an answer without an item is reported', () => {
    expect(readAiken('ANSWER: A')).toMatchObject({ items: [], messages: [{ line: 1 }] });
  });
});
