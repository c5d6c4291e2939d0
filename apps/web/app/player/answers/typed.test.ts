import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped, showTyped, type TypedAs } from './typed.ts';

const integer: TypedAs = { cardinality: 'single', baseType: 'integer', base: 10 };
const float: TypedAs = { ...integer, baseType: 'float' };
const string: TypedAs = { ...integer, baseType: 'string' };
const record: TypedAs = { ...integer, cardinality: 'record', baseType: null };

describe('typed text', () => {
  it('stays as it is where a string is asked for, and is NULL when empty', () => {
    expect(readTyped(' 650  ', string)).toEqual({ ok: true, value: ' 650  ' });
    expect(readTyped('', string)).toEqual({ ok: true, value: null });
  });

  it('is read as a number where one is asked for', () => {
    expect(readTyped(' −12 ', integer)).toEqual({ ok: true, value: -12 });
    expect(readTyped('1.50', float)).toEqual({ ok: true, value: 1.5 });
    expect(readTyped('2e3', float)).toEqual({ ok: true, value: 2000 });
    expect(readTyped('  ', float)).toEqual({ ok: true, value: null });
    expect(readTyped('-0', integer)).toEqual({ ok: true, value: 0 });
  });

  it('that is no such number is said to be none, never guessed', () => {
    for (const text of ['1,5', '12 kg', 'NaN', 'Infinity', '0x10', '1e999', '.']) {
      expect(readTyped(text, float)).toEqual({ ok: false, wanted: 'number' });
    }
    expect(readTyped('1.0', integer)).toEqual({ ok: false, wanted: 'whole-number' });
    expect(readTyped('99999999999999999999', integer)).toEqual({ ok: false, wanted: 'whole-number' });
  });

  it('is read in the base of the interaction', () => {
    expect(readTyped('ff', { ...integer, base: 16 })).toEqual({ ok: true, value: 255 });
    expect(readTyped('-101', { ...integer, base: 2 })).toEqual({ ok: true, value: -5 });
    expect(readTyped('12', { ...integer, base: 2 })).toEqual({ ok: false, wanted: 'base-number' });
  });

  it('that shows an integer is read back as the same, in every base', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 2, max: 36 }), (value, base) => {
        expect(readTyped(showTyped(value, base), { ...integer, base })).toEqual({ ok: true, value: value + 0 });
      }),
    );
  });

  it('that shows a float is read back as the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const read = readTyped(showTyped(value), float);
        expect(read.ok && Number(read.value) === value).toBe(true);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(integer, float, string, record), (text, as) => {
        expect(typeof readTyped(text, as).ok).toBe('boolean');
      }),
    );
  });

  it('of a record tells how the number was written', () => {
    expect(readTyped('12.340', record)).toEqual({
      ok: true,
      value: {
        stringValue: '12.340',
        floatValue: 12.34,
        integerValue: null,
        leftDigits: 2,
        rightDigits: 3,
        ndp: 3,
        nsf: 5,
        exponent: null,
      },
    });
    expect(readTyped('1200', record)).toMatchObject({ value: { integerValue: 1200, rightDigits: 0, ndp: 0, nsf: 2 } });
    expect(readTyped('1.2e-3', record)).toMatchObject({ value: { floatValue: 0.0012, ndp: 4, nsf: 2, exponent: -3 } });
    expect(readTyped('\u22127', record)).toMatchObject({ value: { integerValue: -7, leftDigits: 1, exponent: null } });
    expect(readTyped('about ten', record)).toEqual({ ok: true, value: { stringValue: 'about ten' } });
    expect(readTyped('  ', record)).toEqual({ ok: true, value: null });
  });
});
