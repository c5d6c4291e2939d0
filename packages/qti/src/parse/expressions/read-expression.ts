import { type Expression, PLAIN_OPERATORS } from '../../model/expression.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';
import { LEAVES } from './leaves.ts';
import { OperandAttributes } from './operand-attributes.ts';
import { ATTRIBUTED_OPERANDS, countInWords, type OperandCount, PLAIN_OPERANDS } from './operands.ts';
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
  return expression;
}

function read(name: string, attributes: OperandAttributes, report: Report): Expression | undefined {
  const { element } = attributes;
  if (Object.hasOwn(LEAVES, name)) {
    if (childElements(element).length > 0) throw wrongCount(element, [0, 0]);
    return LEAVES[name]?.(attributes);
  }
  const plain = PLAIN_OPERATORS.find((known) => known === name);
  if (plain !== undefined) return { op: plain, of: readOperands(element, PLAIN_OPERANDS[plain], report) };
  if (!isAttributed(name)) return undefined;
  return OPERATORS[name](attributes, readOperands(element, ATTRIBUTED_OPERANDS[name], report));
}

const isAttributed = (name: string): name is keyof typeof OPERATORS => Object.hasOwn(OPERATORS, name);

function readOperands(element: XmlElement, count: OperandCount, report: Report): Expression[] {
  const operands = childElements(element);
  if (operands.length < count[0] || operands.length > count[1]) throw wrongCount(element, count);
  if (!isBlank(ownText(element))) throw new Unsupported(element, `text cannot stand in <${element.local}>; remove it`);
  return operands.map((operand) => readExpression(operand, report));
}

function wrongCount(element: XmlElement, count: OperandCount): Unsupported {
  const given = childElements(element).length;
  return new Unsupported(
    element,
    `<${element.local}> takes ${countInWords(count)}; here ${given === 1 ? 'is' : 'are'} ${given}`,
  );
}
