import type { Expression } from '../model/expression.ts';
import type { TraceStep } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import { comparable } from '../value/compare.ts';
import { toPlain } from '../value/plain.ts';
import { describe, describeType } from './describe.ts';
import type { Environment } from './environment.ts';
import { baseTypeOf, typeOfValue } from './results.ts';
import { type Context, fits, type Rule } from './rule.ts';
import { ruleOf } from './table.ts';
import { sizeOf } from './work.ts';

/**
 * The value of an expression (QTI 3.0 ASI information model, the expressions); null is QTI's NULL. Operands of types that the
 * operator does not take make it NULL, and the trace says why.
 *
 * @throws {OutOfWork} when the environment's work is used up; nothing else about an item makes it throw.
 */
export function evaluate(expression: Expression, environment: Environment): Value {
  const { trace } = environment;
  if (trace === null) return new Evaluation(environment, null).value(expression);
  const steps: TraceStep[] = [];
  const value = new Evaluation(environment, steps).value(expression);
  for (const step of steps) trace(step);
  return value;
}

const NO_OPERANDS: readonly Expression[] = [];
const NO_VALUES: readonly Value[] = [];
/** What an expression costs beside its operands, and what its step in the trace costs. */
const COST = 10;
const STEP_COST = 100;

class Evaluation implements Context {
  readonly environment: Environment;
  readonly #steps: TraceStep[] | null;
  #depth: number;
  /** The operators around the present one, for notes. */
  readonly #open: string[] = [];

  constructor(environment: Environment, steps: TraceStep[] | null) {
    this.environment = environment;
    this.#steps = steps;
    this.#depth = environment.depth;
  }

  value(expression: Expression): Value {
    if (this.#steps === null) return this.#compute(expression);
    this.environment.work.spend(STEP_COST);
    const at = this.#steps.length;
    const step = { depth: this.#depth, kind: 'expression', what: expression.op, detail: describe(expression) } as const;
    this.#steps.push(step);
    this.#open.push(expression.op);
    this.#depth += 1;
    const value = this.#compute(expression);
    this.#depth -= 1;
    this.#open.pop();
    this.#steps[at] = { ...step, result: toPlain(value) };
    return value;
  }

  note(text: string): void {
    this.#steps?.push({ depth: this.#depth, kind: 'note', what: this.#open.at(-1) ?? '', detail: text });
  }

  #compute(expression: Expression): Value {
    const value = this.#apply(expression);
    this.environment.work.spend(COST + sizeOf(value));
    return value;
  }

  #apply(expression: Expression): Value {
    const rule = ruleOf(expression.op);
    const operands = 'of' in expression ? expression.of : NO_OPERANDS;
    if (operands.length === 0)
      return this.#enough(rule, expression, 0) ? rule.evaluate(NO_VALUES, expression, this) : null;
    const values: Value[] = [];
    let allowed = this.#enough(rule, expression, operands.length);
    let hasNull = false;
    for (let at = 0; at < operands.length; at += 1) {
      const operand = operands[at];
      const value = operand === undefined ? null : this.value(operand);
      values.push(value);
      if (value === null) hasNull = true;
      else if (!this.#fits(value, rule, expression, at)) allowed = false;
    }
    if (!allowed || (hasNull && rule.nullSpreads) || !this.#alike(values, rule)) return null;
    return rule.evaluate(values, expression, this);
  }

  #enough(rule: Rule<Expression>, expression: Expression, count: number): boolean {
    const [min, max] = rule.operands(expression);
    if (count >= min && count <= max) return true;
    this.note(`it has ${count} operands; ${min} to ${max} are wanted; NULL`);
    return false;
  }

  #fits(value: NonNullable<Value>, rule: Rule<Expression>, expression: Expression, at: number): boolean {
    const demand = rule.demand(at, expression);
    const type = typeOfValue(value);
    if (fits(type, demand)) return true;
    this.note(`needs ${demand.words}; operand ${at + 1} is ${describeType(type)}; NULL`);
    return false;
  }

  #alike(values: readonly Value[], rule: Rule<Expression>): boolean {
    if (rule.alike === 'no') return true;
    let first: NonNullable<Value> | undefined;
    for (const value of values) {
      if (value === null) continue;
      first ??= value;
      const [a, b] = [baseTypeOf(first), baseTypeOf(value)];
      const sameBase = a === null || b === null ? a === b : comparable(a, b);
      if (sameBase && (rule.alike === 'base' || first.cardinality === value.cardinality)) continue;
      this.note(`operands are of different types; one is ${describeType(typeOfValue(value))}; NULL`);
      return false;
    }
    return true;
  }
}
