import type { Statistic } from '../model/expression.ts';
import { A_FLOAT, float, numbersIn } from './results.ts';
import { NUMBER_LIST, operator, type Rules } from './rule.ts';

const STATISTIC: Readonly<Record<Statistic, (numbers: readonly number[]) => number>> = {
  mean,
  popVariance: (numbers) => variance(numbers, numbers.length),
  popSD: (numbers) => Math.sqrt(variance(numbers, numbers.length)),
  sampleVariance: (numbers) => variance(numbers, numbers.length - 1),
  sampleSD: (numbers) => Math.sqrt(variance(numbers, numbers.length - 1)),
};

/** Statistics of a container (QTI 3.0 ASI information model, class StatsOperator); those of a sample need two numbers. */
export const STATISTICS_RULES: Rules<'stats-operator'> = {
  'stats-operator': operator({
    operands: [1, 1],
    needs: NUMBER_LIST,
    gives: A_FLOAT,
    evaluate: (values, { name }, context) => {
      const result = STATISTIC[name](numbersIn(values));
      if (Number.isNaN(result)) context.note(`${name} is not defined of so few numbers; NULL`);
      return float(result);
    },
  }),
};

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

/** NaN when nothing is left to divide by. */
function variance(numbers: readonly number[], divisor: number): number {
  if (divisor < 1) return Number.NaN;
  const center = mean(numbers);
  return numbers.reduce((total, number) => total + (number - center) ** 2, 0) / divisor;
}
