import { ruleOf } from '../../evaluate/table.ts';
import { type Expression, PLAIN_OPERATORS } from '../../model/expression.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';
import { LEAVES } from './leaves.ts';
import { OperandAttributes } from './operand-attributes.ts';
import { OPERATORS } from './operators.ts';

/**
 * Reads an expression (QTI 3.0 ASI information model, abstract class LogicSingle and its kin) with all its operands.
 *
 * @throws {Unsupported} at the element that is not known, has an attribute that is not known or wrong, or has another
 * number of operands than it takes.
 */
export function readExpression(element: XmlElement, report: Report): Expression {
  const name = qtiName(element)?.replace(/^qti-/, '') ?? '';
  const attributes = new OperandAttributes(element, report);
  const expression = read(name, attributes, report);
  if (expression === undefined) throw new Unsupported(element, `<${element.local}> is no expression that is known`);
  attributes.finish();
  checkCount(expression, element);
  return expression;
}

function read(name: string, attributes: OperandAttributes, report: Report): Expression | undefined {
  if (Object.hasOwn(LEAVES, name)) return LEAVES[name]?.(attributes);
  const plain = PLAIN_OPERATORS.find((known) => known === name);
  if (plain !== undefined) return { op: plain, of: readOperands(attributes.element, report) };
  if (!isAttributed(name)) return undefined;
  return OPERATORS[name](attributes, readOperands(attributes.element, report));
}

const isAttributed = (name: string): name is keyof typeof OPERATORS => Object.hasOwn(OPERATORS, name);

function readOperands(element: XmlElement, report: Report): Expression[] {
  if (!isBlank(ownText(element))) throw new Unsupported(element, `text cannot stand in <${element.local}>; remove it`);
  return childElements(element).map((operand) => readExpression(operand, report));
}

function checkCount(expression: Expression, element: XmlElement): void {
  const [min, max] = ruleOf(expression.op).operands(expression);
  const given = childElements(element).length;
  if (given >= min && given <= max) return;
  const what = expression.op === 'math-operator' ? `the function ${expression.name}` : `<${element.local}>`;
  const noun = min === 1 ? 'operand' : 'operands';
  const wanted = max === Infinity ? `at least ${min} ${noun}` : `${min} ${noun}`;
  throw new Unsupported(element, `${what} takes ${wanted}; here ${given === 1 ? 'is' : 'are'} ${given}`);
}
