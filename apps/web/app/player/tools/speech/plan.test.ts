import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, saidAt, utterancesOf, voicesFor } from './plan.ts';

/** Pieces of a text that follow each other: a bar begins a block. */
const piecesOf = (...texts: readonly string[]): readonly Piece[] => {
  let start = 0;
  return texts.map((text) => {
    const block = text.startsWith('|');
    const words = block ? text.slice(1) : text;
    const of = { start, end: start + words.length };
    start = of.end;
    return { words, of, exact: true, language: 'en', block };
  });
};
const texts = (pieces: readonly Piece[], stretch?: { start: number; end: number }) =>
  utterancesOf(pieces, stretch).map(({ text }) => text);

describe('reading aloud', () => {
  it('goes block by block, and on within a block', () => {
    expect(texts(piecesOf('|Which ', 'subfield', '?', '|A title'))).toEqual(['Which subfield?', 'A title']);
  });
  it('begins anew where the language changes', () => {
    const [one, two] = piecesOf('|The word ', 'livre');
    expect(one && two && texts([one, { ...two, language: 'fr' }])).toEqual(['The word ', 'livre']);
  });
  it('leaves out what has nothing to say', () => {
    expect(texts(piecesOf('|One', '|  ', '|…', '|Two'))).toEqual(['One', 'Two']);
  });
  it('reads what is selected alone', () => {
    expect(texts(piecesOf('|Which subfield', '|holds it'), { start: 6, end: 19 })).toEqual(['subfield', 'holds']);
  });
  it('reads words that stand for a formula as a whole, and no picture, when part of a text is selected', () => {
    const formula: Piece = { words: 'x squared', of: { start: 2, end: 4 }, exact: false, language: 'en', block: false };
    const picture: Piece = { words: 'Picture: a map', of: null, exact: false, language: 'en', block: true };
    expect(texts([formula, picture], { start: 3, end: 9 })).toEqual(['x squared']);
    expect(texts([formula, picture])).toEqual(['x squared', 'Picture: a map']);
  });
  it('says every word once, in short parts', () => {
    const sentence = fc.lorem({ maxCount: 3, mode: 'sentences' });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const pieces = piecesOf(...sentences.map((each) => `${each} `));
        const all = utterancesOf(pieces);
        expect(all.map(({ text }) => text).join('')).toBe(pieces.map(({ words }) => words).join(''));
        for (const { text } of all) expect(text.length).toBeLessThanOrEqual(220);
      }),
    );
  });
});

describe('the word that is read', () => {
  const whole = 'Which subfield?';
  const [utterance] = utterancesOf(piecesOf('|Which ', 'subfield', '?'));
  const said = (at: number, length?: number) => {
    const stretch = utterance && saidAt(utterance, at, length);
    return stretch && whole.slice(stretch.start, stretch.end);
  };
  it('is found in the item', () => {
    expect(said(0, 5)).toBe('Which');
    expect(said(6, 8)).toBe('subfield');
  });
  it('is found by its end where the voice does not say its length', () => expect(said(0)).toBe('Which'));
  it('is the whole part that other words stand for', () => {
    const formula: Piece = { words: 'x squared', of: { start: 2, end: 4 }, exact: false, language: 'en', block: true };
    const [one] = utterancesOf([formula]);
    expect(one && saidAt(one, 2, 7)).toEqual({ start: 2, end: 4 });
  });
});

describe('voices', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService, default: false });
  const voices = [voice('de-DE'), voice('en_GB', false), voice('en-US'), voice('en-GB')];
  it('are those of the language, of its region first, of the device before those of a service', () => {
    expect(voicesFor(voices, 'en-GB')).toEqual([voices[3], voices[1], voices[2]]);
    expect(voicesFor(voices, 'en')[0]?.localService).toBe(true);
  });
  it('of another language are none', () => expect(voicesFor(voices, 'fr')).toEqual([]));
});
