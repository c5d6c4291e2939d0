import * as z from 'zod';
import {
  amountSchema,
  calendarDateSchema,
  idSchema,
  periodSchema,
  proseSchema,
  sourced,
  titleSchema,
} from './primitives.ts';

export const payerClassSchema = z.strictObject({
  id: idSchema,
  label: titleSchema,
  description: proseSchema,
  proof: z
    .enum(['none', 'membership'])
    .describe('membership: the candidate gives a member number and staff verify it. none: everybody else.'),
});

export const priceSchema = z.strictObject({
  payerClass: idSchema,
  amount: amountSchema,
  from: z.exactOptional(calendarDateSchema).describe('From this day on; the price without a date holds before it.'),
});

const common = {
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  prices: z.array(priceSchema).min(1),
  dueWithin: periodSchema.describe('Counted from the invoice.'),
};

/** Paid once for each attempt at an assessment, before the attempt is authorized. */
export const assessmentFeeSchema = sourced({
  kind: z.literal('assessment'),
  ...common,
  assessment: idSchema,
  retake: z
    .union([z.literal('same'), z.array(priceSchema).min(1)])
    .describe('What the second and later attempts cost: the same, or prices of their own.'),
});

/** Paid once for each renewal, before the renewal is approved. */
export const renewalFeeSchema = sourced({ kind: z.literal('renewal'), ...common });

export const feeSchema = z.discriminatedUnion('kind', [assessmentFeeSchema, renewalFeeSchema]);
