import type { Expression, Rule, StandardTemplate } from '../model/processing.ts';

const RESPONSE: Expression = { op: 'variable', identifier: 'RESPONSE' };

const setScore = (value: Expression): Rule => ({ rule: 'set-outcome-value', identifier: 'SCORE', value });
const points = (value: number): Expression => ({ op: 'base-value', baseType: 'float', value });

/**
 * The standard template that a URI names; undefined for any other. Both hosts of QTI 3's templates and the addresses of
 * QTI 2, whose templates mean the same, are known, with and without `.xml`.
 */
export function standardTemplate(uri: string): StandardTemplate | undefined {
  const match =
    /^https?:\/\/(?:purl\.imsglobal\.org\/spec\/qti\/v3p0|www\.imsglobal\.org\/question\/qti_v(?:3p0|2p[012]))\/rptemplates\/(match_correct|map_response)(?:\.xml)?$/.exec(
      uri.trim(),
    );
  return match?.[1] === 'match_correct' || match?.[1] === 'map_response' ? match[1] : undefined;
}

/** The rules that a standard template stands for, over the variables RESPONSE and SCORE that it presumes. */
export function templateRules(
  template: StandardTemplate,
  cardinality: Extract<Expression, { op: 'match' }>['cardinality'],
): Rule[] {
  if (template === 'match_correct') {
    const match: Expression = { op: 'match', cardinality, of: [RESPONSE, { op: 'correct', identifier: 'RESPONSE' }] };
    return [choose(match, setScore(points(1)), setScore(points(0)))];
  }
  const mapped = setScore({ op: 'map-response', identifier: 'RESPONSE' });
  return [choose({ op: 'is-null', of: RESPONSE }, setScore(points(0)), mapped)];
}

function choose(condition: Expression, then: Rule, otherwise: Rule): Rule {
  return { rule: 'response-condition', branches: [{ condition, rules: [then] }], otherwise: [otherwise] };
}
