import type { Expression } from './expression.ts';

/** An if or else-if: its rules run when `condition` is true; false and NULL go on to the next branch. */
export interface Branch<R> {
  readonly condition: Expression;
  readonly rules: readonly R[];
}

/** The first branch whose condition is true, or `otherwise`. */
export interface Condition<R> {
  readonly rule: 'condition';
  readonly branches: readonly Branch<R>[];
  readonly otherwise: readonly R[];
}

interface SetOutcome {
  readonly rule: 'set-outcome-value';
  readonly identifier: string;
  readonly value: Expression;
}

/** Sets an outcome by its own lookup table (element qti-lookup-outcome-value). */
interface LookupOutcome {
  readonly rule: 'lookup-outcome-value';
  readonly identifier: string;
  readonly value: Expression;
}

/** A group of rules that run in order (elements qti-response-processing-fragment, qti-outcome-processing-fragment). */
interface Fragment<R> {
  readonly rule: 'fragment';
  readonly rules: readonly R[];
}

/** A rule of response processing. `condition` is qti-response-condition. `exit` ends the processing. */
export type ResponseRule =
  | Condition<ResponseRule>
  | SetOutcome
  | LookupOutcome
  | Fragment<ResponseRule>
  | { readonly rule: 'exit' };

/** A rule of outcome processing of a test. */
export type OutcomeRule =
  | Condition<OutcomeRule>
  | SetOutcome
  | LookupOutcome
  | Fragment<OutcomeRule>
  | { readonly rule: 'exit' };

/** A rule of template processing. `constraint` begins all anew while its condition is not true, 100 times at most. */
export type TemplateRule =
  | Condition<TemplateRule>
  | {
      readonly rule: 'set-template-value' | 'set-correct-response' | 'set-default-value';
      readonly identifier: string;
      readonly value: Expression;
    }
  | { readonly rule: 'constraint'; readonly condition: Expression }
  | { readonly rule: 'exit' };

/** The standard templates of response processing; the last three are those of Common Cartridge. */
export const STANDARD_TEMPLATES = [
  'match_correct',
  'map_response',
  'map_response_point',
  'CC2_match',
  'CC2_match_basic',
  'CC2_map_response',
] as const;
export type StandardTemplate = (typeof STANDARD_TEMPLATES)[number];

/**
 * How responses become outcomes (element qti-response-processing).
 *
 * - `rules`: the rules to run in order; `template` names the standard template that they came from, or is null.
 * - `none`: the item declares none: outcomes keep their defaults (a person or another system scores it).
 * - `unsupported`: something in it is not understood or contradicts itself, so none of it is run.
 */
export type ResponseProcessing =
  | { readonly type: 'rules'; readonly template: StandardTemplate | null; readonly rules: readonly ResponseRule[] }
  | { readonly type: 'none' }
  | { readonly type: 'unsupported'; readonly reason: string };
