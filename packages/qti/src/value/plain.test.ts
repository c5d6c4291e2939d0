import { describe, expect, it } from 'vitest';
import type { PlainValue } from '../model/value.ts';
import { type Declared, readPlain, toPlain, toValue, writePlain } from './plain.ts';

const single = (baseType: Declared['baseType']): Declared => ({ cardinality: 'single', baseType, fields: {} });
const multiple = (baseType: Declared['baseType']): Declared => ({ cardinality: 'multiple', baseType, fields: {} });
const record: Declared = { cardinality: 'record', baseType: null, fields: { at: 'point', time: 'duration' } };

describe('JSON is read as a value', () => {
  it.each<[unknown, Declared, PlainValue]>([
    [null, single('identifier'), null],
    ['', single('integer'), null],
    [[], multiple('identifier'), null],
    [{}, record, null],
    ['A', single('identifier'), 'A'],
    ['10 20', single('point'), '10 20'],
    ['PT1H', single('duration'), 3600],
    [12.5, single('duration'), 12.5],
    ['12', single('integer'), 12],
    [-0, single('float'), 0],
    [true, single('boolean'), true],
    [' ', single('string'), ' '],
    [['A', 'B', 'A'], multiple('identifier'), ['A', 'B', 'A']],
    [['', 'x'], multiple('string'), ['', 'x']],
    [{ at: ' 1 2', time: 'PT1S', other: 'x', count: 1.5 }, record, { at: '1 2', time: 1, other: 'x', count: 1.5 }],
    [{ floatValue: '2.50', ndp: 2, exponent: null }, record, { floatValue: 2.5, ndp: 2, exponent: null }],
  ])('%j', (json, declared, value) => {
    expect(readPlain(json, declared)).toEqual({ ok: true, value });
  });
});

describe('JSON that is no value is refused, and says what is wanted', () => {
  it.each<[unknown, Declared, string]>([
    [undefined, single('identifier'), 'must be an identifier'],
    ['A B', single('identifier'), 'must be an identifier such as "A"; it is "A B"'],
    [['A'], single('identifier'), 'must be one value, not a list'],
    ['A', multiple('identifier'), 'must be a list'],
    [{ 0: 'A' }, multiple('identifier'), 'must be a list'],
    [['A', null], multiple('identifier'), 'member 2 must be an identifier'],
    [['A', ['B']], multiple('identifier'), 'member 2 must be an identifier'],
    [1.5, single('integer'), 'must be a whole number from -2147483648 to 2147483647; it is 1.5'],
    [2 ** 31, single('integer'), 'must be a whole number'],
    [Number.NaN, single('float'), 'must be a finite number'],
    [Infinity, single('float'), 'must be a finite number'],
    [-1, single('duration'), 'must be seconds'],
    [1, single('boolean'), 'must be true or false'],
    [true, single('string'), 'must be a string'],
    [5, single('string'), 'must be a string'],
    [['A'], record, 'must be an object, not a list'],
    ['A', record, 'must be an object of fields'],
    [{ 'a b': 1 }, record, 'has a field "a b"'],
    [{ at: 'x' }, record, 'field at must be two whole numbers'],
    [{ x: { y: 1 } }, record, 'field x must be a string'],
    [JSON.parse('{"__proto__":"x"}'), record, 'has a field "__proto__"'],
    [Array.from({ length: 1001 }, () => 'A'), multiple('identifier'), 'has 1001 members; 1000 are allowed'],
    ['x'.repeat(1_000_001), single('string'), 'has 1000001 characters; 1000000 are allowed'],
  ])('%#', (json, declared, text) => {
    const read = readPlain(json, declared);
    expect(read).toEqual({ ok: false, text: expect.stringContaining(text) });
    expect(JSON.stringify(read).length).toBeLessThan(300);
  });
});

describe('a plain value and its type', () => {
  it('make a value, and the value makes it again', () => {
    const cases: [PlainValue, Declared][] = [
      ['A', single('identifier')],
      [['A', 'B'], multiple('identifier')],
      [{ at: '1 2', time: null }, record],
      [null, multiple('identifier')],
    ];
    for (const [plain, declared] of cases) expect(toPlain(toValue(plain, declared))).toEqual(plain);
  });

  it('an empty string, container or record is NULL', () => {
    expect([toValue('', single('string')), toValue([], multiple('string')), toValue({}, record)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('a value of another form is NULL, but for one value where a container is declared', () => {
    expect(toValue(['A'], single('identifier'))).toBeNull();
    expect(toValue('A', record)).toBeNull();
    expect(toValue('A', multiple('identifier'))).toMatchObject({ value: ['A'] });
  });

  it('numbers that are not finite do not leave', () => {
    expect(toPlain({ cardinality: 'single', baseType: 'float', value: Infinity })).toBeNull();
    expect(toPlain({ cardinality: 'multiple', baseType: 'float', value: [1, Number.NaN] })).toBeNull();
  });

  it('durations are written as ISO 8601, all else as it is', () => {
    expect(writePlain(5400, single('duration'))).toBe('PT1H30M');
    expect(writePlain([1, 60], multiple('duration'))).toEqual(['PT1S', 'PT1M']);
    expect(writePlain({ time: 90, at: '1 2' }, record)).toEqual({ time: 'PT1M30S', at: '1 2' });
    expect(writePlain(5400, single('integer'))).toBe(5400);
    expect(writePlain(null, single('duration'))).toBeNull();
  });
});
