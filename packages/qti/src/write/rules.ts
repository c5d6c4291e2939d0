import type {
  Condition,
  OutcomeRule,
  ResponseProcessing,
  ResponseRule,
  StandardTemplate,
  TemplateRule,
} from '../model/processing.ts';
import { expressionPart } from './expression.ts';
import { part, type XmlPart } from './xml.ts';

type Kind = 'response' | 'outcome' | 'template';

/** Where 1EdTech keeps the standard templates of response processing. */
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/';

/** The address of a standard template (QTI 3.0 ASI information model, class ResponseProcessing, attribute template). */
function templateAddress(template: StandardTemplate): string {
  return `${TEMPLATES}${template}`;
}

/** Writes qti-response-processing; nothing for an item that declares none or whose processing was not understood. */
export function responseProcessingPart(processing: ResponseProcessing, losses: string[]): XmlPart[] {
  switch (processing.type) {
    case 'none':
      return [];
    case 'unsupported':
      losses.push(`the response processing is left out, since it was not understood: ${processing.reason}`);
      return [];
    case 'rules':
      if (processing.template !== null) {
        return [part('qti-response-processing', { template: templateAddress(processing.template) })];
      }
      return [
        part(
          'qti-response-processing',
          {},
          processing.rules.map((rule) => rulePart(rule, 'response')),
        ),
      ];
  }
}

/** Writes qti-outcome-processing; nothing without rules. */
export function outcomeProcessingPart(rules: readonly OutcomeRule[]): XmlPart[] {
  if (rules.length === 0) return [];
  return [
    part(
      'qti-outcome-processing',
      {},
      rules.map((rule) => rulePart(rule, 'outcome')),
    ),
  ];
}

/** Writes qti-template-processing; nothing without rules. */
export function templateProcessingPart(rules: readonly TemplateRule[]): XmlPart[] {
  if (rules.length === 0) return [];
  return [
    part(
      'qti-template-processing',
      {},
      rules.map((rule) => rulePart(rule, 'template')),
    ),
  ];
}

function rulePart(rule: ResponseRule | OutcomeRule | TemplateRule, kind: Kind): XmlPart {
  switch (rule.rule) {
    case 'condition':
      return conditionPart(rule, kind);
    case 'fragment':
      return part(
        `qti-${kind}-processing-fragment`,
        {},
        rule.rules.map((inner) => rulePart(inner, kind)),
      );
    case 'exit':
      return part(kind === 'outcome' ? 'qti-exit-test' : `qti-exit-${kind}`);
    case 'constraint':
      return part('qti-template-constraint', {}, [expressionPart(rule.condition)]);
    default:
      return part(`qti-${rule.rule}`, { identifier: rule.identifier }, [expressionPart(rule.value)]);
  }
}

function conditionPart(
  { branches, otherwise }: Condition<ResponseRule> | Condition<OutcomeRule> | Condition<TemplateRule>,
  kind: Kind,
): XmlPart {
  const written = branches.map(({ condition, rules }, index) =>
    part(`qti-${kind}-${index === 0 ? 'if' : 'else-if'}`, {}, [
      expressionPart(condition),
      ...rules.map((rule) => rulePart(rule, kind)),
    ]),
  );
  const last =
    otherwise.length === 0
      ? []
      : [
          part(
            `qti-${kind}-else`,
            {},
            otherwise.map((rule) => rulePart(rule, kind)),
          ),
        ];
  return part(`qti-${kind}-condition`, {}, [...written, ...last]);
}
