import * as z from 'zod';
import { idSchema } from './primitives.ts';

/** Parts joined by "all" or "any", to any depth; a leaf is the id of a requirement or of an assessment. */
export type Rule = string | { all: Rule[] } | { any: Rule[] };

export const ruleSchema: z.ZodType<Rule, Rule> = z
  .lazy(() =>
    z.union([
      idSchema,
      z.strictObject({ all: z.array(ruleSchema).min(1) }),
      z.strictObject({ any: z.array(ruleSchema).min(1) }),
    ]),
  )
  .meta({ id: 'Rule', description: 'An id, or parts joined by "all" or by "any".' });
