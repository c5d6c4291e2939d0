import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LookupTable } from '../model/declarations.ts';
import { type Expression, PLAIN_OPERATORS } from '../model/expression.ts';
import type { TraceStep } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import { Random } from '../value/random.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { lookup } from './lookup.ts';
import { Work } from './work.ts';

const A: Value = { cardinality: 'single', baseType: 'identifier', value: 'A' };

function environment(change: Partial<Environment> = {}): Environment {
  return {
    variable: (identifier) => (identifier === 'R' ? A : undefined),
    correctOf: () => A,
    defaultOf: () => null,
    declarationOf: () => undefined,
    random: new Random(1),
    test: null,
    custom: {},
    work: new Work(),
    trace: null,
    depth: 0,
    ...change,
  };
}

const R: Expression = { op: 'variable', identifier: 'R', weightIdentifier: null };
const number = (value: number): Expression => ({ op: 'base-value', baseType: 'float', value });
const huge: Expression = { op: 'product', of: [number(1e308), number(1e308)] };

describe('the trace', () => {
  function traced(expression: Expression): TraceStep[] {
    const steps: TraceStep[] = [];
    evaluate(expression, environment({ trace: (step) => steps.push(step), depth: 2 }));
    return steps;
  }

  it('has one step for each expression, outer ones first, with depth and result', () => {
    expect(traced({ op: 'match', of: [R, { op: 'correct', identifier: 'R' }] })).toEqual([
      { depth: 2, kind: 'expression', what: 'match', detail: '', result: true },
      { depth: 3, kind: 'expression', what: 'variable', detail: 'R', result: 'A' },
      { depth: 3, kind: 'expression', what: 'correct', detail: 'R', result: 'A' },
    ]);
  });

  it('says why something is NULL', () => {
    const notes = (expression: Expression) =>
      traced(expression)
        .filter(({ kind }) => kind === 'note')
        .map(({ what, detail }) => `${what}: ${detail}`);
    expect(notes({ op: 'sum', of: [number(1), R] })).toEqual([
      'sum: needs numbers; operand 2 is a single identifier; NULL',
    ]);
    expect(notes({ ...R, identifier: 'X' })).toEqual(['variable: X is not declared; NULL']);
    expect(notes({ op: 'not', of: [] })).toEqual(['not: it has 0 operands; 1 to 1 are wanted; NULL']);
    expect(notes({ op: 'match', of: [R, number(1)] })).toEqual([
      'match: operands are of different types; one is a single float; NULL',
    ]);
  });
});

describe('numbers that are infinite', () => {
  it('stay so in rounding, as the specification has it', () => {
    expect(evaluate({ op: 'round', of: [huge] }, environment())).toMatchObject({ value: Infinity });
    const places = { roundingMode: 'decimalPlaces', figures: 2, of: [huge] } as const;
    expect(evaluate({ op: 'round-to', ...places }, environment())).toMatchObject({ value: Infinity });
  });

  it('less each other have no value', () => {
    expect(evaluate({ op: 'subtract', of: [huge, huge] }, environment())).toBeNull();
  });
});

describe('whatever the expression', () => {
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.constant<Expression>({ op: 'null' }),
    fc.constant(R),
    fc.double().map(number),
    fc.integer().map((value): Expression => ({ op: 'base-value', baseType: 'integer', value })),
    fc.boolean().map((value): Expression => ({ op: 'base-value', baseType: 'boolean', value })),
    fc.string().map((value): Expression => ({ op: 'base-value', baseType: 'string', value })),
    fc.constant<Expression>({ op: 'base-value', baseType: 'point', value: '1 2' }),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.record({ op: fc.constantFrom(...PLAIN_OPERATORS), of: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({
        op: fc.constant('pattern-match' as const),
        pattern: fc.string(),
        of: fc.array(tie('tree'), { maxLength: 1 }),
      }),
      fc.record({
        op: fc.constant('round-to' as const),
        roundingMode: fc.constantFrom('decimalPlaces' as const, 'significantFigures' as const),
        figures: fc.double(),
        of: fc.array(tie('tree'), { maxLength: 1 }),
      }),
      fc.record({
        op: fc.constant('repeat' as const),
        numberRepeats: fc.double(),
        of: fc.array(tie('tree'), { maxLength: 2 }),
      }),
    ),
  }));

  it('it never throws, and what it gives is no empty container and never NaN', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const value = evaluate(expression, environment());
        if (value === null || value.cardinality === 'record') return;
        if (value.cardinality === 'single') expect(value.value).not.toBeNaN();
        else expect(value.value.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a trace changes nothing', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        expect(evaluate(expression, environment({ trace: () => {} }))).toEqual(evaluate(expression, environment()));
      }),
    );
  });
});

describe('what would take too long', () => {
  const long: Expression = { op: 'base-value', baseType: 'string', value: 'a'.repeat(1_000_000) };

  it('is NULL: a long text and a large pattern, a container of thousands', () => {
    expect(evaluate({ op: 'pattern-match', pattern: 'a{1000,}', of: [long] }, environment())).toBeNull();
    expect(evaluate({ op: 'pattern-match', pattern: 'a+', of: [long] }, environment())).toMatchObject({ value: true });
    expect(evaluate({ op: 'repeat', numberRepeats: 2001, of: [R] }, environment())).toBeNull();
    expect(evaluate({ op: 'repeat', numberRepeats: 2000, of: [R] }, environment())).not.toBeNull();
  });
});

describe('a lookup table', () => {
  const declared = { baseType: 'identifier' } as const;
  const integer = (value: number): Value => ({ cardinality: 'single', baseType: 'integer', value });
  const target = (value: string | null): unknown => value && { cardinality: 'single', baseType: 'identifier', value };

  it.each([
    [1, 'low'],
    [2, 'first'],
    [3, 'none'],
  ])('that matches gives for %j %j: the first entry that is equal, else the default', (value, wanted) => {
    const entries = [
      { source: 1, target: 'low' },
      { source: 2, target: 'first' },
      { source: 2, target: 'second' },
    ];
    expect(lookup({ table: 'match', defaultValue: 'none', entries }, integer(value), declared)).toEqual(target(wanted));
  });

  it.each([
    [11, 'pass'],
    [10, 'pass'],
    [5, 'fail'],
    [6, 'near'],
    [0, 'fail'],
    [-1, null],
  ])(
    'that interpolates gives for %j %j: the first entry below, or at its bound where that is included',
    (value, wanted) => {
      const table: LookupTable = {
        table: 'interpolation',
        defaultValue: null,
        entries: [
          { source: 10, includeBoundary: true, target: 'pass' },
          { source: 5, includeBoundary: false, target: 'near' },
          { source: 0, includeBoundary: true, target: 'fail' },
        ],
      };
      expect(lookup(table, integer(value), declared)).toEqual(target(wanted));
    },
  );

  it('gives its default for NULL, and NULL without a default', () => {
    expect(lookup({ table: 'match', defaultValue: 'none', entries: [] }, null, declared)).toEqual(target('none'));
    expect(lookup({ table: 'match', defaultValue: null, entries: [] }, integer(1), declared)).toBeNull();
  });
});
