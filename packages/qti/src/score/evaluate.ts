import type { Mapping, OutcomeValue, ResponseDeclaration, ScalarValue } from '../model/item.ts';
import type { Expression } from '../model/processing.ts';

/** The variables of one item session. An absent variable does not occur: names are checked at parse. */
export interface Session {
  readonly declarations: ReadonlyMap<string, ResponseDeclaration>;
  readonly variables: Map<string, OutcomeValue>;
}

/**
 * The value of an expression; null is QTI's NULL. Logic is three-valued: `and` is false when any operand is false, else
 * NULL when any is NULL; `or` likewise with true; `not`, `match`, `member` and `sum` of NULL are NULL.
 */
export function evaluate(expression: Expression, session: Session): OutcomeValue {
  switch (expression.op) {
    case 'null':
      return null;
    case 'variable':
      return session.variables.get(expression.identifier) ?? null;
    case 'correct':
      return correctOf(session.declarations.get(expression.identifier));
    case 'map-response': {
      const mapping = session.declarations.get(expression.identifier)?.mapping ?? null;
      return mapping === null ? null : mapped(mapping, listOf(session.variables.get(expression.identifier) ?? null));
    }
    case 'base-value':
      return expression.value;
    case 'match': {
      const [left, right] = expression.of.map((operand) => evaluate(operand, session));
      if (isNull(left) || isNull(right)) return null;
      return expression.cardinality === 'multiple'
        ? sameBag(listOf(left), listOf(right))
        : sameList(listOf(left), listOf(right));
    }
    case 'member': {
      const [one, many] = expression.of.map((operand) => evaluate(operand, session));
      if (isNull(one) || isNull(many) || typeof one === 'object') return null;
      return listOf(many).includes(one);
    }
    case 'is-null':
      return isNull(evaluate(expression.of, session));
    case 'not': {
      const value = evaluate(expression.of, session);
      return value === null ? null : value === false;
    }
    case 'and':
      return decide(expression.of, false, session);
    case 'or':
      return decide(expression.of, true, session);
    case 'sum':
      return sum(expression.of, session);
  }
}

/** NULL, an empty container and an empty string are one and the same to QTI. */
function isNull(value: OutcomeValue | undefined): value is null | undefined {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && value.length === 0);
}

function listOf(value: OutcomeValue): readonly ScalarValue[] {
  if (value === null) return [];
  return typeof value === 'object' ? value : [value];
}

function correctOf(declaration: ResponseDeclaration | undefined): OutcomeValue {
  if (declaration === undefined || declaration.correct.length === 0) return null;
  return declaration.cardinality === 'single' ? (declaration.correct[0] ?? null) : declaration.correct;
}

/** Each distinct value counts once; the bounds clamp the sum. */
function mapped(mapping: Mapping, values: readonly ScalarValue[]): number {
  let total = 0;
  for (const value of new Set(values)) {
    total += mapping.entries.find(({ key }) => key === value)?.value ?? mapping.defaultValue;
  }
  return Math.min(Math.max(total, mapping.lowerBound ?? -Infinity), mapping.upperBound ?? Infinity);
}

function decide(operands: readonly Expression[], decisive: boolean, session: Session): boolean | null {
  let unknown = false;
  for (const operand of operands) {
    const value = evaluate(operand, session);
    if (value === decisive) return decisive;
    unknown ||= value === null;
  }
  return unknown ? null : !decisive;
}

function sum(operands: readonly Expression[], session: Session): number | null {
  let total = 0;
  for (const operand of operands) {
    const value = evaluate(operand, session);
    if (typeof value !== 'number') return null;
    total += value;
  }
  return total;
}

function sameList(left: readonly ScalarValue[], right: readonly ScalarValue[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

/** Equal as unordered lists, each value as often on one side as on the other. */
function sameBag(left: readonly ScalarValue[], right: readonly ScalarValue[]): boolean {
  if (left.length !== right.length) return false;
  const count = (list: readonly ScalarValue[], value: ScalarValue) => list.filter((other) => other === value).length;
  return left.every((value) => count(left, value) === count(right, value));
}
