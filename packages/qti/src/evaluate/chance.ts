import { checkNumberAttribute, integerOf, numberOf } from './attribute.ts';
import { A_FLOAT, AN_INTEGER, float, integer } from './results.ts';
import { leaf, type Rules } from './rule.ts';

/** Random numbers (QTI 3.0 ASI information model, classes RandomInteger, RandomFloat); bounds are included. */
export const CHANCE: Rules<'random-integer' | 'random-float'> = {
  'random-integer': leaf(
    (context, { min, max, step }) => {
      checkNumberAttribute(min, 'min', context);
      checkNumberAttribute(max, 'max', context);
      checkNumberAttribute(step, 'step', context);
      if (typeof min === 'number' && typeof max === 'number' && min > max) context.problem('min is above max');
      return AN_INTEGER;
    },
    (expression, context) => {
      const min = integerOf(expression.min, 'min', -Infinity, context);
      const max = integerOf(expression.max, 'max', -Infinity, context);
      const step = integerOf(expression.step, 'step', 1, context);
      if (min === undefined || max === undefined || step === undefined) return null;
      if (min > max) {
        context.note(`min ${min} is above max ${max}; NULL`);
        return null;
      }
      const steps = Math.floor((max - min) / step) + 1;
      return integer(min + step * context.environment.random.integer(steps), context);
    },
  ),
  'random-float': leaf(
    (context, { min, max }) => {
      checkNumberAttribute(min, 'min', context);
      checkNumberAttribute(max, 'max', context);
      if (typeof min === 'number' && typeof max === 'number' && min > max) context.problem('min is above max');
      return A_FLOAT;
    },
    (expression, context) => {
      const min = numberOf(expression.min, 'min', context);
      const max = numberOf(expression.max, 'max', context);
      if (min === undefined || max === undefined) return null;
      if (min > max) {
        context.note(`min ${min} is above max ${max}; NULL`);
        return null;
      }
      return float(min + (max - min) * context.environment.random.next());
    },
  ),
};
