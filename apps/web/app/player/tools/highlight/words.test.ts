import { describe, expect, it } from 'vitest';
import { lineStep, step, stretchOf, wordsIn } from './words.ts';

const text = 'Which subfield (b) holds it?Field 245';
const breaks = [28];
const words = wordsIn(text, breaks, 'en');
const cut = (language: string, from: string, at: readonly number[] = []) =>
  wordsIn(from, at, language).map(({ start, end }) => from.slice(start, end));

describe('the words of an item', () => {
  it('end at punctuation and where a block ends', () => {
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Which',
      'subfield',
      'b',
      'holds',
      'it',
      'Field',
      '245',
    ]);
    expect(cut('en', 'onetwo', [3])).toEqual(['one', 'two']);
  });
  it('are those of languages without spaces, too', () => {
    expect(cut('ja', '図書館の本').length).toBeGreaterThan(1);
  });
  it('are found even when the language is nonsense', () => {
    expect(cut('not a language', 'a b')).toEqual(['a', 'b']);
  });
  it('keep signs of formulas that are no words', () => {
    expect(cut('en', 'x = 5')).toEqual(['x', '=', '5']);
  });
});

describe('choosing words by keys', () => {
  it('goes by word and stays within the text', () => {
    expect(step({ anchor: 0, at: 0 }, 'previous', false, 7)).toEqual({ anchor: 0, at: 0 });
    expect(step({ anchor: 0, at: 0 }, 'next', false, 7)).toEqual({ anchor: 1, at: 1 });
    expect(step({ anchor: 2, at: 6 }, 'next', true, 7)).toEqual({ anchor: 2, at: 6 });
    expect(step({ anchor: 2, at: 2 }, 'last', true, 7)).toEqual({ anchor: 2, at: 6 });
  });
  it('covers what lies between, forward and back', () => {
    expect(stretchOf(words, { anchor: 1, at: 3 })).toEqual({ start: 6, end: 24 });
    expect(stretchOf(words, { anchor: 3, at: 1 })).toEqual({ start: 6, end: 24 });
    expect(stretchOf([], { anchor: 0, at: 0 })).toBeUndefined();
  });
  it('goes up and down to the nearest word of the next line', () => {
    const box = (x: number, y: number) => ({ x, y, height: 20 });
    const boxes = [box(0, 0), box(50, 0), box(100, 2), box(0, 30), box(60, 30), undefined, box(0, 60)];
    expect(lineStep(boxes, 1, 'down')).toBe(4);
    expect(lineStep(boxes, 4, 'up')).toBe(1);
    expect(lineStep(boxes, 4, 'down')).toBe(6);
    expect(lineStep(boxes, 0, 'up')).toBe(0);
    expect(lineStep(boxes, 6, 'down')).toBe(6);
  });
});
