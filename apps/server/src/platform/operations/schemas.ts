import { z } from 'zod';

/** Schemas that many contracts share. All objects are strict: an unknown member is an error. */
export const id = z.uuid();
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Use lower-case letters, digits and hyphens.');
export const instant = z.iso.datetime();
export const calendarDate = z.iso.date();
export const email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());
/** Stands in letters, documents and file names: a line break could make it say what is not its own. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Write it in one line, without control characters.');
export const prose = z.string().trim().max(5000);
export const reason = z.string().trim().min(3, 'Give a reason that the other person can act on.').max(2000);
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const amountMinor = z.int().min(0).max(100_000_000);
export const empty = z.strictObject({});
export const done = z.strictObject({ ok: z.literal(true) });
export const page = z.coerce.number().int().min(1).max(10_000).default(1);
