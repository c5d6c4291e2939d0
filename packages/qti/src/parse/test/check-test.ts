import type { AssessmentTest, BranchRule, SectionPart, TestPart } from '../../model/test.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { settle } from '../check-item.ts';
import type { Report } from '../report.ts';
import { checkCondition, checkRules, type RuleScope } from '../rules/check-rules.ts';
import { expressionScope } from '../rules/expression-scope.ts';
import { BUILT_IN } from '../variables.ts';
import { widenOutcomes } from '../widen-outcomes.ts';
import { type Ahead, isAhead } from './branch-targets.ts';

type At = (node: object) => XmlElement;
type Node = TestPart | SectionPart;

/**
 * Checks the expressions and branch targets of a test. A pre-condition, branch rule or outcome processing that cannot mean
 * anything is left out and reported.
 */
export function checkTest(test: AssessmentTest, at: At, report: Report): AssessmentTest {
  const nodes = test.parts.flatMap((part) => [part, ...part.sections.flatMap(inside)]);
  const outcomes = widen(test, nodes, at, report);
  const scope = scopeOf({ ...test, outcomes }, nodes);
  const order = { nodes, isOpen: nodes.some((node) => 'type' in node && node.type === 'section-ref') };
  const check = checker(scope, order, at, report);
  const parts = test.parts.map((part): TestPart => {
    const sections = part.sections.map(check.inside).filter((child) => child.type !== 'item-ref');
    return { ...part, ...check.flow(part), sections };
  });
  const problems = checkRules(test.outcomeProcessing, scope);
  const reason = settle(problems, 'outcome processing cannot be run and is left out', at, report);
  return { ...test, outcomes, parts, outcomeProcessing: reason === null ? test.outcomeProcessing : [] };
}

/** Weighted scores are floats, whatever type a tool declares their sum of. */
function widen(test: AssessmentTest, nodes: readonly Node[], at: At, report: Report): AssessmentTest['outcomes'] {
  const variables = { contexts: test.contexts, outcomes: test.outcomes, responses: [], templates: [] };
  const checkOf = ({ outcomes }: Pick<AssessmentTest, 'outcomes'>) => scopeOf({ ...test, outcomes }, nodes).check;
  return widenOutcomes(variables, test.outcomeProcessing, checkOf, at, report).outcomes;
}

function checker(scope: RuleScope, order: Ahead, at: At, report: Report) {
  const holds = (condition: Parameters<typeof checkCondition>[1], what: string) => {
    return settle(checkCondition(condition, condition, scope), `${what} is left out`, at, report) === null;
  };
  const flow = (node: Exclude<Node, { type: 'section-ref' }>) => ({
    preConditions: node.preConditions.filter((condition) => holds(condition, 'a pre-condition')),
    branchRules: node.branchRules.filter((rule) => {
      return isReachable(node, rule, order, at, report) && holds(rule.condition, 'a branch rule');
    }),
  });
  const inner = (node: SectionPart): SectionPart => {
    if (node.type === 'section-ref') return node;
    if (node.type === 'section') return { ...node, ...flow(node), children: node.children.map(inner) };
    const templateDefaults = node.templateDefaults.filter(({ value }) => {
      const problems = scope.check(value).problems.map((text) => ({ at: value, text, mild: false }));
      return settle(problems, 'the default of a template variable is left out', at, report) === null;
    });
    return { ...node, ...flow(node), templateDefaults };
  };
  return { flow, inside: inner };
}

function isReachable(node: Node, rule: BranchRule, order: Ahead, at: At, report: Report): boolean {
  const wrong = isAhead(node, rule.target, order);
  if (wrong === null) return true;
  report.lose(at(rule), `the branch to "${rule.target}" is left out: ${wrong}`);
  return false;
}

function inside(node: SectionPart): Node[] {
  return node.type === 'section' ? [node, ...node.children.flatMap(inside)] : [node];
}

/** The variables of items are known by name alone: their types are those of other documents. */
function scopeOf(test: AssessmentTest, nodes: readonly Node[]): RuleScope {
  const { contexts, outcomes } = test;
  const variables = { contexts, outcomes, responses: [], templates: [] };
  const names = new Set(nodes.map(({ identifier }) => identifier));
  const isOpen = nodes.some((node) => 'type' in node && node.type === 'section-ref');
  const typeOf = (identifier: string): null | undefined => {
    // ITEM.VARIABLE, or ITEM.3.VARIABLE of the third time that an item was selected.
    const prefixes = identifier.split('.').map((_, index, all) => all.slice(0, index).join('.'));
    return prefixes.some((prefix) => names.has(prefix)) || (isOpen && identifier.includes('.')) ? null : undefined;
  };
  const settable = [...outcomes, ...BUILT_IN.filter(({ identifier }) => identifier === 'completionStatus')];
  return {
    check: expressionScope(variables, typeOf),
    target: ({ rule, identifier }) =>
      rule === 'set-outcome-value' || rule === 'lookup-outcome-value'
        ? settable.find((variable) => variable.identifier === identifier)
        : undefined,
  };
}
