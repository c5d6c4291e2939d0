import { describe, expect, test } from 'vitest';
import { Coverage } from '../fonts/coverage.ts';
import { cleanText } from './clean-text.ts';
import { mapStrings } from './map-strings.ts';
import { findMissing, MissingGlyphsError, spellMissing } from './missing-glyphs.ts';

const ascii = new Coverage();
ascii.add([[0x20, 0x7e]]);

describe('clean text', () => {
  test('has one kind of line break, one normal form, no lone surrogates', () => {
    expect(cleanText('a\r\nb\rc\u2028d\te\u0301\uD800')).toBe('a\nb\nc\nd \u00E9\uFFFD');
  });

  test('has spaces of one width, and those that do not break', () => {
    expect(cleanText('a\u1680b\u2003c\u3000d\u00A0e')).toBe('a b c d\u00A0e');
  });

  test('keeps isolates and joiners, drops overrides and tags', () => {
    expect(cleanText('\u2068a\u2069 \u200D \u202Eb\u{E0041}')).toBe('\u2068a\u2069 \u200D b');
  });
});

describe('characters without a glyph', () => {
  test('are found once each, spaces and invisible ones excepted', () => {
    expect(findMissing('王a王 é\u200D\u00A0\n', ascii)).toEqual(['王', 'é']);
  });

  test('are spelled by their code points, without the joiners that held them together', () => {
    expect(spellMissing('a\u{1F469}\u200D\u{1F467}\uFE0F b', ascii)).toBe('a[U+1F469][U+1F467] b');
  });

  test('the refusal names twenty of them and counts the rest', () => {
    const characters = Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    expect(new MissingGlyphsError('certificate', characters).message).toContain('一 (U+4E00)');
    expect(new MissingGlyphsError('certificate', characters).message).toContain('and 5 more');
  });
});

test('every string of a value is replaced, its keys are not', () => {
  const value = { a: 'x', b: [{ c: 'x' }, 1, null, true], x: undefined };
  expect(mapStrings(value, (text) => `${text}!`)).toEqual({ a: 'x!', b: [{ c: 'x!' }, 1, null, true] });
});
