import type { Value } from '../model/value.ts';
import { sameValue } from '../value/compare.ts';
import { checkNumberAttribute, integerOf, numberOf } from './attribute.ts';
import { roundDecimal, within } from './decimal.ts';
import { A_BOOLEAN, boolean, numberIn } from './results.ts';
import {
  type Context,
  DURATION,
  type ExpressionOf,
  NOT_A_DURATION,
  NUMBER,
  operator,
  type Rule,
  type Rules,
} from './rule.ts';

type PlainExpression = ExpressionOf<'lt'>;

function comparison(needs: typeof NUMBER, holds: (a: number, b: number) => boolean): Rule<PlainExpression> {
  return operator({
    operands: [2, 2],
    needs,
    gives: A_BOOLEAN,
    evaluate: ([a, b]) => {
      const [left, right] = [numberIn(a), numberIn(b)];
      return Number.isNaN(left) || Number.isNaN(right) ? null : boolean(holds(left, right));
    },
  });
}

const lessThan = (a: number, b: number) => a < b;
const atLeast = (a: number, b: number) => a >= b;

/** Comparisons (QTI 3.0 ASI information model, classes Match, Equal, EqualRounded, LT, GT, LTE, GTE, DurationLT, DurationGTE). */
export const COMPARISON: Rules<
  'match' | 'equal' | 'equal-rounded' | 'lt' | 'gt' | 'lte' | 'gte' | 'duration-lt' | 'duration-gte'
> = {
  match: operator({
    operands: [2, 2],
    needs: NOT_A_DURATION,
    alike: 'type',
    gives: A_BOOLEAN,
    evaluate: ([a = null, b = null]) => boolean(sameValue(a, b)),
  }),
  equal: operator({
    operands: [2, 2],
    needs: NUMBER,
    gives: (context, { toleranceMode, tolerance }) => {
      for (const size of tolerance) checkNumberAttribute(size, 'tolerance', context);
      if (toleranceMode !== 'exact' && tolerance.length === 0) context.problem('tolerance is missing');
      return A_BOOLEAN;
    },
    evaluate: equal,
  }),
  'equal-rounded': operator({
    operands: [2, 2],
    needs: NUMBER,
    gives: (context, { figures }) => {
      checkNumberAttribute(figures, 'figures', context);
      return A_BOOLEAN;
    },
    evaluate: ([a, b], { figures, roundingMode }, context) => {
      const places = integerOf(figures, 'figures', roundingMode === 'decimalPlaces' ? 0 : 1, context);
      const [left, right] = [numberIn(a), numberIn(b)];
      if (places === undefined || Number.isNaN(left) || Number.isNaN(right)) return null;
      return boolean(roundDecimal(left, roundingMode, places) === roundDecimal(right, roundingMode, places));
    },
  }),
  lt: comparison(NUMBER, lessThan),
  gt: comparison(NUMBER, (a, b) => a > b),
  lte: comparison(NUMBER, (a, b) => a <= b),
  gte: comparison(NUMBER, atLeast),
  'duration-lt': comparison(DURATION, lessThan),
  'duration-gte': comparison(DURATION, atLeast),
};

function equal([a, b]: readonly Value[], expression: ExpressionOf<'equal'>, context: Context): Value {
  const [center, value] = [numberIn(a), numberIn(b)];
  if (Number.isNaN(center) || Number.isNaN(value)) return null;
  if (expression.toleranceMode === 'exact') return boolean(center === value);
  const [first, second = first] = expression.tolerance;
  if (first === undefined || second === undefined) {
    context.note('no tolerance is given; NULL');
    return null;
  }
  const lower = numberOf(first, 'tolerance', context);
  const upper = numberOf(second, 'tolerance', context);
  if (lower === undefined || upper === undefined) return null;
  if (lower < 0 || upper < 0) {
    context.note('a tolerance is below 0; NULL');
    return null;
  }
  // Infinite numbers are equal to themselves alone.
  if (!Number.isFinite(center) || !Number.isFinite(value)) return boolean(center === value);
  const relative = expression.toleranceMode === 'relative';
  const { includeLowerBound: includeLower, includeUpperBound: includeUpper } = expression;
  return boolean(within(value, center, { relative, lower, upper, includeLower, includeUpper }));
}
