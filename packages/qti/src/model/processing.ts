import type { BaseType, Cardinality, ScalarValue } from './item.ts';

/**
 * An expression of response processing, named after its QTI element without `qti-`. Types are checked at parse, so
 * evaluation needs no check: operands of `match` agree, logic has boolean operands, `sum` numeric ones.
 */
export type Expression =
  | { readonly op: 'null' }
  | { readonly op: 'variable'; readonly identifier: string }
  | { readonly op: 'correct'; readonly identifier: string }
  | { readonly op: 'map-response'; readonly identifier: string }
  | { readonly op: 'base-value'; readonly baseType: BaseType; readonly value: ScalarValue }
  | { readonly op: 'match'; readonly cardinality: Cardinality; readonly of: readonly [Expression, Expression] }
  | { readonly op: 'member'; readonly of: readonly [Expression, Expression] }
  | { readonly op: 'is-null'; readonly of: Expression }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'and' | 'or' | 'sum'; readonly of: readonly Expression[] };

/** One qti-response-if or qti-response-else-if: its rules run when `condition` is true, not when false or NULL. */
export interface Branch {
  readonly condition: Expression;
  readonly rules: readonly Rule[];
}

/** A rule of response processing. */
export type Rule =
  | { readonly rule: 'set-outcome-value'; readonly identifier: string; readonly value: Expression }
  | { readonly rule: 'response-condition'; readonly branches: readonly Branch[]; readonly otherwise: readonly Rule[] }
  | { readonly rule: 'exit-response' };

/** The standard templates of response processing that are understood. */
export type StandardTemplate = 'match_correct' | 'map_response';

/**
 * How responses become outcomes (element qti-response-processing).
 *
 * - `rules`: the rules to run in order; `template` names the standard template that they came from, or is null.
 * - `none`: the item declares none: outcomes keep their defaults (a person or another system scores it).
 * - `unsupported`: something in it, or something that it rests on (a template that sets the key, a response without an
 *   interaction), is not understood, so none of it is run.
 */
export type ResponseProcessing =
  | { readonly type: 'rules'; readonly template: StandardTemplate | null; readonly rules: readonly Rule[] }
  | { readonly type: 'none' }
  | { readonly type: 'unsupported' };
