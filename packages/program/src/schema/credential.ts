import * as z from 'zod';
import { hoursSchema, idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const credentialSchema = sourced({
  title: titleSchema.describe(
    'Axes of the tracks may stand in it in braces: "Office Specialist: {application} {level}".',
  ),
  postnominal: z.exactOptional(titleSchema).describe('Letters after the name, where the organization grants them.'),
  mark: z.exactOptional(
    sourced({
      title: titleSchema.describe('How the mark is called.'),
      text: proseSchema.describe('Who may use it, how and how long (ISO/IEC 17024:2012, 9.7).'),
    }),
  ),
  card: z.exactOptional(
    sourced({ title: titleSchema, text: proseSchema }).describe('A card of pocket size beside the certificate.'),
  ),
  validity: periodSchema.describe('How long the first certification lasts.'),
  criteria: proseSchema.describe('What the holder has done to earn it; stands in the digital credential.'),
  privileges: z.array(proseSchema).min(1).describe('What the holder may do while it is in force.'),
});

export const educationCategorySchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  minimum: z.exactOptional(hoursSchema.describe('At least so many hours have to be of this kind.')),
  maximum: z.exactOptional(hoursSchema.describe('No more than so many hours of this kind count.')),
});

/** Renewing by continuing education. */
export const educationRouteSchema = sourced({
  kind: z.literal('education'),
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  hours: z.int().min(1).max(10_000).describe('Hours of continuing education in the cycle.'),
  unit: z.exactOptional(z.enum(['hours', 'credits'])).describe('What one hour is called; "hours" without it.'),
  categories: z.array(educationCategorySchema).min(1).describe('Kinds of education that count.'),
  carryOver: z.exactOptional(
    hoursSchema.describe('So many hours beyond what a cycle needs count in the next one; without it none.'),
  ),
});

/** Renewing by passing an exam again. */
export const examRouteSchema = sourced({
  kind: z.literal('assessment'),
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  assessment: idSchema.describe('Has to be passed within the cycle.'),
});

export const renewalRouteSchema = z.discriminatedUnion('kind', [educationRouteSchema, examRouteSchema]);

export const renewalSchema = sourced({
  cycle: periodSchema.describe('How long a renewed certification lasts.'),
  routes: z.array(renewalRouteSchema).min(1).describe('The ways to renew; the holder takes one of them.'),
  audit: z.exactOptional(
    sourced({
      percent: z.number().min(0).max(100).describe('The share of renewals whose evidence is looked at.'),
      text: proseSchema,
    }),
  ),
  opensBefore: periodSchema.describe('How long before the expiry date the renewal can be submitted.'),
  grace: periodSchema.describe('After the expiry date; the certification is still in force.'),
  reinstatement: periodSchema.describe(
    'After the grace, lapsed: renewing with all hours still brings the credential back.',
  ),
  reminders: z.array(periodSchema).describe('When the holder is reminded, counted back from the expiry date.'),
  retirement: z.exactOptional(
    sourced({ title: titleSchema, text: proseSchema }).describe('What holders who stop working may call themselves.'),
  ),
  description: proseSchema,
});
