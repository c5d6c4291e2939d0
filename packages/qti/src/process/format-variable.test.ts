import { describe, expect, it } from 'vitest';
import type { PlainValue } from '../model/value.ts';
import type { Declared } from '../value/plain.ts';
import { formatVariable, type PrintForm } from './format-variable.ts';

const PLAIN: PrintForm = {
  format: null,
  powerForm: false,
  base: 10,
  index: null,
  delimiter: null,
  field: null,
  mappingIndicator: null,
};
const float: Declared = { cardinality: 'single', baseType: 'float', fields: {} };
const integer: Declared = { cardinality: 'single', baseType: 'integer', fields: {} };
const print = (form: Partial<PrintForm>, value: PlainValue, declared = float) =>
  formatVariable({ ...PLAIN, ...form }, value, declared, { N: 2 });

describe('a printed variable', () => {
  // By the rules of printf in C.
  it.each([
    ['%.2f', 3.45678, '3.46'],
    ['%8.2f|', 3.45678, '    3.46|'],
    ['%-8.2f|', 3.45678, '3.46    |'],
    ['%08.2f', -3.45678, '-0003.46'],
    ['%+d', 5, '+5'],
    ['%d', -5.9, '-5'],
    ['%i', 42, '42'],
    ['%05d', 42, '00042'],
    ['%.3d', 7, '007'],
    ['%e', 12345.678, '1.234568e+04'],
    ['%.1E', 0.00012, '1.2E-04'],
    ['%g', 0.0001, '0.0001'],
    ['%g', 0.00001, '1e-05'],
    ['%g', 1234567, '1.23457e+06'],
    ['%.3g', 1500, '1.5e+03'],
    ['%x', 255, 'ff'],
    ['%o', 8, '10'],
    ['%f', 1e300, /^1\d{300}$/],
    ['%s', 2.5, '2.5'],
    ['%5.1s|', 2.5, '    2|'],
    ['100%% of %d', 3, '100% of 3'],
    ['%d m', 12, '12 m'],
    ['%q', 12, '%q'],
  ])('of format %s shows %d as %s', (format, value, text) => {
    const shown = print({ format }, value);
    if (typeof text === 'string') expect(shown).toBe(text);
    else expect(shown).toMatch(text);
  });

  it('without a format shows numbers as they are, integers in their base, powers where asked for', () => {
    expect(print({}, 2.5)).toBe('2.5');
    expect(print({ base: 16 }, 255, integer)).toBe('ff');
    expect(print({ base: { variable: 'N' } }, 5, integer)).toBe('101');
    expect(print({ base: 16 }, 255)).toBe('255');
    expect(print({ powerForm: true }, 2_500_000)).toBe('2.5 × 10⁶');
    expect(print({ powerForm: true }, 0.025)).toBe('2.5 × 10⁻²');
  });

  it('of NULL is empty', () => expect(print({ format: '%.2f' }, null)).toBe(''));

  it('of a container shows its members with the delimiter, or the one that index names', () => {
    const ordered: Declared = { cardinality: 'ordered', baseType: 'float', fields: {} };
    expect(print({}, [1, 2, 3], ordered)).toBe('1;2;3');
    expect(print({ delimiter: ', ', format: '%.1f' }, [1, 2], ordered)).toBe('1.0, 2.0');
    expect(print({ index: 2 }, [4, 5, 6], ordered)).toBe('5');
    expect(print({ index: { variable: 'N' } }, [4, 5, 6], ordered)).toBe('5');
    expect([0, 9].map((index) => print({ index }, [4, 5, 6], ordered))).toEqual(['', '']);
  });

  it('of a record shows its fields, or the one that is named', () => {
    const record: Declared = { cardinality: 'record', baseType: null, fields: { x: 'integer' } };
    expect(print({}, { x: 1, y: 'b' }, record)).toBe('x=1;y=b');
    expect(print({ mappingIndicator: ': ', delimiter: ' ' }, { x: 1, y: 'b' }, record)).toBe('x: 1 y: b');
    expect(print({ field: 'x', base: 2 }, { x: 5 }, record)).toBe('101');
    expect(print({ field: 'toString' }, { x: 5 }, record)).toBe('');
  });
});
