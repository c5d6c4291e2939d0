import type { Expression } from '../../model/expression.ts';

/** Whether a division by the constant 0 stands anywhere in the expression. */
export function dividesByZero(expression: Expression): boolean {
  if (!('of' in expression)) return false;
  if (DIVISIONS.has(expression.op) && isZero(expression.of[1])) return true;
  return expression.of.some(dividesByZero);
}

const DIVISIONS: ReadonlySet<string> = new Set(['divide', 'integer-divide', 'integer-modulus']);

function isZero(expression: Expression | undefined): boolean {
  return expression?.op === 'base-value' && expression.value === 0;
}
