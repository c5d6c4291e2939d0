import type { Area } from './declarations.ts';
import type { BaseType, Scalar } from './value.ts';

/** A number, or the identifier of a variable that holds one when the expression is evaluated. */
export type NumberOrVariable = number | { readonly variable: string };
/** A string, or the identifier of a variable that holds one. */
export type StringOrVariable = string | { readonly variable: string };

/** Operators that have operands and nothing else, named after their elements without `qti-`. */
export const PLAIN_OPERATORS = [
  'and',
  'container-size',
  'contains',
  'delete',
  'divide',
  'duration-gte',
  'duration-lt',
  'gcd',
  'gt',
  'gte',
  'integer-divide',
  'integer-modulus',
  'integer-to-float',
  'is-null',
  'lcm',
  'lt',
  'lte',
  'match',
  'max',
  'member',
  'min',
  'multiple',
  'not',
  'or',
  'ordered',
  'power',
  'product',
  'random',
  'round',
  'subtract',
  'sum',
  'truncate',
] as const;
export type PlainOperator = (typeof PLAIN_OPERATORS)[number];

export const ROUNDING_MODES = ['decimalPlaces', 'significantFigures'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

export const TOLERANCE_MODES = ['exact', 'absolute', 'relative'] as const;
export type ToleranceMode = (typeof TOLERANCE_MODES)[number];

/** Functions of qti-math-operator. */
export const MATH_FUNCTIONS = [
  'abs',
  'acos',
  'acot',
  'acsc',
  'asec',
  'asin',
  'atan',
  'atan2',
  'ceil',
  'cos',
  'cosh',
  'cot',
  'coth',
  'csc',
  'csch',
  'exp',
  'floor',
  'ln',
  'log',
  'sec',
  'sech',
  'signum',
  'sin',
  'sinh',
  'tan',
  'tanh',
  'toDegrees',
  'toRadians',
] as const;
export type MathFunction = (typeof MATH_FUNCTIONS)[number];

/** Functions of qti-stats-operator. */
export const STATISTICS = ['mean', 'popSD', 'popVariance', 'sampleSD', 'sampleVariance'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Which items of a test count (ASI, item subset): empty lists and null leave nobody out. */
export interface ItemSubset {
  readonly sectionIdentifier: string | null;
  readonly includeCategories: readonly string[];
  readonly excludeCategories: readonly string[];
}

/**
 * An expression (ASI information model, the expressions), told apart by `op`: its element's name without `qti-`. Operands
 * stand in `of`, in document order; leaves have none.
 */
export type Expression =
  // Leaves of an item.
  | { readonly op: 'base-value'; readonly baseType: BaseType; readonly value: Scalar }
  | { readonly op: 'null' }
  | { readonly op: 'variable'; readonly identifier: string; readonly weightIdentifier: string | null }
  | { readonly op: 'correct' | 'default' | 'map-response' | 'map-response-point'; readonly identifier: string }
  | { readonly op: 'math-constant'; readonly name: 'pi' | 'e' }
  | {
      readonly op: 'random-integer';
      readonly min: NumberOrVariable;
      readonly max: NumberOrVariable;
      readonly step: NumberOrVariable;
    }
  | { readonly op: 'random-float'; readonly min: NumberOrVariable; readonly max: NumberOrVariable }
  // Leaves of a test.
  | {
      readonly op: 'number-correct' | 'number-incorrect' | 'number-presented' | 'number-responded' | 'number-selected';
      readonly items: ItemSubset;
    }
  | {
      readonly op: 'outcome-maximum' | 'outcome-minimum';
      readonly outcomeIdentifier: string;
      readonly weightIdentifier: string | null;
      readonly items: ItemSubset;
    }
  | {
      readonly op: 'test-variables';
      readonly variableIdentifier: string;
      readonly weightIdentifier: string | null;
      readonly baseType: BaseType | null;
      readonly items: ItemSubset;
    }
  // Operators.
  | { readonly op: PlainOperator; readonly of: readonly Expression[] }
  | {
      readonly op: 'any-n';
      readonly min: NumberOrVariable;
      readonly max: NumberOrVariable;
      readonly of: readonly Expression[];
    }
  | {
      readonly op: 'equal';
      readonly toleranceMode: ToleranceMode;
      /** One or two tolerances: lower and upper; percent when relative. */
      readonly tolerance: readonly NumberOrVariable[];
      readonly includeLowerBound: boolean;
      readonly includeUpperBound: boolean;
      readonly of: readonly Expression[];
    }
  | {
      readonly op: 'equal-rounded' | 'round-to';
      readonly roundingMode: RoundingMode;
      readonly figures: NumberOrVariable;
      readonly of: readonly Expression[];
    }
  | { readonly op: 'field-value'; readonly fieldIdentifier: string; readonly of: readonly Expression[] }
  | { readonly op: 'index'; readonly n: NumberOrVariable; readonly of: readonly Expression[] }
  | { readonly op: 'inside'; readonly area: Area; readonly of: readonly Expression[] }
  | { readonly op: 'math-operator'; readonly name: MathFunction; readonly of: readonly Expression[] }
  | { readonly op: 'pattern-match'; readonly pattern: StringOrVariable; readonly of: readonly Expression[] }
  | { readonly op: 'repeat'; readonly numberRepeats: NumberOrVariable; readonly of: readonly Expression[] }
  | { readonly op: 'stats-operator'; readonly name: Statistic; readonly of: readonly Expression[] }
  | {
      readonly op: 'string-match';
      readonly caseSensitive: boolean;
      /** Deprecated in QTI: true matches a part of the first operand. */
      readonly substring: boolean;
      readonly of: readonly Expression[];
    }
  | { readonly op: 'substring'; readonly caseSensitive: boolean; readonly of: readonly Expression[] }
  /** An operator of a vendor: evaluated by a function that the caller knows by its class, NULL without one. */
  | {
      readonly op: 'custom-operator';
      readonly class: string | null;
      readonly definition: string | null;
      readonly attributes: Readonly<Record<string, string>>;
      readonly of: readonly Expression[];
    };
export type Operator = Expression['op'];
