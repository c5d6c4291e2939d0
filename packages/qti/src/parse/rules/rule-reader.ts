import type { Expression } from '../../model/expression.ts';
import type { Branch, Condition } from '../../model/processing.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { OperandAttributes } from '../expressions/operand-attributes.ts';
import { readExpression } from '../expressions/read-expression.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';

/** Where rules and branches stood in the document, for the messages of what checks them later. */
export type Places = WeakMap<object, XmlElement>;

/** Reads the rules of one kind of processing. */
export interface RuleReader<R> {
  readonly report: Report;
  readonly places: Places;
  /** The names of its condition: `qti-response` for qti-response-condition, qti-response-if and so on. */
  readonly prefix: 'qti-response' | 'qti-template' | 'qti-outcome';
  /** Its rules other than the condition, by element. */
  readonly rules: Readonly<Record<string, (element: XmlElement, reader: RuleReader<R>) => R>>;
  /** Puts a condition among the rules. */
  readonly condition: (condition: Condition<R>) => R;
}

/** @throws {Unsupported} at the rule that is not understood. */
export function readRules<R extends object>(elements: readonly XmlElement[], reader: RuleReader<R>): R[] {
  return elements.map((element) => {
    const name = qtiName(element) ?? '';
    const rule =
      name === `${reader.prefix}-condition` ? readCondition(element, reader) : readSimple(name, element, reader);
    reader.places.set(rule, element);
    return rule;
  });
}

function readSimple<R>(name: string, element: XmlElement, reader: RuleReader<R>): R {
  const read = Object.hasOwn(reader.rules, name) ? reader.rules[name] : undefined;
  if (read === undefined) throw new Unsupported(element, `<${element.local}> is no rule that is known here`);
  return read(element, reader);
}

function readCondition<R extends object>(element: XmlElement, reader: RuleReader<R>): R {
  new OperandAttributes(element, reader.report).finish();
  const branches: Branch<R>[] = [];
  let otherwise: R[] | undefined;
  for (const child of childElements(element)) {
    const name = qtiName(child);
    new OperandAttributes(child, reader.report).finish();
    const inPlace = otherwise === undefined;
    if (inPlace && name === `${reader.prefix}-${branches.length === 0 ? 'if' : 'else-if'}`) {
      branches.push(readBranch(child, reader));
    } else if (inPlace && branches.length > 0 && name === `${reader.prefix}-else`) {
      otherwise = readRules(childElements(child), reader);
    } else {
      throw new Unsupported(child, `<${child.local}> cannot stand here: one if, then else-if, then at most one else`);
    }
  }
  if (branches.length === 0) throw new Unsupported(element, `<${element.local}> needs a <${reader.prefix}-if>`);
  return reader.condition({ rule: 'condition', branches, otherwise: otherwise ?? [] });
}

function readBranch<R extends object>(element: XmlElement, reader: RuleReader<R>): Branch<R> {
  const [first, ...rest] = childElements(element);
  if (first === undefined) throw new Unsupported(element, `<${element.local}> needs a condition`);
  const branch = { condition: readExpression(first, reader.report), rules: readRules(rest, reader) };
  reader.places.set(branch, first);
  return branch;
}

/** Reads a rule that sets a variable: its identifier and the one expression in it. */
export function readSetting<R>(
  element: XmlElement,
  reader: RuleReader<R>,
): { readonly identifier: string; readonly value: Expression } {
  const attributes = new OperandAttributes(element, reader.report);
  const identifier = attributes.identifier('identifier');
  attributes.finish();
  return { identifier, value: readOnly(element, reader) };
}

/** The one expression in a rule. */
export function readOnly<R>(element: XmlElement, reader: RuleReader<R>): Expression {
  const [only, more] = childElements(element);
  if (only === undefined || more !== undefined)
    throw new Unsupported(element, `<${element.local}> takes one expression`);
  if (!isBlank(ownText(element))) throw new Unsupported(element, `text cannot stand in <${element.local}>; remove it`);
  return readExpression(only, reader.report);
}

/** A rule without attributes and content. */
export function readEmpty<R>(element: XmlElement, reader: RuleReader<R>): void {
  new OperandAttributes(element, reader.report).finish();
  const [first] = childElements(element);
  if (first !== undefined) throw new Unsupported(first, `<${element.local}> takes no content`);
}
