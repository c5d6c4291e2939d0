import { describe, expect, it } from 'vitest';
import {
  countMissing,
  type Key,
  markNotReached,
  missingAsZero,
  NOT_PRESENTED,
  NOT_REACHED,
  OMITTED,
  optionsOf,
  rawCategories,
  readKey,
  readRaw,
  readScored,
  responseMatrix,
  scoreRaw,
  selectItems,
  selectPersons,
  type Table,
  withoutColumns,
} from './index.ts';

const table = (text: string): Table => {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return { columns: header, rows, lines: rows.map((_, row) => row + 2) };
};

describe('scored responses', () => {
  it('are read with the ids of the candidates where the first column is named id', () => {
    const { persons, items, values } = readScored(table('id,a,b\nx,1,0\ny,0,2'));
    expect({ persons, items, values: [...values] }).toEqual({
      persons: ['x', 'y'],
      items: ['a', 'b'],
      values: [1, 0, 0, 2],
    });
    expect(readScored(table('a,b\n1,0\n0,2')).persons).toEqual(['1', '2']);
    expect([...readScored(table('a,b\n1.0,0.0')).values]).toEqual([1, 0]);
  });

  it('that are empty are omitted, and not reached when they run to the end of the row', () => {
    const { values } = readScored(table('a,b,c,d,e\n1,,1,,\n1,NP,NR,OM,1\n,,,,'));
    expect([...values]).toEqual([
      ...[1, OMITTED, 1, OMITTED, NOT_REACHED],
      ...[1, NOT_PRESENTED, NOT_REACHED, OMITTED, 1],
      ...[NOT_REACHED, NOT_REACHED, NOT_REACHED, NOT_REACHED, NOT_REACHED],
    ]);
  });

  it.each([
    ['a,b\n1,x', 'line 2, column b: "x" is no whole number from 0'],
    ['a,b\n1,0.5', '"0.5" is no whole number'],
    ['a,b\n1,-1', '"-1" is no whole number'],
    ['a,b\n1,1e9', '"1e9" is no whole number'],
    ['a,b\n1,1000000000', '"1000000000" is no whole number'],
    ['a,b\n1,0x1', '"0x1" is no whole number'],
    ['a,b\n1,constructor', '"constructor" is no whole number'],
    ['a,a\n1,1', 'item id "a" stands twice, at 1 and 2'],
    ['id,a\nx,1\nx,0', 'candidate id "x" stands twice'],
    ['id,a\n,1', 'line 2 has no id'],
    ['id\nx', 'no column of an item'],
    ['a,b', 'a header and no row'],
    ['a,\n1,1', 'column 2 has no name'],
  ])('that are wrong are named with their place: %j', (text, message) => {
    expect(() => readScored(table(text))).toThrow(RangeError);
    expect(() => readScored(table(text))).toThrow(message);
  });

  it('tell of at most five faults and how many more there are', () => {
    expect(() => readScored(table(`a\n${Array(8).fill('x').join('\n')}`))).toThrow('and 3 more');
  });
});

describe('missing data', () => {
  const data = responseMatrix([
    [1, OMITTED, 0, OMITTED, OMITTED],
    [1, 1, OMITTED, NOT_PRESENTED, OMITTED],
  ]);

  it('in a run to the end are not reached, save the first item of the run', () => {
    expect([...markNotReached(data).values]).toEqual([
      ...[1, OMITTED, 0, OMITTED, NOT_REACHED],
      ...[1, 1, OMITTED, NOT_PRESENTED, NOT_REACHED],
    ]);
  });

  it('are wrong answers in an examination, save items that were not presented', () => {
    expect([...missingAsZero(markNotReached(data)).values]).toEqual([1, 0, 0, 0, 0, 1, 1, 0, NOT_PRESENTED, 0]);
  });

  it('are counted by kind', () => {
    expect(countMissing(markNotReached(data)).map(Object.values)).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 1],
      [0, 2, 0],
    ]);
  });
});

describe('chosen options', () => {
  const raw = readRaw(table('id,a,b\nx,10,B\ny,2,\nz,2,A'));
  const key: Key = readKey(table('id,key\na,2\nb,A|B'));

  it('are scored by the key; an item may have several', () => {
    expect([...scoreRaw(raw, key).values]).toEqual([0, 1, 1, OMITTED, 1, 1]);
  });

  it('may be words that every object of the language knows', () => {
    const odd = readRaw(table('id,a\nx,constructor\ny,toString'));
    expect(odd.responses).toEqual([['constructor'], ['toString']]);
    expect([...scoreRaw(odd, readKey(table('id,key\na,constructor'))).values]).toEqual([1, 0]);
  });

  it('of which many are given and none is right are refused: the key writes its options otherwise', () => {
    const rows = Array.from({ length: 30 }, () => 'A').join('\n');
    const wrong = readKey(table('id,key\na,1'));
    expect(() => scoreRaw(readRaw(table(`a\n${rows}`)), wrong)).toThrow(
      'none of 30 responses is the key of its item; the data have options such as A, the key 1',
    );
    expect([...scoreRaw(readRaw(table('a\nA\nA')), wrong).values]).toEqual([0, 0]);
  });

  it('become categories in natural order', () => {
    const options = optionsOf(raw);
    expect(options).toEqual([
      ['2', '10'],
      ['A', 'B'],
    ]);
    expect([...rawCategories(raw, options).values]).toEqual([1, 1, 0, OMITTED, 0, 0]);
  });

  it('without a key are refused by the name of the item', () => {
    expect(() => scoreRaw(raw, new Map([['a', ['2']]]))).toThrow('no key for b');
    expect(() => readKey(table('id,key\na,'))).toThrow('item a has no key');
    expect(() => readKey(table('id,key\na,1\na,2'))).toThrow('item id "a" stands twice');
    expect(() => readKey(table('item,answer\na,1'))).toThrow('needs the columns id and key');
  });
});

describe('a part of the data', () => {
  const data = responseMatrix([
    [0, 1, 2],
    [3, 4, 5],
  ]);

  it('is chosen by candidates or items, in the order asked for', () => {
    expect([...selectPersons(data, [1, 0]).values]).toEqual([3, 4, 5, 0, 1, 2]);
    expect([...selectItems(data, [2, 0]).values]).toEqual([2, 0, 5, 3]);
  });

  it('is refused where a column is not there, with those that are', () => {
    expect(() => withoutColumns(table('a,b\n1,2'), ['c'])).toThrow('there is no column "c"; the columns are a, b');
  });

  it.each([
    [[[0, 1], [1]], 'row 2 (2) has 1 values where 2 items stand'],
    [[[0, 0.5]], 'row 1 (1), item 2: 0.5 is no category'],
    [[[0, -4]], '-4 is no category'],
  ])('cannot be made of %j', (rows, message) => {
    expect(() => responseMatrix(rows)).toThrow(message);
  });
});
