import * as z from 'zod';
import {
  amountSchema,
  calendarDateSchema,
  forSchema,
  idSchema,
  periodSchema,
  proseSchema,
  sourced,
  titleSchema,
} from './primitives.ts';

export const payerClassSchema = sourced({
  id: idSchema,
  label: titleSchema,
  description: proseSchema,
  proof: z
    .enum(['none', 'membership'])
    .describe('membership: the candidate gives a member number and staff verify it. none: everybody else.'),
  duesPerYear: z.exactOptional(
    amountSchema.describe('What being in this class costs a year elsewhere; for estimates, never invoiced.'),
  ),
});

/** One price. Of several rows that fit, the one that names more counts; of equals, the one that began last. */
export const priceSchema = z.strictObject({
  payerClass: z.exactOptional(idSchema.describe('Without it: for every class.')),
  for: z.exactOptional(forSchema),
  amount: amountSchema,
  from: z.exactOptional(calendarDateSchema).describe('From this day on; the price without a date holds before it.'),
});

/** Something that paying the fee brings with it. */
export const grantSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('membership'),
    payerClass: idSchema,
    title: titleSchema,
    period: periodSchema,
    description: proseSchema,
  }),
  z.strictObject({
    kind: z.literal('access'),
    id: idSchema,
    title: titleSchema,
    period: z.exactOptional(periodSchema),
    description: proseSchema,
  }),
]);

const common = {
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  for: z.exactOptional(forSchema),
  prices: z.array(priceSchema).min(1),
  dueWithin: periodSchema.describe('Counted from the invoice.'),
  includes: z.exactOptional(z.array(titleSchema).min(1).describe('What the fee pays for, where it is several things.')),
  grants: z.exactOptional(z.array(grantSchema).min(1).describe('What paying it brings with it.')),
  vouchers: z.exactOptional(z.boolean().describe('Whether a voucher can pay for it.')),
};

/** Paid on registering; a requirement of the kind "registration" is met by it. */
export const registrationFeeSchema = sourced({ kind: z.literal('registration'), ...common });

/** Paid on submitting the application, before it is reviewed. */
export const applicationFeeSchema = sourced({ kind: z.literal('application'), ...common });

/** Paid once for each attempt, before the attempt is authorized. One fee may pay the first attempts of several. */
export const assessmentFeeSchema = sourced({
  kind: z.literal('assessment'),
  ...common,
  assessments: z.array(idSchema).min(1).describe('Ids of the assessments whose attempt it pays for.'),
  retake: z
    .union([z.literal('same'), z.literal('none'), z.array(priceSchema).min(1)])
    .describe('What the second and later attempts at one of them cost: the same, nothing, or prices of their own.'),
});

/** Paid once everything is passed, before the credential is issued. */
export const certificationFeeSchema = sourced({ kind: z.literal('certification'), ...common });

/** Paid each year while the credential is in force. */
export const maintenanceFeeSchema = sourced({
  kind: z.literal('maintenance'),
  ...common,
  every: periodSchema.describe('Counted from the beginning of the certification.'),
  grace: periodSchema.describe('How long after its date it can be paid without the credential lapsing.'),
});

/** Paid once for each renewal, before the renewal is approved. */
export const renewalFeeSchema = sourced({
  kind: z.literal('renewal'),
  ...common,
  route: z.exactOptional(idSchema.describe('Only for renewals by this route.')),
});

/** Paid beside the renewal by those whose credential has lapsed. */
export const reinstatementFeeSchema = sourced({ kind: z.literal('reinstatement'), ...common });

export const feeSchema = z.discriminatedUnion('kind', [
  registrationFeeSchema,
  applicationFeeSchema,
  assessmentFeeSchema,
  certificationFeeSchema,
  maintenanceFeeSchema,
  renewalFeeSchema,
  reinstatementFeeSchema,
]);

/** Several fees of first attempts paid at once, for a price of their own. */
export const bundleSchema = sourced({
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  fees: z.array(idSchema).min(2),
  prices: z.array(priceSchema).min(1),
  dueWithin: periodSchema,
});

/** A tax that comes on top of prices. */
export const taxSchema = sourced({
  id: idSchema,
  title: titleSchema,
  for: z.exactOptional(forSchema),
  percent: z.number().gt(0).max(100),
  fees: z.exactOptional(z.array(idSchema).min(1).describe('Only on these; without it on all.')),
});

/** How much of what was paid is given back to those who withdraw, by how far they had come. */
export const refundRuleSchema = z.strictObject({
  before: z.enum(['submission', 'acceptance', 'authorization', 'assessment', 'decision']),
  percent: z.number().min(0).max(100),
  fees: z.exactOptional(z.array(idSchema).min(1).describe('Only these; without it all.')),
});
