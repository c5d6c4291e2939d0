import * as z from 'zod';
import { idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const credentialSchema = sourced({
  title: titleSchema,
  postnominal: z.exactOptional(titleSchema).describe('Letters after the name, where the organization grants them.'),
  validity: periodSchema.describe('How long the first certification lasts.'),
  criteria: proseSchema.describe('What the holder has done to earn it; stands in the digital credential.'),
  privileges: z.array(proseSchema).min(1).describe('What the holder may do while it is in force.'),
});

export const renewalSchema = sourced({
  cycle: periodSchema.describe('How long a renewed certification lasts.'),
  hours: z.int().min(1).max(10_000).describe('Hours of continuing education in the cycle.'),
  opensBefore: periodSchema.describe('How long before the expiry date the renewal can be submitted.'),
  grace: periodSchema.describe('After the expiry date; the certification is still in force.'),
  reinstatement: periodSchema.describe(
    'After the grace, lapsed: renewing with all hours still brings the credential back.',
  ),
  reminders: z.array(periodSchema).describe('When the holder is reminded, counted back from the expiry date.'),
  categories: z
    .array(z.strictObject({ id: idSchema, title: titleSchema, description: proseSchema }))
    .min(1)
    .describe('Kinds of education that count.'),
  description: proseSchema,
});
