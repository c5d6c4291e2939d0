import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from './character-map.ts';
import { Coverage } from './coverage.ts';
import { shippedFontFiles } from './shipped.ts';

const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));
const u32 = (...values: number[]) => Buffer.from(values.flatMap((value) => [...u16(value >>> 16, value & 0xffff)]));

/** A font file with nothing but a character map of one table, as Windows Unicode. */
const fontWith = (table: Buffer, start = 0): Buffer =>
  Buffer.concat([
    u32(0x00010000),
    u16(1, 0, 0, 0),
    Buffer.from('cmap'),
    u32(0, start + 28, 12 + table.length),
    u16(0, 1, 3, 10),
    u32(12),
    table,
  ]);

const groups = (...list: [first: number, last: number, glyph: number][]): Buffer =>
  Buffer.concat([u16(12, 0), u32(16 + 12 * list.length, 0, list.length), ...list.map((group) => u32(...group))]);

describe('the characters of a font', () => {
  test('format 12 lists groups; glyph 0 is no glyph', () => {
    const font = fontWith(groups([0x41, 0x5a, 1], [0x1f600, 0x1f601, 0]));
    expect(readCharacterMap(font)).toEqual([
      [0x41, 0x5a],
      [0x1f601, 0x1f601],
    ]);
  });

  test('format 4 lists segments, whose glyphs may be missing one by one', () => {
    // Two segments: 0x30-0x32 by an array of glyphs with a hole in it, and the closing 0xFFFF.
    const table = u16(4, 46, 0, 4, 0, 0, 0, 0x32, 0xffff, 0, 0x30, 0xffff, 0, 1, 4, 0, 7, 0, 9);
    expect(readCharacterMap(fontWith(table))).toEqual([
      [0x30, 0x30],
      [0x32, 0x32],
    ]);
  });

  test('a collection has the characters of each of its fonts', () => {
    const first = fontWith(groups([0x41, 0x42, 1]), 20);
    const second = fontWith(groups([0x4e00, 0x4e10, 1]), 20 + first.length);
    const head = Buffer.concat([Buffer.from('ttcf'), u32(0x00010000, 2, 20, 20 + first.length)]);
    expect(readCharacterMap(Buffer.concat([head, first, second]))).toEqual([
      [0x41, 0x42],
      [0x4e00, 0x4e10],
    ]);
  });

  test('a file that is no font, or ends early, is refused', () => {
    expect(() => readCharacterMap(Buffer.from('%PDF-1.7 is not a font at all'))).toThrow(RangeError);
    expect(() => readCharacterMap(fontWith(groups([0x41, 0x5a, 1])).subarray(0, 60))).toThrow(RangeError);
  });

  test('the shipped fonts write the languages that they are for, and no Chinese', () => {
    const coverage = new Coverage();
    for (const file of shippedFontFiles) coverage.add(readCharacterMap(readFileSync(file)));
    const missing = (text: string) => [...text].filter((letter) => !coverage.has(letter.codePointAt(0) ?? 0)).join('');
    expect(missing('Zoë Łódź Đặng Ωμέγα Жанна Ґ محمد שלמה नमस्ते สมชาย – — ’ “” · × € $ ✓')).toBe('');
    expect(missing('王小明')).toBe('王小明');
  });
});
