import * as z from 'zod';
import { countSchema, forSchema, idSchema, periodSchema, proseSchema, sourced, titleSchema } from './primitives.ts';

export const degreeLevels = ['secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;

const common = {
  id: idSchema,
  title: titleSchema,
  description: proseSchema,
  for: z.exactOptional(forSchema),
  evidence: z
    .array(z.strictObject({ title: titleSchema, description: proseSchema }))
    .describe('What a candidate hands in, and what it has to show.'),
};

const freshFor = z.exactOptional(
  periodSchema.describe('How old it may be, counted back from the day on which the application is submitted.'),
);

/** How much work is asked for: either years of full time, or hours. */
const workAmount = {
  fullTimeYears: z.exactOptional(
    z.number().positive().max(50).describe('Years of full-time work; part-time work counts by its share.'),
  ),
  hours: z.exactOptional(countSchema.describe('Hours of work, instead of years.')),
};

/** A part of the work that has to meet a narrower rule; it counts toward the whole as well. */
export const ofWhichSchema = sourced({
  id: idSchema,
  title: titleSchema,
  ...workAmount,
  settings: z.exactOptional(z.array(idSchema).min(1).describe('Only work in these settings.')),
  roles: z.exactOptional(z.array(idSchema).min(1).describe('Only work in these roles.')),
  minimumPercent: z.exactOptional(
    z.int().min(1).max(100).describe('Only employments of at least this share of full time, in percent.'),
  ),
});

/** Work in settings that count, added up as a share of full time; work at the same time counts as full time at most. */
export const experienceSchema = sourced({
  kind: z.literal('experience'),
  ...common,
  settings: z.array(idSchema).min(1).describe('Ids of the settings or fields that count.'),
  ...workAmount,
  hoursPerYear: z.exactOptional(
    countSchema.max(4000).describe('Hours in a year of full-time work; needed where hours are asked for.'),
  ),
  within: z.exactOptional(
    periodSchema.describe('Only work in this period before the application is submitted counts.'),
  ),
  ofWhich: z.exactOptional(
    z.array(ofWhichSchema).min(1).describe('Narrower rules that parts of the work have to meet.'),
  ),
});

export const educationSchema = sourced({
  kind: z.literal('education'),
  ...common,
  minimumLevel: z.enum(degreeLevels),
  accredited: z.boolean().describe('Whether the institution has to be accredited.'),
  fields: z.exactOptional(z.array(idSchema).min(1).describe('Ids of the fields of study that count; without it: all.')),
  accreditedBy: z.exactOptional(
    z.array(idSchema).min(1).describe('Ids of the accreditors, one of which has to have accredited the program.'),
  ),
});

/** A training program from the list of the body; its provider attests the completion through a personal link. */
export const trainingSchema = sourced({
  kind: z.literal('training'),
  ...common,
  programs: z.array(idSchema).min(1).describe('Ids of the training programs that count.'),
  request: sourced({
    validFor: periodSchema.describe('How long the link of a request works.'),
    reminders: z.array(periodSchema).describe('When the provider is reminded, counted from the request.'),
  }),
});

/** Statements of people who know the candidate's work, given on a form behind a personal link. */
export const referencesSchema = sourced({
  kind: z.literal('references'),
  ...common,
  minimum: countSchema.max(10).describe('How many are needed.'),
  maximum: countSchema.max(10).describe('How many are looked at; the same as the minimum means exactly so many.'),
  relations: z
    .array(z.strictObject({ id: idSchema, label: titleSchema }))
    .min(1)
    .describe('How a referee may know the candidate.'),
  form: z
    .array(
      z.strictObject({
        id: idSchema,
        prompt: proseSchema,
        kind: z.enum(['text', 'rating', 'yes-no']).describe('rating: from 1 to 5.'),
      }),
    )
    .min(1)
    .describe('What a referee is asked.'),
  request: sourced({
    validFor: periodSchema.describe('How long the link of a request works.'),
    reminders: z.array(periodSchema).describe('When a referee is reminded, counted from the request.'),
  }),
});

/** Being a member of the organization, as its roll or its staff confirm. */
export const membershipSchema = sourced({ kind: z.literal('membership'), ...common, payerClass: idSchema });

/** The candidate consents, the organization has it done, a reviewer records whether the result is clear. */
export const backgroundCheckSchema = sourced({
  kind: z.literal('background-check'),
  ...common,
  consent: proseSchema.describe('What the candidate consents to.'),
  freshFor,
});

/** A document that the candidate signs; the signature itself fulfills the requirement. */
export const attestationSchema = sourced({
  kind: z.literal('attestation'),
  ...common,
  document: idSchema.describe('"code-of-conduct", or the id of an agreement.'),
});

/** A course that the candidate has completed elsewhere. */
export const courseSchema = sourced({
  kind: z.literal('course'),
  ...common,
  hours: z.exactOptional(countSchema.max(10_000).describe('Hours of all courses together.')),
  freshFor,
});

/** Any other paper. */
export const documentSchema = sourced({ kind: z.literal('document'), ...common, freshFor });

/** Pieces of work handed in with the application and looked at by a reviewer; not scored. */
export const workSamplesSchema = sourced({
  kind: z.literal('work-samples'),
  ...common,
  minimum: countSchema.max(50),
});

export const ageSchema = sourced({ kind: z.literal('age'), ...common, minimumYears: z.int().min(1).max(120) });

/** Living or working in one of these regions. */
export const jurisdictionSchema = sourced({
  kind: z.literal('jurisdiction'),
  ...common,
  regions: z.array(idSchema).min(1),
});

/** A credential that has to be in force: one of the same body or of another. */
export const credentialHeldSchema = sourced({
  kind: z.literal('credential'),
  ...common,
  credentials: z.array(idSchema).min(1).describe('Ids of the credentials, one of which has to be held.'),
});

/** Registering, and paying the fee for it, before anything else is open. */
export const registrationSchema = sourced({ kind: z.literal('registration'), ...common });

export const requirementSchema = z.discriminatedUnion('kind', [
  experienceSchema,
  educationSchema,
  trainingSchema,
  referencesSchema,
  membershipSchema,
  backgroundCheckSchema,
  attestationSchema,
  courseSchema,
  documentSchema,
  workSamplesSchema,
  ageSchema,
  jurisdictionSchema,
  credentialHeldSchema,
  registrationSchema,
]);
