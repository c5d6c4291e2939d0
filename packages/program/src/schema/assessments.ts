import * as z from 'zod';
import { countSchema, idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const retakeSchema = sourced({
  wait: periodSchema.describe('Counted from the release of the failed result.'),
  attempts: countSchema.max(20).describe('How many attempts there are in all.'),
  within: periodSchema.describe('The last attempt has to begin within this period from the beginning of the first.'),
});

/** A timed exam made of items that are scored by key. */
export const examSchema = sourced({
  kind: z.literal('exam'),
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  itemType: z.enum(['single-best-answer']),
  items: countSchema.max(1000),
  timeLimitMinutes: countSchema.max(1440).describe('Standard time, before any accommodation.'),
  blueprint: sourced({
    topics: z.array(z.strictObject({ topic: idSchema, items: countSchema })).min(1),
  }).describe('How many items each topic has; together as many as the exam.'),
  pass: sourced({ percent: z.number().gt(0).max(100).describe('Share of all items to be answered correctly.') }),
  retake: retakeSchema,
});

export const criterionSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  levels: z
    .array(z.strictObject({ points: z.int().min(0).max(100), label: titleSchema, descriptor: proseSchema }))
    .min(2)
    .describe('From the lowest to the highest.'),
});

/** Pieces of work that an examiner rates by a rubric. */
export const portfolioSchema = sourced({
  kind: z.literal('portfolio'),
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  pieces: sourced({ minimum: countSchema.max(100), maximum: countSchema.max(100) }),
  rubric: sourced({ criteria: z.array(criterionSchema).min(1) }),
  pass: sourced({
    points: countSchema.describe('Sum over all criteria.'),
    minimumPerCriterion: z.int().min(0).max(100),
  }),
  retake: retakeSchema,
});

export const assessmentSchema = z.discriminatedUnion('kind', [examSchema, portfolioSchema]);

export const authorizationSchema = sourced({
  window: periodSchema.describe(
    'How long the candidate has from the authorization to begin the exam and hand in the portfolio.',
  ),
});

export const passedPartsSchema = sourced({
  keptFor: periodSchema.describe('How long a passed assessment counts while another is still to be passed.'),
});
