import * as z from 'zod';
import { refundRuleSchema } from './fees.ts';
import {
  amountSchema,
  calendarDateSchema,
  countSchema,
  idSchema,
  periodSchema,
  proseSchema,
  sourced,
  titleSchema,
} from './primitives.ts';

export const organizationSchema = z.strictObject({
  name: titleSchema,
  abbreviation: titleSchema,
  taxId: z.exactOptional(titleSchema.describe('Stands on invoices, such as "EIN 12-3456789".')),
});

export const noticeSchema = z.strictObject({
  text: proseSchema.describe('Shown wherever the program is shown.'),
  confirmedByOrganization: z.boolean().describe('Whether the organization itself has confirmed what this file says.'),
});

export const sourceSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: proseSchema.describe('What the source is, and how far it can be relied on.'),
  readOn: calendarDateSchema,
});

/** What a certified person does at work: the job and task description (ISO/IEC 17024:2012, 8.2). */
export const taskSchema = z.strictObject({ id: idSchema, title: titleSchema, description: proseSchema });

export const codeOfConductSchema = sourced({
  version: titleSchema.describe('Stands in every signature; a new version asks for a new signature.'),
  articles: z.array(z.strictObject({ id: idSchema, title: titleSchema, text: proseSchema })).min(1),
});

/** How long it usually takes from the application to the credential. */
export const usualTimeSchema = sourced({ period: periodSchema, text: proseSchema });

/** A kind of workplace that candidates choose from when they state their experience. */
export const settingSchema = z.strictObject({ id: idSchema, label: titleSchema, description: proseSchema });

export const topicSchema = z.strictObject({ id: idSchema, title: titleSchema, description: proseSchema });

export const applicationSchema = sourced({
  validity: periodSchema.describe(
    'An application that waits for its candidate this long without any activity is closed.',
  ),
});

export const accommodationsSchema = sourced({
  description: proseSchema,
  timeMultipliers: z
    .array(z.number().gt(1).max(4))
    .min(1)
    .describe('Extra time on offer, as a multiple of the standard time: 1.5 is time and a half.'),
  others: z.array(z.strictObject({ id: idSchema, title: titleSchema, description: proseSchema })),
});

export const policiesSchema = z.strictObject({
  refund: sourced({ text: proseSchema, rules: z.exactOptional(z.array(refundRuleSchema).min(1)) }),
  appeal: sourced({
    within: periodSchema.describe('Counted from the notice of the decision.'),
    text: proseSchema,
  }),
  retention: sourced({ keptFor: periodSchema.describe('Counted from the end of the last cycle.'), text: proseSchema }),
  confidentiality: sourced({ text: proseSchema }),
});

/** A place whose rules or prices differ from those of others. */
export const regionSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: z.exactOptional(proseSchema),
  currency: z.exactOptional(
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as "USD"')
      .describe('Where prices of this region are in another currency than those of the program.'),
  ),
});

/** One choice that candidates make when they begin, such as the application or the level of the exam. */
export const trackAxisSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: z.exactOptional(proseSchema),
  options: z
    .array(z.strictObject({ id: idSchema, title: titleSchema, description: z.exactOptional(proseSchema) }))
    .min(2),
});

/** Something with a name that requirements refer to. */
export const namedSchema = z.strictObject({
  id: idSchema,
  label: titleSchema,
  description: z.exactOptional(proseSchema),
});

/** A training program that the body accepts, and who attests its completion. */
export const trainingProgramSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  provider: titleSchema,
  description: z.exactOptional(proseSchema),
});

/** A paper that candidates or holders sign beside the code of conduct. */
export const agreementSchema = sourced({ id: idSchema, title: titleSchema, version: titleSchema, text: proseSchema });

/** A kind of workplace by which people look for a program; the same id means the same kind in every program. */
export const workplaceSchema = z.strictObject({ id: idSchema, title: titleSchema });

/** What preparing takes: tuition is an estimate of what others charge, never a condition of being certified. */
export const preparationSchema = sourced({
  text: proseSchema,
  tuition: z.exactOptional(
    sourced({ low: amountSchema, high: amountSchema, text: proseSchema }).describe('What teaching elsewhere costs.'),
  ),
  studyHours: z.exactOptional(countSchema),
  materials: z.exactOptional(
    z.array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(['study-guide', 'practice-test']),
        title: titleSchema,
        description: proseSchema,
        sections: z.exactOptional(
          z.array(z.strictObject({ title: titleSchema, text: proseSchema })).describe('The text of a study guide.'),
        ),
        topics: z.exactOptional(z.array(idSchema).min(1).describe('What a practice test draws from.')),
      }),
    ),
  ),
});

/** What a new edition means for those who began under an earlier one. */
export const transitionSchema = sourced({
  from: z.array(titleSchema).min(1).describe('The editions that this one follows.'),
  candidates: z.enum(['keep', 'move']).describe('keep: they go on under theirs. move: this edition holds for them.'),
  certificants: z.enum(['keep', 'move']),
  keepUntil: z.exactOptional(
    calendarDateSchema.describe('Until when candidates may finish under the earlier edition; then they are moved.'),
  ),
  text: proseSchema.describe('What those under way are told.'),
});
