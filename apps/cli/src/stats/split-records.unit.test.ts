import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords } from './read-table.ts';
import { splitRecords } from './split-records.ts';

const plain = (text: string, separator: string) =>
  readRecords('data.csv', text, separator).map(({ record, info }) => ({ record, lines: info.lines }));
const fast = (text: string, separator: string) =>
  splitRecords(text, separator)?.map(({ record, info }) => ({ record, lines: info.lines }));

const separators = fc.constantFrom(',', ';', '\t');
const cell = fc.constantFrom(
  '',
  '0',
  '1',
  'NA',
  'id',
  ' 1',
  '1\t',
  '  ',
  '\u00a0é',
  'a b',
  ',',
  ';',
  '\v\f',
  '\uFEFF1',
  '語',
);

describe('rows split from lines', () => {
  it('are those of the parser, with their lines, for any text without quotes', () => {
    fc.assert(
      fc.property(
        separators,
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (separator, rows, end, ended) => {
          const text = rows.map((cells) => cells.join(separator)).join(end) + (ended ? end : '');
          expect(fast(text, separator)).toEqual(plain(text, separator));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are those of the parser, or left to it, for any text at all of these characters', () => {
    const character = fc.constantFrom('1', 'a', ',', ';', '\t', ' ', '\n', '\r', '\r\n');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 24 }), separators, (characters, separator) => {
        const text = characters.join('');
        const found = fast(text, separator);
        if (found !== undefined) expect(found).toEqual(plain(text, separator));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['a,b\n"1",2', 'a,b\r1,2\r', 'a,b\r\n1,2\n', 'a,b\n1,2\r\n'])('%j is left to the parser', (text) => {
    expect(splitRecords(text, ',')).toBeUndefined();
  });
});
