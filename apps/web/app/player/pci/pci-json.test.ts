import type { BaseType, PlainValue } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPciJson, toPciJson } from './pci-json.ts';

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,6}$/);
const pair = fc.tuple(name, name).map((both) => both.join(' '));
const members = {
  boolean: fc.boolean(),
  integer: fc.integer(),
  float: fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
  string: fc.string({ minLength: 1 }),
  uri: fc.webUrl(),
  identifier: name,
  pair,
  directedPair: pair,
  point: fc.tuple(fc.integer(), fc.integer()).map((both) => both.join(' ')),
  duration: fc.integer({ min: 0, max: 10_000_000 }).map((each) => each / 1000),
  file: fc.base64String().map((data) => `data:image/png;base64,${data}`),
} as const satisfies Record<BaseType, fc.Arbitrary<string | number | boolean>>;

const baseTypes = Object.keys(members) as BaseType[];
const wire = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

describe('the JSON of portable custom interactions', () => {
  it.each(baseTypes)('is read as it was written, for single and multiple values of base type %s', (baseType) => {
    const arbitrary: fc.Arbitrary<string | number | boolean> = members[baseType];
    fc.assert(
      fc.property(arbitrary, fc.array(arbitrary, { minLength: 1, maxLength: 4 }), (one, several) => {
        const single = { cardinality: 'single', baseType } as const;
        const multiple = { cardinality: 'multiple', baseType } as const;
        const zero = (value: unknown) => (Object.is(value, -0) ? 0 : value);
        expect(fromPciJson(wire(toPciJson(one, single)), single)).toEqual({ ok: true, value: zero(one) });
        expect(fromPciJson(wire(toPciJson(several, multiple)), multiple)).toEqual({
          ok: true,
          value: several.map(zero),
        });
      }),
    );
  });

  it('is read as it was written for records', () => {
    const scalar = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.constant(null));
    const record = { cardinality: 'record', baseType: null } as const;
    fc.assert(
      fc.property(fc.dictionary(name, scalar, { minKeys: 1 }), (fields) => {
        const plain: PlainValue = { ...fields };
        expect(fromPciJson(wire(toPciJson(plain, record)), record)).toEqual({ ok: true, value: plain });
      }),
    );
  });

  it('writes the forms of the standard', () => {
    const write = (value: PlainValue, cardinality: 'single' | 'multiple', baseType: BaseType) =>
      toPciJson(value, { cardinality, baseType });
    expect(write('10 20', 'single', 'point')).toEqual({ base: { point: [10, 20] } });
    expect(write(['A B'], 'multiple', 'directedPair')).toEqual({ list: { directedPair: [['A', 'B']] } });
    expect(write(90.5, 'single', 'duration')).toEqual({ base: { duration: 'PT90.5S' } });
    expect(write(null, 'multiple', 'integer')).toEqual({ base: null });
  });

  it('never throws and never lets through what does not fit the declaration, whatever it is', () => {
    const cardinality = fc.constantFrom('single' as const, 'multiple' as const, 'ordered' as const, 'record' as const);
    fc.assert(
      fc.property(fc.anything(), cardinality, fc.constantFrom(...baseTypes), (json, of, baseType) => {
        const read = fromPciJson(json, { cardinality: of, baseType });
        if (!read.ok) expect(read.text.length).toBeGreaterThan(0);
        else if (read.value !== null) expect(typeof read.value === 'object').toBe(of !== 'single');
      }),
    );
  });

  it('refuses other types, other cardinalities and values that are none, and says why', () => {
    const text = (json: unknown, cardinality: 'single' | 'multiple', baseType: BaseType) => {
      const read = fromPciJson(json, { cardinality, baseType });
      return read.ok ? 'accepted' : read.text;
    };
    expect(text({ base: { string: 'x' } }, 'single', 'integer')).toContain("base type 'integer'");
    expect(text({ base: { integer: 1.5 } }, 'single', 'integer')).toBe('1.5 is no integer');
    expect(text({ base: { identifier: 'a b' } }, 'single', 'identifier')).toBe('"a b" is no identifier');
    expect(text({ base: { integer: 1 } }, 'multiple', 'integer')).toContain('expected');
    expect(text({ list: { integer: 1 } }, 'multiple', 'integer')).toContain('a list was expected');
    expect(text({ base: { integer: 1, float: 1 } }, 'single', 'integer')).toContain('expected');
    expect(text({ base: { integer: 3 } }, 'single', 'float')).toBe('accepted');
    expect(text({ list: { integer: Array(1_001).fill(1) } }, 'multiple', 'integer')).toContain('at most');
  });
});
