import type { Standing } from '@testamur/program';
import { z } from 'zod';
import { calendarDate, id, instant, line } from '../../../platform/operations/schemas.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

export const standing = z
  .custom<Standing>(isObject)
  .describe('Where the person stands; see the package `@testamur/program`.');

export const fullTimePercent = z
  .number()
  .int('Enter a whole number of percent.')
  .min(1, 'Enter at least 1 percent of full time.')
  .max(100, 'Enter at most 100 percent of full time.');

export const experienceEntry = z
  .strictObject({
    id,
    employer: line,
    position: line,
    setting: line,
    from: calendarDate,
    to: calendarDate.optional(),
    fullTimePercent,
    fileIds: z.array(id).max(5),
  })
  .refine((entry) => entry.to === undefined || entry.to >= entry.from, {
    path: ['to'],
    message: 'Enter an end date that is not before the start date.',
  });

export const educationEntry = z.strictObject({
  id,
  institution: line,
  level: z.enum(['secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate']),
  field: line,
  awardedOn: calendarDate,
  accredited: z.boolean(),
  fileIds: z.array(id).max(5),
});

export const claim = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('experience'),
    entries: z.array(experienceEntry).min(1, 'Add at least one job.').max(30),
  }),
  z.strictObject({
    kind: z.literal('education'),
    entries: z.array(educationEntry).min(1, 'Add at least one degree.').max(10),
  }),
  z.strictObject({ kind: z.literal('attestation'), signedName: line, documentVersion: line }),
]);

export const file = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: z.number().int(),
  uploadedAt: instant,
});

export const historyEntry = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  actor: z.string().describe('A name for staff, "You" or a role for the candidate, "Testamur" for the system.'),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export const candidacySummary = z.object({
  id: z.string(),
  number: z.string(),
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  programId: z.string(),
  programTitle: z.string(),
  abbreviation: z.string(),
  edition: z.string(),
  standing,
});

export const candidacyDetail = candidacySummary.extend({
  candidate: z.object({ personId: z.string(), name: z.string(), email: z.string() }),
  draft: z
    .record(z.string(), z.object({ claim, savedAt: instant }))
    .describe('Sections saved and not yet submitted, by requirement.'),
  claims: z
    .record(z.string(), z.object({ claim, declaredAt: instant }))
    .describe('The claims that were submitted, by requirement.'),
  membership: z
    .object({ payerClass: z.string(), memberNumber: z.string(), state: z.enum(['waiting', 'verified', 'refused']) })
    .optional(),
  accommodation: z
    .object({
      request: z.string(),
      state: z.enum(['waiting', 'granted', 'refused']),
      timeMultiplier: z.number(),
      reason: z.string(),
    })
    .optional(),
  files: z.array(file),
  history: z.array(historyEntry),
});
