import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLine } from './calendar.ts';

test('a folded line has 75 octets at most in each piece, tears no character, and unfolds to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const line = text.replace(/[\r\n]/g, '');
      const folded = foldLine(line);
      for (const piece of folded.split('\r\n')) {
        expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
        expect(piece.isWellFormed()).toBe(line.isWellFormed());
      }
      expect(folded.replaceAll('\r\n ', '')).toBe(line);
    }),
  );
});
