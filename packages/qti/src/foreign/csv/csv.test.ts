import { describe, expect, it } from 'vitest';
import { readKey } from './key.ts';
import { guessMapping } from './mapping.ts';
import { readCsv } from './read-csv.ts';
import { readTable } from './read-table.ts';
import { writeCsv } from './write-csv.ts';

describe('a table', () => {
  it.each([
    ['a,b\r\n"x ""y"", z","two\nlines"\r\n', ','],
    ['\uFEFFa;b\n"x ""y"", z";"two\nlines"', ';'],
    ['a\tb\r"x ""y"", z"\t"two\nlines"', '\t'],
  ])('%j is read by its separator, with quotes and lines in cells', (source, separator) => {
    const table = readTable(source);
    expect(table.separator).toBe(separator);
    expect(table.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y", z', 'two\nlines'] },
    ]);
  });

  it('an open quotation mark is reported with its line', () => {
    expect(readTable('a,b\n1,"2\n3').openQuoteLine).toBe(2);
  });
});

describe('a key cell', () => {
  const options = ['red', 'green, light', 'blue', '10'];
  it.each([
    ['B', [1]],
    ['a', [0]],
    ['3', [2]],
    ['A;C', [0, 2]],
    ['1,3', [0, 2]],
    ['AC', [0, 2]],
    ['Blue', [2]],
    ['green, light', [1]],
    ['10', [3]],
    ['red; blue', [0, 2]],
  ])('%s names %j', (cell, places) => {
    expect(readKey(cell, options)).toEqual({ ok: true, places });
  });

  it.each(['', 'E', '0', '5', 'purple', 'A;purple'])('%j names nothing and is refused', (cell) => {
    expect(readKey(cell, options)).toMatchObject({ ok: false });
  });

  it('that may be a place or a text is refused when they differ', () => {
    expect(readKey('2', ['1', '3', '2'])).toMatchObject({
      ok: false,
      text: expect.stringContaining('write its letter'),
    });
    expect(readKey('2', ['1', '2', '3'])).toEqual({ ok: true, places: [1] });
  });
});

describe('items in CSV', () => {
  const source = [
    'ID,Question,Option A,Option B,Option C,Correct Answer,Category,Explanation,Points',
    'q1,"Which, then?",one,two,,B,MARC,Because.,',
    'q2,Both?,one,two,three,A;C,,,2',
    'q3,,one,two,,A,,,',
    'q4,None?,one,two,,D,,,',
    'q5,Worth?,one,two,,A,,,lots',
  ].join('\n');

  it('columns are guessed by their names', () => {
    expect(guessMapping(['ID', 'Question', 'Option A', 'Option B', 'Correct Answer', 'Points'])).toEqual({
      identifier: 'ID',
      stem: 'Question',
      options: ['Option A', 'Option B'],
      key: 'Correct Answer',
      points: 'Points',
    });
    expect(guessMapping(['one', 'two'])).toBeUndefined();
  });

  it('each row is an item, or says what is wrong with it', () => {
    const { items, messages } = readCsv(source, { language: 'en' });
    expect(messages).toEqual([]);
    expect(items.map(({ identifier, status }) => [identifier, status])).toEqual([
      ['q1', 'ok'],
      ['q2', 'ok'],
      ['q3', 'refused'],
      ['q4', 'refused'],
      ['q5', 'refused'],
    ]);
    expect(items[0]).toMatchObject({ topic: 'MARC', item: { language: 'en', responses: [{ correct: 'B' }] } });
    expect(items[1]?.item?.responses[0]).toMatchObject({ cardinality: 'multiple', correct: ['A', 'C'] });
    expect(items.flatMap((item) => item.messages.map(({ line }) => line))).toEqual([4, 5, 6]);
  });

  it('a mapping that names a column that is not there is refused', () => {
    const { messages } = readCsv('a,b,c\n1,2,3', { mapping: { stem: 'a', options: ['b', 'd'], key: 'c' } });
    expect(messages).toMatchObject([{ text: expect.stringContaining('no column d') }]);
  });

  it('written items are read again as the same', () => {
    const sources = readCsv(source).items.flatMap(({ item, topic }) => (item === undefined ? [] : [{ item, topic }]));
    const { csv, left } = writeCsv(sources);
    expect(left).toEqual([]);
    const again = readCsv(csv).items.map(({ item, topic }) => ({ item, topic }));
    expect(again).toEqual(sources);
  });

  it('no cell of a written table is executed by a spreadsheet, and reading takes the guard off', () => {
    const formula = '=HYPERLINK("https://example.org")';
    const read = readCsv(`stem,A,B,key\n"${formula.replaceAll('"', '""')}",+1,-1,B`);
    const item = read.items[0]?.item;
    if (item === undefined) throw new Error('not read');
    const { csv } = writeCsv([{ item }]);
    expect(csv).toContain(`"'=HYPERLINK`);
    for (const { cells } of readTable(csv).rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(readCsv(csv).items[0]?.item?.body).toEqual(item.body);
  });

  it('an item that is no plain choice is left out and named', () => {
    const item = readCsv('stem,A,B,key\nWhich?,1,2,A').items[0]?.item;
    if (item === undefined) throw new Error('not read');
    const { csv, left } = writeCsv([
      { item: { ...item, processing: { type: 'none' } } },
      { item: { ...item, body: [] } },
    ]);
    expect(csv.trim().split('\r\n')).toHaveLength(1);
    expect(left.map(({ text }) => text)).toEqual([
      'its points are not simply those of the key',
      'it is not answered by one choice interaction',
    ]);
  });
});
