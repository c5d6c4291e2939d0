import type { Branch, ResponseProcessing, Rule, StandardTemplate } from '../model/processing.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { isBoolean, readExpression, type Variables } from './expression.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';
import { standardTemplate, templateRules } from './templates.ts';
import { Unsupported } from './unsupported.ts';

/**
 * Reads qti-response-processing: a standard template, or explicit rules. An unknown template with rules beside it is
 * scored by the rules. Anything not understood makes the whole unsupported: half a scoring is a wrong scoring.
 */
export function readProcessing(element: XmlElement, variables: Variables, report: Report): ResponseProcessing {
  const attributes = new Attributes(element, report);
  const uri = attributes.take('template');
  // Where a copy of the template lies; the standard ones are built in.
  attributes.take('template-location');
  attributes.finish();
  const template = uri === undefined ? undefined : standardTemplate(uri);
  try {
    if (template !== undefined) {
      return { type: 'rules', template, rules: readTemplate(element, template, variables, report) };
    }
    const before = report.losses;
    const rules = readRules(childElements(element), variables, report);
    // An attribute that is not understood may change what a rule means.
    if (report.losses > before) return { type: 'unsupported' };
    if (rules.length === 0 && uri !== undefined) {
      throw new Unsupported(
        element,
        `the template "${uri.slice(0, 100)}" is not supported; use match_correct or rules`,
      );
    }
    return { type: 'rules', template: null, rules };
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    report.lose(error.element, `response processing cannot be run: ${error.message}`);
    return { type: 'unsupported' };
  }
}

function readTemplate(element: XmlElement, template: StandardTemplate, variables: Variables, report: Report): Rule[] {
  const response = variables.responses.find(({ identifier }) => identifier === 'RESPONSE');
  const score = variables.outcomes.find(({ identifier }) => identifier === 'SCORE');
  if (response === undefined || score?.baseType !== 'float' || score.cardinality !== 'single') {
    throw new Unsupported(element, `${template} needs a response "RESPONSE" and a single float outcome "SCORE"`);
  }
  if (template === 'map_response' && response.mapping === null) {
    throw new Unsupported(element, 'map_response needs a <qti-mapping> of "RESPONSE"');
  }
  if (template === 'match_correct' && response.correct.length === 0) {
    report.lose(
      element,
      'match_correct needs a <qti-correct-response> of "RESPONSE"; without one every answer scores 0',
    );
  }
  if (childElements(element).length > 0) report.lose(element, `rules beside the template ${template} are not run`);
  return templateRules(template, response.cardinality);
}

function readRules(elements: readonly XmlElement[], variables: Variables, report: Report): Rule[] {
  return elements.flatMap((element) => {
    switch (qtiName(element)) {
      case 'qti-response-condition':
        new Attributes(element, report).finish();
        return [readCondition(element, variables, report)];
      case 'qti-set-outcome-value':
        return [readSetOutcome(element, variables, report)];
      case 'qti-exit-response':
        new Attributes(element, report).finish();
        return [{ rule: 'exit-response' }];
      case 'qti-response-processing-fragment':
        new Attributes(element, report).finish();
        return readRules(childElements(element), variables, report);
      default:
        throw new Unsupported(element, `<${element.local}> is not supported`);
    }
  });
}

function readCondition(element: XmlElement, variables: Variables, report: Report): Rule {
  const branches: Branch[] = [];
  let otherwise: Rule[] | undefined;
  for (const child of childElements(element)) {
    const name = qtiName(child);
    new Attributes(child, report).finish();
    const inPlace = otherwise === undefined;
    if (inPlace && name === (branches.length === 0 ? 'qti-response-if' : 'qti-response-else-if')) {
      branches.push(readBranch(child, variables, report));
    } else if (inPlace && branches.length > 0 && name === 'qti-response-else') {
      otherwise = readRules(childElements(child), variables, report);
    } else {
      throw new Unsupported(child, `<${child.local}> cannot stand here: if, then else-if, then else`);
    }
  }
  if (branches.length === 0) throw new Unsupported(element, 'a condition needs a <qti-response-if>');
  return { rule: 'response-condition', branches, otherwise: otherwise ?? [] };
}

function readBranch(element: XmlElement, variables: Variables, report: Report): Branch {
  const [first, ...rest] = childElements(element);
  if (first === undefined) throw new Unsupported(element, `<${element.local}> needs a condition`);
  const { expression, type } = readExpression(first, variables, report);
  if (type !== null && !isBoolean(type))
    throw new Unsupported(first, `the condition of <${element.local}> must be boolean`);
  return { condition: expression, rules: readRules(rest, variables, report) };
}

function readSetOutcome(element: XmlElement, variables: Variables, report: Report): Rule {
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier('identifier');
  attributes.finish();
  const outcome = variables.outcomes.find((declared) => declared.identifier === identifier);
  if (outcome === undefined) throw new Unsupported(element, `the outcome "${identifier}" is not declared`);
  const [child, more] = childElements(element);
  if (child === undefined || more !== undefined) throw new Unsupported(element, 'one expression sets an outcome');
  const { expression, type } = readExpression(child, variables, report);
  const widened = type?.baseType === 'integer' && outcome.baseType === 'float';
  if (type !== null && (type.cardinality !== outcome.cardinality || (type.baseType !== outcome.baseType && !widened))) {
    throw new Unsupported(child, `"${identifier}" is ${outcome.cardinality} ${outcome.baseType}, the value is not`);
  }
  return { rule: 'set-outcome-value', identifier, value: expression };
}
