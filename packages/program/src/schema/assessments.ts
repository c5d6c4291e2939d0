import * as z from 'zod';
import { countSchema, forSchema, idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const retakeSchema = sourced({
  wait: periodSchema.describe('Counted from the release of the failed result.'),
  attempts: countSchema.max(20).describe('How many attempts there are in all.'),
  within: periodSchema.describe('The last attempt has to begin within this period from the beginning of the first.'),
});

/** Where and under whose eyes an assessment takes place. */
export const deliverySchema = sourced({
  modes: z
    .array(
      z.strictObject({
        mode: z.enum(['online', 'test-center', 'on-site']),
        title: titleSchema,
        description: proseSchema,
      }),
    )
    .min(1),
});

const common = {
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  for: z.exactOptional(forSchema),
  after: z.exactOptional(
    z.array(idSchema).min(1).describe('Ids of the assessments that have to be passed before this one is open.'),
  ),
  delivery: z.exactOptional(deliverySchema),
  results: z.exactOptional(
    z
      .enum(['when-released', 'at-once'])
      .describe('at-once: the result goes out as soon as it is made, without anybody releasing it.'),
  ),
  retake: retakeSchema,
};

/** Scaled scores: the lowest and the highest raw score and the pass mark are put on these points, straight in between. */
export const scaleSchema = sourced({
  lowest: z.int().min(0).max(10_000),
  cut: z.int().min(1).max(10_000).describe('The scaled score of the pass mark.'),
  highest: z.int().min(1).max(10_000),
});

/** A timed exam made of items that are scored by key. */
export const examSchema = sourced({
  kind: z.literal('exam'),
  ...common,
  itemType: z.enum(['single-best-answer']),
  items: countSchema.max(1000),
  timeLimitMinutes: countSchema.max(1440).describe('Standard time, before any accommodation.'),
  blueprint: sourced({
    topics: z.array(z.strictObject({ topic: idSchema, items: countSchema })).min(1),
  }).describe('How many items each topic has; together as many as the exam.'),
  pass: sourced({
    percent: z.exactOptional(z.number().gt(0).max(100).describe('Share of all items to be answered correctly.')),
    points: z.exactOptional(countSchema.max(1000).describe('Items to be answered correctly, instead of a share.')),
    scale: z.exactOptional(scaleSchema.describe('The scale on which scores are reported.')),
  }),
});

export const criterionSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  minutes: z.exactOptional(countSchema.max(1440).describe('Time at this task or station.')),
  levels: z
    .array(z.strictObject({ points: z.int().min(0).max(100), label: titleSchema, descriptor: proseSchema }))
    .min(2)
    .describe('From the lowest to the highest.'),
});

const rated = {
  ...common,
  rubric: sourced({ criteria: z.array(criterionSchema).min(1) }),
  pass: sourced({
    points: countSchema.describe('Sum over all criteria.'),
    minimumPerCriterion: z.int().min(0).max(100),
  }),
};

/** Pieces of work that an examiner rates by a rubric. */
export const portfolioSchema = sourced({
  kind: z.literal('portfolio'),
  ...rated,
  pieces: sourced({ minimum: countSchema.max(100), maximum: countSchema.max(100) }),
});

/** Tasks carried out before an examiner or on a prepared system; each criterion of the rubric is one task. */
export const performanceSchema = sourced({
  kind: z.literal('performance'),
  ...rated,
  timeLimitMinutes: countSchema.max(1440),
});

/** A conversation with a panel; each criterion of the rubric is one aspect. */
export const oralSchema = sourced({
  kind: z.literal('oral'),
  ...rated,
  timeLimitMinutes: countSchema.max(1440),
  panel: sourced({ examiners: countSchema.max(9).describe('How many examiners sit on the panel.') }),
});

/** Work with hands and instruments at stations; each criterion of the rubric is one station. */
export const handsOnSchema = sourced({
  kind: z.literal('hands-on'),
  ...rated,
  timeLimitMinutes: countSchema.max(1440),
});

/** Teaching that belongs to the program; it is passed when each module is completed. */
export const courseAssessmentSchema = sourced({
  kind: z.literal('course'),
  ...common,
  modules: sourced({
    list: z
      .array(
        z.strictObject({
          id: idSchema,
          title: titleSchema,
          description: proseSchema,
          hours: z.exactOptional(countSchema.max(1000)),
        }),
      )
      .min(1),
  }),
});

export const assessmentSchema = z.discriminatedUnion('kind', [
  examSchema,
  portfolioSchema,
  performanceSchema,
  oralSchema,
  handsOnSchema,
  courseAssessmentSchema,
]);

export const authorizationSchema = sourced({
  window: periodSchema.describe(
    'How long the candidate has from the authorization to begin the exam and hand in the portfolio.',
  ),
});

export const passedPartsSchema = sourced({
  keptFor: periodSchema.describe('How long a passed assessment counts while another is still to be passed.'),
});

/** Who takes the certification decision once everything is passed (ISO/IEC 17024:2012, 9.4). */
export const decisionSchema = sourced({
  by: z
    .enum(['people', 'rule'])
    .describe('people: somebody of the body weighs it. rule: the body decided in advance that passing certifies.'),
});
