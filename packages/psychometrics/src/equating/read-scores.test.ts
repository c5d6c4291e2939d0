import { describe, expect, it } from 'vitest';
import type { Table } from '../data/table.ts';
import { equateInput, equatingInput } from './equating-input.ts';
import { readScores } from './read-scores.ts';

const table = (header: string, ...rows: readonly string[]): Table => ({
  columns: header.split(','),
  rows: rows.map((row) => row.split(',')),
});

describe('scores are read from', () => {
  it('a column per item, summed; empty cells are 0 points and counted', () => {
    const file = readScores(table('id,i1,i2,i3', 'a,1,0,1', 'b,1,,1', 'c,1,1,1'));
    expect(file).toMatchObject({ ids: ['a', 'b', 'c'], scores: [2, 2, 3], items: ['i1', 'i2', 'i3'] });
    expect(file.range).toEqual({ low: 0, high: 3 });
    expect(file.notices).toEqual(['1 empty cells count as 0 points.']);
  });

  it('a column score, or total beside anchor, or a single column of any name', () => {
    expect(readScores(table('score', '4', '7'))).toMatchObject({ scores: [4, 7], ids: null, rangeKnown: false });
    expect(readScores(table('total,anchor', '8,3', '21,6'))).toMatchObject({ scores: [8, 21], anchor: [3, 6] });
    expect(readScores(table('id,points', 'a,4', 'b,7')).scores).toEqual([4, 7]);
  });

  it('scores with their counts, of which the range of the form is known', () => {
    const file = readScores(table('score,count', '0,0', '1,2', '2,1', '3,0'));
    expect(file).toMatchObject({
      scores: [1, 1, 2],
      range: { low: 0, high: 3 },
      rangeKnown: true,
      perCandidate: false,
    });
    expect(readScores(table('scale,xcount', '0,1', '1,2')).scores).toEqual([0, 1, 1]);
  });
});

describe('scores that cannot be read are refused by their place', () => {
  it.each([
    [table('score', '4', ''), /row 2, column score: there is no score/],
    [table('score', '4', 'x'), /row 2, column score: "x" is no whole number/],
    [table('i1,i2', '1,0', '1,0.5'), /row 2, column i2/],
    [table('i1,i2', '1,-3'), /-3 is no item score/],
    [table('score,count', '1,2', '1,4'), /score 1 stands in row 1 too/],
    [table('score,count', '1,-2'), /-2 is no number of candidates/],
    [table('id,score', 'a,1', 'a,2'), /candidate id "a" stands twice/],
    [table('score'), /no row/],
  ])('%#', (given, message) => {
    expect(() => readScores(given)).toThrow(message);
  });
});

describe('files become an equating', () => {
  const x = readScores(table('id,a,b,c,d', '1,1,0,1,1', '2,0,0,1,0', '3,1,1,1,1', '4,1,1,0,0'));
  const y = readScores(table('id,a,b,e,f', '5,1,0,1,1', '6,0,0,1,0', '7,1,1,1,1', '8,0,1,0,0'));

  it('of equivalent groups', () => {
    const input = equatingInput({ x, y }, 'eg');
    expect(input).toMatchObject({ design: 'eg', x: { low: 0, high: 4 }, notices: [] });
    expect(equateInput(input, { method: 'mean' }).table[0]?.y).toBeCloseTo(-0.25, 12);
  });

  it('with anchors matched by id, internal when their items are items of the form', () => {
    const anchorX = readScores(table('id,a,b', '4,1,1', '3,1,1', '2,0,0', '1,1,0'));
    const anchorY = readScores(table('id,a,b', '5,1,0', '6,0,0', '7,1,1', '8,0,1'));
    const input = equatingInput({ x, y, anchorX, anchorY }, 'neat');
    expect(input).toMatchObject({ design: 'neat', anchor: 'internal' });
    expect(equateInput(input, { method: 'tucker' }).n).toEqual({ x: 4, y: 4 });
    const other = readScores(table('id,v,w', '1,1,1', '2,1,1', '3,0,0', '4,1,0'));
    expect(
      equatingInput({ x, y, anchorX: other, anchorY: { ...other, ids: ['5', '6', '7', '8'] } }, 'neat'),
    ).toMatchObject({
      anchor: 'external',
    });
    const less = readScores(table('id,a,b', '1,1,1'));
    expect(() => equatingInput({ x, y, anchorX: less, anchorY }, 'neat')).toThrow(/no anchor score for 2, 3, 4/);
  });

  it('says that the highest scores and the kind of the anchor were taken from the data, and takes them when given', () => {
    const file = readScores(table('total,anchor', '8,3', '21,6', '12,5'));
    const input = equatingInput({ x: file, y: file }, 'neat');
    expect(input.notices.join(' ')).toMatch(
      /highest score of the forms is taken to be 21.*anchor is taken to be 6.*internal/s,
    );
    const given = equatingInput({ x: file, y: file }, 'neat', { x: 30, y: 30, anchor: 10 }, 'external');
    expect(given).toMatchObject({ anchor: 'external', notices: [], x: { total: { low: 0, high: 30 } } });
  });

  it('refuses frequencies or missing anchors where pairs are needed, and anchors where there is no need', () => {
    const counts = readScores(table('score,count', '0,3', '1,4'));
    expect(() => equatingInput({ x, y }, 'neat')).toThrow(/no anchor scores for form X/);
    expect(() => equatingInput({ x: counts, y, anchorX: counts }, 'neat')).toThrow(/frequencies do not tell/);
    expect(() => equatingInput({ x, y, anchorX: x }, 'eg')).toThrow(/need no anchor/);
  });
});
