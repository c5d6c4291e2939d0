import type { Standing } from '@testamur/program';
import { z } from 'zod';
import { calendarDate, instant } from '../../../platform/operations/schemas.ts';
import { claim } from './claims.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

export const standing = z
  .custom<Standing>(isObject)
  .describe('Where the person stands; see the package `@testamur/program`.');

/** What somebody answered before applying, by the key of the inquiry. */
export const answers = z
  .record(z.string().min(1).max(100), z.string().max(1000))
  .refine((given) => Object.keys(given).length <= 40, 'Send at most 40 answers.');

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

/** One request for a statement. What a referee wrote is in it for reviewers and auditors alone. */
export const statement = z.object({
  requestId: z.string(),
  requirement: z.string(),
  state: z.enum(['waiting', 'given', 'declined', 'withdrawn', 'expired']),
  name: z.string(),
  email: z.string().optional().describe('For the candidate, who entered it.'),
  emailDomain: z.string(),
  relation: z.string().optional().describe('In words, for references.'),
  requestedAt: instant,
  until: instant,
  mailedAt: instant.describe('When they were written to last.'),
  givenAt: instant.optional(),
  confirmed: z
    .boolean()
    .optional()
    .describe('Whether a referee recommends the candidate, or a provider confirms the completion.'),
  setAside: z.boolean().optional().describe('Looked at without being accepted: somebody else can be asked.'),
  signedName: z.string().optional(),
  answers: z
    .array(
      z.object({
        id: z.string(),
        prompt: z.string(),
        kind: z.enum(['text', 'rating', 'yes-no']),
        value: z.union([z.string(), z.number(), z.boolean()]),
      }),
    )
    .optional(),
  completedOn: calendarDate.optional().describe('The day of completion that a provider states.'),
  remark: z.string().optional().describe('Why a provider does not confirm it.'),
});

export const candidacySummary = z.object({
  id: z.string(),
  number: z.string(),
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  programId: z.string(),
  programTitle: z.string(),
  trackTitle: z.string().optional().describe('The track in words, where the program has any.'),
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
  answers: answers
    .optional()
    .describe('For the candidate alone: what was answered before the application. It decides nothing.'),
  statements: z.array(statement),
  files: z.array(file),
  history: z.array(historyEntry),
});
