import * as z from 'zod';
import { idSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const degreeLevels = ['secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;

const common = {
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  evidence: z
    .array(z.strictObject({ title: titleSchema, description: proseSchema }))
    .describe('What a candidate hands in, and what it has to show.'),
};

/** Work in settings that count, added up as a share of full time. */
export const experienceSchema = sourced({
  kind: z.literal('experience'),
  ...common,
  settings: z.array(idSchema).min(1).describe('Ids of the settings that count.'),
  fullTimeYears: z.number().positive().max(50).describe('Years of full-time work; part-time work counts by its share.'),
});

export const educationSchema = sourced({
  kind: z.literal('education'),
  ...common,
  minimumLevel: z.enum(degreeLevels),
  accredited: z.boolean().describe('Whether the institution has to be accredited.'),
});

/** A document that the candidate signs; the signature itself fulfills the requirement. */
export const attestationSchema = sourced({
  kind: z.literal('attestation'),
  ...common,
  document: z.enum(['code-of-conduct']),
});

export const requirementSchema = z.discriminatedUnion('kind', [experienceSchema, educationSchema, attestationSchema]);
