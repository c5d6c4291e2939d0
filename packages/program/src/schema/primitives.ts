import * as z from 'zod';

/** A name that other parts of the file refer to: lowercase words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'an id is made of lowercase letters, digits and single hyphens, such as "written-exam"',
  )
  .max(60);

/** Text that people read, in the language of the program. */
export const proseSchema = z.string().trim().min(1, 'must not be empty').max(4000);

/** One line that people read: a title or a label. */
export const titleSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(160)
  .regex(/^[^\n]*$/, 'must stand on one line');

const periodForm = 'must be an ISO 8601 period of days, weeks, months or years, such as "P30D" or "P36M"';

/** A positive ISO 8601 calendar period of one unit, such as `P30D`, `P36M`, `P2Y`. */
export const periodSchema = z
  .string(periodForm)
  .regex(/^P[1-9]\d{0,4}[DWMY]$/, periodForm)
  .describe('ISO 8601 period of one unit: P30D, P2W, P36M, P2Y.');

export const calendarDateSchema = z.iso.date('must be a date such as "2027-03-31"').describe('A date, YYYY-MM-DD.');

const amountForm = 'must be an amount in quotes, such as "175.00"';

/** An amount in the currency of the program, as people write it: `"175.00"`. A string, so that no digit is lost. */
export const amountSchema = z
  .string(amountForm)
  .regex(/^(0|[1-9]\d{0,8})(\.\d{1,3})?$/, amountForm)
  .describe('Amount in the currency of the program, in quotes: "175.00".');

export const countSchema = z.int().min(1).max(100_000);

/**
 * For whom a part is there: values by axis, `region` or an axis of the tracks. A part without it is there for everybody;
 * one with several axes only where all of them fit.
 */
export const forSchema = z
  .record(idSchema, z.array(idSchema).min(1))
  .describe('Only for these, by axis: { region: [north], level: [expert] }. Without it: for everybody.');

/** How an amount of credit is called where it is shown. */
export const hoursSchema = z.number().min(0.25).max(10_000);

const provenance = {
  source: z.exactOptional(idSchema).describe('The id of the source that states the figures of this part.'),
  assumed: z
    .exactOptional(z.array(z.string()).min(1))
    .describe('Names of the fields of this part that are assumptions, stated by no source.'),
};

/** A closed object whose figures name their source, or are named as assumptions. */
export function sourced<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject({ ...shape, ...provenance });
}
