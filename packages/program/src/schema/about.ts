import * as z from 'zod';
import { calendarDateSchema, idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const organizationSchema = z.strictObject({
  name: titleSchema,
  abbreviation: titleSchema,
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
  refund: sourced({ text: proseSchema }),
  appeal: sourced({
    within: periodSchema.describe('Counted from the notice of the decision.'),
    text: proseSchema,
  }),
  retention: sourced({ keptFor: periodSchema.describe('Counted from the end of the last cycle.'), text: proseSchema }),
  confidentiality: sourced({ text: proseSchema }),
});
