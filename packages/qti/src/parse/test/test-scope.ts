import type { Expression } from '../../model/expression.ts';
import type { BranchRule, ItemSessionControl, TimeLimits } from '../../model/test.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { OperandAttributes } from '../expressions/operand-attributes.ts';
import { readExpression } from '../expressions/read-expression.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import type { Parts } from '../parts-of-element.ts';
import type { Report } from '../report.ts';
import type { Places } from '../rules/rule-reader.ts';
import { Unsupported } from '../unsupported.ts';

/** What the readers of a test, or of a section in a file of its own, share. */
export interface TestScope {
  readonly report: Report;
  readonly content: ItemScope;
  /** Where nodes, rules and expressions stood. */
  readonly places: Places;
  /** The identifiers of parts, sections and items so far. */
  readonly identifiers: Set<string>;
}

/** The children that parts, sections and item references have alike. */
export const FLOW_CHILDREN = ['qti-pre-condition', 'qti-branch-rule', 'qti-item-session-control', 'qti-time-limits'];

/** Takes the identifier of a part, section or item reference; one that is used before refuses the document. */
export function takeIdentifier(attributes: Attributes, scope: TestScope): string {
  const identifier = attributes.identifier('identifier');
  if (scope.identifiers.has(identifier)) {
    scope.report.refuse(attributes.element, `the identifier "${identifier}" is used twice in this test; rename one`);
  }
  scope.identifiers.add(identifier);
  return identifier;
}

/** Reads what parts, sections and item references have alike (abstract classes of the test's structure). */
export function readFlow(parts: Parts, scope: TestScope) {
  const { report } = scope;
  const control = parts.only('qti-item-session-control');
  const limits = parts.only('qti-time-limits');
  return {
    preConditions: parts.all('qti-pre-condition').flatMap((element) => readPreCondition(element, scope)),
    branchRules: parts.all('qti-branch-rule').flatMap((element) => readBranchRule(element, scope)),
    itemSessionControl: control === undefined ? null : readControl(control, report),
    timeLimits: limits === undefined ? null : readTimeLimits(limits, report),
  };
}

function readPreCondition(element: XmlElement, scope: TestScope): Expression[] {
  new Attributes(element, scope.report).finish();
  return readInner(element, scope);
}

function readBranchRule(element: XmlElement, scope: TestScope): BranchRule[] {
  const attributes = new Attributes(element, scope.report);
  const target = attributes.identifier('target');
  attributes.finish();
  return readInner(element, scope).map((condition) => {
    const rule = { target, condition };
    scope.places.set(rule, element);
    return rule;
  });
}

/** The one expression in an element; none, reported, where it is not understood. */
export function readInner(element: XmlElement, { report, places }: TestScope): Expression[] {
  try {
    const [only, more] = childElements(element);
    if (only === undefined || more !== undefined) throw new Unsupported(element, 'one expression is needed');
    const expression = readExpression(only, report);
    places.set(expression, element);
    return [expression];
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    report.lose(error.element, `<${element.local}> is left out: ${error.message}`);
    return [];
  }
}

/** Reads qti-item-session-control (class ItemSessionControl). */
function readControl(element: XmlElement, report: Report): ItemSessionControl {
  const attributes = new Attributes(element, report);
  const flag = (name: string) => (attributes.has(name) ? attributes.boolean(name, false) : null);
  const control = {
    maxAttempts: attributes.has('max-attempts') ? attributes.count('max-attempts', 1) : null,
    showFeedback: flag('show-feedback'),
    allowReview: flag('allow-review'),
    showSolution: flag('show-solution'),
    allowComment: flag('allow-comment'),
    allowSkipping: flag('allow-skipping'),
    validateResponses: flag('validate-responses'),
  };
  attributes.finish();
  return control;
}

/** Reads qti-time-limits (class TimeLimits). */
export function readTimeLimits(element: XmlElement, report: Report): TimeLimits {
  const attributes = new Attributes(element, report);
  const minSeconds = attributes.number('min-time');
  const maxSeconds = attributes.number('max-time');
  const allowLateSubmission = attributes.boolean('allow-late-submission', false);
  attributes.finish();
  if ((minSeconds ?? 0) < 0 || (maxSeconds ?? 0) < 0) report.refuse(element, 'a time limit must not be negative');
  if (minSeconds !== null && maxSeconds !== null && minSeconds > maxSeconds) {
    report.refuse(element, 'min-time must not be above max-time');
  }
  return { minSeconds, maxSeconds, allowLateSubmission };
}

/** The value of a template variable that an item reference sets; none where it is not understood. */
export function readTemplateDefault(element: XmlElement, scope: TestScope) {
  const attributes = new OperandAttributes(element, scope.report);
  const identifier = attributes.identifier('template-identifier');
  attributes.finish();
  return readInner(element, scope).map((value) => ({ identifier, value }));
}
