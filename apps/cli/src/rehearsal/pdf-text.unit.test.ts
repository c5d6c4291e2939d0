import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfText } from './pdf-text.ts';

const stream = (content: string, isCompressed = true): Buffer =>
  Buffer.concat([
    Buffer.from('<< /Length 0 >>\nstream\n'),
    isCompressed ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1'),
    Buffer.from('\nendstream\n'),
  ]);

/** A font that numbers its characters from 1. */
const font = (characters: string): string => {
  const rows = [...characters].map((character, index) => {
    const [glyph, code] = [index + 1, character.charCodeAt(0)].map((number) => number.toString(16).padStart(4, '0'));
    return `<${glyph}> <${code}>`;
  });
  return `begincmap\n${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar\nendcmap`;
};

const pdf = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts]);

test('words are read by the font that they are set in, whether numbers are hexadecimal or bytes', () => {
  const content = 'BT [<0001> 12 <00020003>] TJ (\\000\\003\\000\\002) Tj ET';
  expect(pdfText(pdf(stream(font('No.'), false), stream(content)))).toBe('No.\n.o');
});

test('a run with a glyph that a font does not know is not read by that font', () => {
  const content = stream('BT <00010002000300040005> Tj ET');
  expect(pdfText(pdf(stream(font('abc')), stream(font('Robin')), content))).toBe('Robin');
  expect(pdfText(pdf(stream(font('abc')), content))).toBe('');
});

test('escaped parentheses and brackets within strings do not end them', () => {
  const glyphs = '\\000\\(\\000]';
  const wide = font(Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(index + 1)).join(''));
  expect(pdfText(pdf(stream(wide), stream(`BT [(${glyphs})] TJ ET`)))).toBe('(]');
});
