import { z } from 'zod';
import { noTenant, operation } from '../../../platform/operations/operation.ts';
import { language } from './language.ts';

const option = z.object({ value: z.string(), label: z.string() });

const inquiry = z.object({
  key: z.string(),
  choose: z.enum(['one', 'several']),
  prompt: z.string(),
  hint: z.string().optional(),
  options: z.array(option),
});

const requirement = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(['met', 'missing', 'unknown', 'step']),
  needed: z.boolean().describe('Not where another way to qualify is open already.'),
  reason: z.string(),
  remedy: z.string().optional(),
  takesMonths: z.number().int().optional(),
  reachedIn: z.string().optional().describe('The month in which it can be there, YYYY-MM, begun today.'),
});

const reading = z.object({
  organization: z.string(),
  organizationName: z.string(),
  programId: z.string(),
  abbreviation: z.string(),
  title: z.string(),
  state: z.enum(['qualified', 'not-yet', 'unknown']),
  takesMonths: z.number().int().optional(),
  reachedIn: z.string().optional(),
  requirements: z.array(requirement),
});

export const interviewContract = {
  readInterview: operation({
    method: 'POST',
    path: '/guide/interview',
    tag: 'Guide',
    summary: 'What the answers of a short interview say about each program, and what to ask next; nothing is stored',
    policy: { allow: ['anyone'], tenancy: noTenant },
    command: false,
  })
    .input(
      z.strictObject({
        answers: z
          .record(z.string().max(100), z.string().max(1000))
          .refine((answers) => Object.keys(answers).length <= 60, 'Send at most 60 answers.')
          .describe('By the key of the inquiry; several options are joined by commas.'),
        programs: z
          .array(z.string().trim().min(1).max(160))
          .min(1)
          .max(30)
          .optional()
          .describe('Only these, by id or another name; all without it.'),
        language,
      }),
    )
    .output(
      z.object({
        next: inquiry.optional().describe('Absent when nothing that still matters is open.'),
        answered: z
          .array(inquiry.extend({ answer: z.array(option) }))
          .describe('What was answered so far, in the order in which it is asked.'),
        possible: z.number().int().describe('Programs that are not ruled out.'),
        programs: z.array(reading),
      }),
    ),
};
