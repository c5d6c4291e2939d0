import type { Expression } from '../model/expression.ts';
import { type ResponseRule, STANDARD_TEMPLATES, type StandardTemplate } from '../model/processing.ts';

const ADDRESS = new RegExp(
  [
    '^https?://(?:purl\\.imsglobal\\.org/spec/qti/v\\d+p\\d+',
    '|www\\.imsglobal\\.org/(?:spec/qti/v\\d+p\\d+|question/(?:qti_v\\d+p\\d+|qtiv2p\\d+)))',
    '/rptemplates/(\\w+?)(?:\\.xml)?$',
  ].join(''),
);

/**
 * The standard template that an address names (QTI 3.0 ASI information model, class ResponseProcessing, attribute
 * template); undefined for any other. The addresses of QTI 2.0 to 3.0 on both hosts are known, with and without `.xml`:
 * the templates mean the same in all of them.
 */
export function standardTemplate(uri: string): StandardTemplate | undefined {
  const name = ADDRESS.exec(uri.trim())?.[1];
  return STANDARD_TEMPLATES.find((template) => template === name);
}

const RESPONSE: Expression = { op: 'variable', identifier: 'RESPONSE', weightIdentifier: null };
const SCORE: Expression = { op: 'variable', identifier: 'SCORE', weightIdentifier: null };
const MAXSCORE: Expression = { op: 'variable', identifier: 'MAXSCORE', weightIdentifier: null };
const IS_KEY: Expression = { op: 'match', of: [RESPONSE, { op: 'correct', identifier: 'RESPONSE' }] };

const points = (value: number): Expression => ({ op: 'base-value', baseType: 'float', value });
const word = (value: string): Expression => ({ op: 'base-value', baseType: 'identifier', value });
const set = (identifier: string, value: Expression): ResponseRule => ({ rule: 'set-outcome-value', identifier, value });
const choose = (
  condition: Expression,
  rules: readonly ResponseRule[],
  otherwise: readonly ResponseRule[],
): ResponseRule => ({ rule: 'condition', branches: [{ condition, rules }], otherwise });

/** Nothing answered earns nothing, whatever the default of the mapping. */
const mapped = (op: 'map-response' | 'map-response-point'): ResponseRule =>
  choose({ op: 'is-null', of: [RESPONSE] }, [set('SCORE', points(0))], [set('SCORE', { op, identifier: 'RESPONSE' })]);

/**
 * The rules that a standard template stands for, over the variables that it presumes: RESPONSE and SCORE; of those of
 * Common Cartridge also MAXSCORE, FEEDBACK and FEEDBACKBASIC, each only where the item declares it. Without MAXSCORE the key is
 * worth 1.
 *
 * @param outcomes the identifiers of the outcomes that the item declares.
 */
export function templateRules(template: StandardTemplate, outcomes: readonly string[]): readonly ResponseRule[] {
  const declared = (identifier: string, value: Expression) =>
    outcomes.includes(identifier) ? [set(identifier, value)] : [];
  const most = outcomes.includes('MAXSCORE') ? MAXSCORE : points(1);
  switch (template) {
    case 'match_correct':
      return [choose(IS_KEY, [set('SCORE', points(1))], [set('SCORE', points(0))])];
    case 'map_response':
      return [mapped('map-response')];
    case 'map_response_point':
      return [mapped('map-response-point')];
    case 'CC2_match':
      return [...declared('FEEDBACK', RESPONSE), choose(IS_KEY, [set('SCORE', most)], [])];
    case 'CC2_match_basic':
      return [
        choose(
          IS_KEY,
          [set('SCORE', most), ...declared('FEEDBACKBASIC', word('correct'))],
          declared('FEEDBACKBASIC', word('incorrect')),
        ),
      ];
    case 'CC2_map_response':
      return [
        mapped('map-response'),
        ...(outcomes.includes('FEEDBACK')
          ? [choose(isWorth(most), [set('FEEDBACK', word('correct'))], [set('FEEDBACK', word('incorrect'))])]
          : []),
      ];
  }
}

const isWorth = (most: Expression): Expression => ({
  op: 'equal',
  toleranceMode: 'exact',
  tolerance: [],
  includeLowerBound: true,
  includeUpperBound: true,
  of: [most, SCORE],
});
