import type { Mapping } from '../../model/declarations.ts';
import type { Expression } from '../../model/expression.ts';
import type { ResponseProcessing, ResponseRule } from '../../model/processing.ts';
import { templateRules } from '../../process/standard-templates.ts';

/** The variable of the name. */
export const variable = (identifier: string): Expression => ({ op: 'variable', identifier, weightIdentifier: null });

/** A number of points. */
export const points = (value: number): Expression => ({ op: 'base-value', baseType: 'float', value });

export const setOutcome = (identifier: string, value: Expression): ResponseRule => ({
  rule: 'set-outcome-value',
  identifier,
  value,
});

const unanswered = (identifier: string): Expression => ({ op: 'is-null', of: [variable(identifier)] });

const choose = (condition: Expression, then: ResponseRule, otherwise: ResponseRule): ResponseRule => ({
  rule: 'condition',
  branches: [{ condition, rules: [then] }],
  otherwise: [otherwise],
});

/** One point for the key, by the standard template match_correct. */
export function matchCorrect(): ResponseProcessing {
  return { type: 'rules', template: 'match_correct', rules: templateRules('match_correct', []) };
}

/** The points of the mapping, by the standard template map_response. */
export function mapResponse(): ResponseProcessing {
  return { type: 'rules', template: 'map_response', rules: templateRules('map_response', []) };
}

/** As match_correct, with any number of points for the key. */
export function matchCorrectRule(worth: number): ResponseRule {
  const match: Expression = { op: 'match', of: [variable('RESPONSE'), { op: 'correct', identifier: 'RESPONSE' }] };
  return choose(match, setOutcome('SCORE', points(worth)), setOutcome('SCORE', points(0)));
}

/** As map_response, of any response and outcome. */
export function mapResponseRule(identifier: string, outcome: string): ResponseRule {
  return choose(
    unanswered(identifier),
    setOutcome(outcome, points(0)),
    setOutcome(outcome, { op: 'map-response', identifier }),
  );
}

/** Points by response. */
export function mapping(
  entries: readonly (readonly [key: string, value: number])[],
  bounds: { readonly lower?: number; readonly upper?: number; readonly caseSensitive?: boolean } = {},
): Mapping {
  return {
    defaultValue: 0,
    lowerBound: bounds.lower ?? null,
    upperBound: bounds.upper ?? null,
    entries: entries.map(([key, value]) => ({ key, value, caseSensitive: bounds.caseSensitive ?? true })),
  };
}

/** SCORE as the sum of what each response earns. */
export function sumOf(parts: readonly { readonly rule: ResponseRule; readonly outcome: string }[]): ResponseProcessing {
  const total: Expression = { op: 'sum', of: parts.map(({ outcome }) => variable(outcome)) };
  return { type: 'rules', template: null, rules: [...parts.map(({ rule }) => rule), setOutcome('SCORE', total)] };
}

/** Points without the noise of binary fractions: a third of 1 is 0.33333. */
export function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
