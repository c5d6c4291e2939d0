import * as z from 'zod';
import { idSchema, sourced, titleSchema } from './primitives.ts';

/**
 * Parts joined by "all", "any" or "at least n", to any depth; a leaf is the id of a requirement or of an assessment. Parts
 * that are not there for a candidate (their `for` names another region or track) are left out.
 */
export type Rule =
  | string
  | { title?: string; all: Rule[] }
  | { title?: string; any: Rule[] }
  | { title?: string; atLeast: number; of: Rule[] };

const title = z.exactOptional(titleSchema.describe('How this way is called, such as "Route B: by experience".'));

export const ruleSchema: z.ZodType<Rule, Rule> = z
  .lazy(() =>
    z.union([
      idSchema,
      z.strictObject({ title, all: z.array(ruleSchema).min(1) }),
      z.strictObject({ title, any: z.array(ruleSchema).min(1) }),
      z.strictObject({ title, atLeast: z.int().min(1).max(100), of: z.array(ruleSchema).min(1) }),
    ]),
  )
  .meta({ id: 'Rule', description: 'An id, or parts joined by "all", by "any" or by "atLeast" n "of" them.' });

/** Assessments whose scores are weighed against each other; a minimum in each part makes it partly compensatory. */
export const compensatorySchema = sourced({
  title,
  compensatory: z
    .array(z.strictObject({ assessment: idSchema, weight: z.number().positive().max(1000) }))
    .min(2)
    .describe('The share of its points that each assessment brings counts by its weight.'),
  percent: z.number().gt(0).max(100).describe('What the weighted share of all has to reach.'),
  minimumPercent: z.exactOptional(
    z.number().gt(0).max(100).describe('What each of them has to reach by itself, however good the others are.'),
  ),
});

export type CompensatoryGroup = z.output<typeof compensatorySchema>;

/** What has to be passed: a rule whose leaves are assessments, or groups of them that make up for each other. */
export type PassingRule =
  | string
  | { title?: string; all: PassingRule[] }
  | { title?: string; any: PassingRule[] }
  | { title?: string; atLeast: number; of: PassingRule[] }
  | CompensatoryGroup;

export const passingRuleSchema: z.ZodType<PassingRule, PassingRule> = z
  .lazy(() =>
    z.union([
      idSchema,
      z.strictObject({ title, all: z.array(passingRuleSchema).min(1) }),
      z.strictObject({ title, any: z.array(passingRuleSchema).min(1) }),
      z.strictObject({ title, atLeast: z.int().min(1).max(100), of: z.array(passingRuleSchema).min(1) }),
      compensatorySchema,
    ]),
  )
  .meta({ id: 'PassingRule', description: 'A rule over assessments, with groups that make up for each other.' });
