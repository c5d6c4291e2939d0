import { bareOutcome } from '../model/bare-outcome.ts';
import type { OutcomeDeclaration } from '../model/declarations.ts';
import type { ResponseProcessing, TemplateRule } from '../model/processing.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Report } from './report.ts';
import { checkRules, type RuleProblem, type RuleScope } from './rules/check-rules.ts';
import { expressionScope } from './rules/expression-scope.ts';
import { BUILT_IN, type Variables } from './variables.ts';
import { widenOutcomes } from './widen-outcomes.ts';

interface Unchecked {
  readonly variables: Variables;
  readonly processing: ResponseProcessing;
  readonly templateRules: readonly TemplateRule[];
  /** Where a rule stood. */
  readonly at: (node: object) => XmlElement;
  readonly root: XmlElement;
}

interface Checked {
  readonly variables: Variables;
  readonly processing: ResponseProcessing;
  /** Why the rules of templates cannot be run; null when they can. */
  readonly templateReason: string | null;
}

/**
 * Checks all rules against the variables. What contradicts itself is reported and not run; what is only sloppy is mended and
 * reported: the outcome SCORE that a standard template sets and nobody declares, an integer outcome that is set to floats.
 */
export function checkItem(
  { variables: declared, processing, templateRules, at, root }: Unchecked,
  report: Report,
): Checked {
  const rules = processing.type === 'rules' ? processing.rules : [];
  const withScore = declareScore(declared, processing, root, report);
  const variables = widenOutcomes(withScore, rules, (current) => scopeOf(current).check, at, report);
  const scope = scopeOf(variables);
  warnOfMissingKey(variables, processing, templateRules.length > 0, at, report);
  const templateReason = settle(checkRules(templateRules, scope), 'template processing cannot be run', at, report);
  const reason = settle(checkRules(rules, scope), 'response processing cannot be run', at, report);
  return { variables, templateReason, processing: reason === null ? processing : { type: 'unsupported', reason } };
}

/** Reports the problems; gives the first that keeps the rules from running. */
export function settle(
  problems: readonly RuleProblem[],
  what: string,
  at: (node: object) => XmlElement,
  report: Report,
): string | null {
  for (const problem of problems) report.lose(at(problem.at), problem.mild ? problem.text : `${what}: ${problem.text}`);
  return problems.find(({ mild }) => !mild)?.text ?? null;
}

function scopeOf(variables: Variables): RuleScope {
  const { responses, outcomes, templates } = variables;
  const settable = {
    'set-outcome-value': [...outcomes, ...BUILT_IN.filter(({ identifier }) => identifier === 'completionStatus')],
    'lookup-outcome-value': outcomes,
    'set-template-value': templates,
    'set-correct-response': responses,
    'set-default-value': [...responses, ...outcomes],
  };
  return {
    check: expressionScope(variables),
    target: ({ rule, identifier }) => settable[rule].find((variable) => variable.identifier === identifier),
  };
}

function declareScore(
  variables: Variables,
  processing: ResponseProcessing,
  root: XmlElement,
  report: Report,
): Variables {
  const isTemplate = processing.type === 'rules' && processing.template !== null;
  if (!isTemplate || variables.outcomes.some(({ identifier }) => identifier === 'SCORE')) return variables;
  report.lose(
    root,
    `the template ${processing.template} sets the outcome "SCORE", which is not declared; read as a single float`,
  );
  return { ...variables, outcomes: [...variables.outcomes, SCORE] };
}

function warnOfMissingKey(
  { responses }: Variables,
  processing: ResponseProcessing,
  setsKeys: boolean,
  at: (node: object) => XmlElement,
  report: Report,
): void {
  if (processing.type !== 'rules' || processing.template === null || setsKeys) return;
  const response = responses.find(({ identifier }) => identifier === 'RESPONSE');
  if (!/match/.test(processing.template) || response === undefined || response.correct !== null) return;
  report.lose(
    at(processing.rules),
    `${processing.template} needs a <qti-correct-response> of "RESPONSE"; without one every answer scores 0`,
  );
}

const SCORE: OutcomeDeclaration = bareOutcome('SCORE', 'float');
