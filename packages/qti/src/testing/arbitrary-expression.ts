import fc from 'fast-check';
import { ruleOf } from '../evaluate/table.ts';
import { type Expression, MATH_FUNCTIONS, PLAIN_OPERATORS, ROUNDING_MODES, STATISTICS } from '../model/expression.ts';
import type { Condition, ResponseRule, TemplateRule } from '../model/processing.ts';
import { BASE_TYPES } from '../model/value.ts';
import { area, identifier, number, scalarOf, words } from './arbitrary-value.ts';

const variable = identifier.map((name) => ({ variable: name }));
const numberRef = fc.oneof(number, variable);
const integerRef = fc.oneof(fc.integer({ min: -9, max: 99 }), variable);
const optional = fc.option(identifier);
const names = fc.uniqueArray(identifier, { maxLength: 3 });
const items = fc.record({ sectionIdentifier: optional, includeCategories: names, excludeCategories: names });
const pattern = fc.oneof(
  words.filter((text) => !/^\{[^{}]*\}$/.test(text)),
  variable,
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .constantFrom(...BASE_TYPES)
    .chain((baseType) => scalarOf(baseType).map((value): Expression => ({ op: 'base-value', baseType, value }))),
  fc.constant<Expression>({ op: 'null' }),
  fc.record({ op: fc.constant('variable' as const), identifier, weightIdentifier: optional }),
  fc.record({ op: fc.constantFrom('correct', 'default', 'map-response', 'map-response-point'), identifier }),
  fc.record({ op: fc.constant('math-constant' as const), name: fc.constantFrom('pi', 'e') }),
  fc.record({ op: fc.constant('random-integer' as const), min: integerRef, max: integerRef, step: integerRef }),
  fc.record({ op: fc.constant('random-float' as const), min: numberRef, max: numberRef }),
  fc.record({
    op: fc.constantFrom(
      'number-correct',
      'number-incorrect',
      'number-presented',
      'number-responded',
      'number-selected',
    ),
    items,
  }),
  fc.record({
    op: fc.constantFrom('outcome-maximum', 'outcome-minimum'),
    outcomeIdentifier: identifier,
    weightIdentifier: optional,
    items,
  }),
  fc.record({
    op: fc.constant('test-variables' as const),
    variableIdentifier: identifier,
    weightIdentifier: optional,
    baseType: fc.option(fc.constantFrom(...BASE_TYPES)),
    items,
  }),
);

/** Every expression of the model; types of operands do not fit one another. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => {
  const operands = ([min, max]: readonly [min: number, max: number]) =>
    fc.array(tie('any'), { minLength: min, maxLength: Math.min(max, min + 2) });
  const one = operands([1, 1]);
  const two = operands([2, 2]);
  const some = operands([1, Infinity]);
  const op = <Name extends Expression['op']>(name: Name) => fc.constant(name);
  const equal = fc.oneof(
    fc.record({ toleranceMode: fc.constant('exact' as const), tolerance: fc.constant([]) }),
    fc.record({
      toleranceMode: fc.constantFrom('absolute' as const, 'relative' as const),
      tolerance: fc.array(fc.oneof(number.map(Math.abs), variable), { minLength: 1, maxLength: 2 }),
    }),
  );
  return {
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .constantFrom(...PLAIN_OPERATORS)
        .chain((name) =>
          operands(ruleOf(name).operands({ op: name, of: [] })).map((of): Expression => ({ op: name, of })),
        ),
      fc.record({ op: op('any-n'), min: integerRef, max: integerRef, of: some }),
      fc
        .tuple(equal, fc.boolean(), fc.boolean(), two)
        .map(([tolerance, includeLowerBound, includeUpperBound, of]): Expression => {
          return { op: 'equal', ...tolerance, includeLowerBound, includeUpperBound, of };
        }),
      fc.record({
        op: op('equal-rounded'),
        roundingMode: fc.constantFrom(...ROUNDING_MODES),
        figures: integerRef,
        of: two,
      }),
      fc.record({ op: op('round-to'), roundingMode: fc.constantFrom(...ROUNDING_MODES), figures: integerRef, of: one }),
      fc.record({ op: op('field-value'), fieldIdentifier: identifier, of: one }),
      fc.record({ op: op('index'), n: integerRef, of: one }),
      fc.record({ op: op('inside'), area, of: one }),
      fc
        .constantFrom(...MATH_FUNCTIONS)
        .chain((name) => (name === 'atan2' ? two : one).map((of): Expression => ({ op: 'math-operator', name, of }))),
      fc.record({ op: op('pattern-match'), pattern, of: one }),
      fc.record({ op: op('repeat'), numberRepeats: integerRef, of: some }),
      fc.record({ op: op('stats-operator'), name: fc.constantFrom(...STATISTICS), of: one }),
      fc.record({ op: op('string-match'), caseSensitive: fc.boolean(), substring: fc.boolean(), of: two }),
      fc.record({ op: op('substring'), caseSensitive: fc.boolean(), of: two }),
      fc.record({
        op: op('custom-operator'),
        class: fc.option(words),
        definition: fc.option(words),
        attributes: fc.dictionary(fc.constantFrom('data-a', 'mode', 'vendor-x'), words),
        of: operands([0, Infinity]),
      }),
    ),
  };
}).any;

/** Every rule of response and of outcome processing, nested as deep as told. */
export function rule(depth: number): fc.Arbitrary<ResponseRule> {
  const leaves = fc.oneof(
    fc
      .tuple(fc.constantFrom('set-outcome-value' as const, 'lookup-outcome-value' as const), identifier, expression)
      .map(([kind, name, value]): ResponseRule => ({ rule: kind, identifier: name, value })),
    fc.constant<ResponseRule>({ rule: 'exit' }),
  );
  if (depth === 0) return leaves;
  const inner = rule(depth - 1);
  const group = fc
    .array(inner, { minLength: 1, maxLength: 3 })
    .map((rules): ResponseRule => ({ rule: 'fragment', rules }));
  return fc.oneof(leaves, group, condition(inner));
}

/** Every rule of template processing, nested as deep as told. */
export function templateRule(depth: number): fc.Arbitrary<TemplateRule> {
  const leaves = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('set-template-value' as const, 'set-correct-response' as const, 'set-default-value' as const),
        identifier,
        expression,
      )
      .map(([kind, name, value]): TemplateRule => ({ rule: kind, identifier: name, value })),
    expression.map((only): TemplateRule => ({ rule: 'constraint', condition: only })),
    fc.constant<TemplateRule>({ rule: 'exit' }),
  );
  return depth === 0 ? leaves : fc.oneof(leaves, condition(templateRule(depth - 1)));
}

function condition<R>(inner: fc.Arbitrary<R>): fc.Arbitrary<Condition<R>> {
  const rules = fc.array(inner, { maxLength: 2 });
  return fc.record({
    rule: fc.constant('condition' as const),
    branches: fc.array(fc.record({ condition: expression, rules }), { minLength: 1, maxLength: 3 }),
    otherwise: rules,
  });
}
