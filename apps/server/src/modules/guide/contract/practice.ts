import type { CandidateItem, PlainValue } from '@testamur/qti';
import { z } from 'zod';
import { noTenant, operation } from '../../../platform/operations/operation.ts';
import { slug } from '../../../platform/operations/schemas.ts';
import { itemResponse } from '../../delivery/contract/exam.ts';

const programId = z.string().trim().min(1).max(160);
const organization = slug.optional().describe('Where the program is one of a rehearsal, which no name alone finds.');
const topic = z.object({ id: z.string(), title: z.string() });
const view = z.custom<CandidateItem>((value) => typeof value === 'object' && value !== null);
const plainValue = z.custom<PlainValue>((value) => value !== undefined);

const policy = { allow: ['anyone'], tenancy: noTenant } as const;
const problems = ['programs.no-such-program', 'guide.no-practice', 'guide.no-such-material'] as const;

export const practiceContract = {
  getPractice: operation({
    method: 'GET',
    path: '/guide/practice/{programId}',
    tag: 'Guide',
    summary: 'Items to practice with; none of them stands in an exam, and no key goes out with them',
    policy,
    problems,
  })
    .input(
      z.strictObject({
        programId,
        organization,
        material: slug.optional().describe('The practice test of the program whose topics are drawn from.'),
      }),
    )
    .output(
      z.object({
        programId: z.string(),
        abbreviation: z.string(),
        title: z.string(),
        tests: z
          .array(z.object({ id: z.string(), title: z.string(), description: z.string(), items: z.number().int() }))
          .describe('The practice tests that the program names.'),
        items: z.array(
          z.object({
            identifier: z.string(),
            topic,
            item: view,
            responseIdentifiers: z.array(z.string()),
          }),
        ),
      }),
    ),
  scorePractice: operation({
    method: 'POST',
    path: '/guide/practice/{programId}/score',
    tag: 'Guide',
    summary: 'Which answers are right, and why, item by item; nothing is stored',
    description: 'An item that is not answered is left out: its key goes out only after a response to it.',
    policy,
    command: false,
    problems: [...problems, 'guide.no-such-item'],
  })
    .input(
      z.strictObject({
        programId,
        organization,
        responses: z
          .record(z.string().max(100), itemResponse)
          .refine((responses) => Object.keys(responses).length <= 200, 'Send at most 200 responses.')
          .describe(
            'By the identifier of the item: the value of its response variable, or an object of values by identifier where it has several.',
          ),
      }),
    )
    .output(
      z.object({
        score: z.number(),
        maxScore: z.number(),
        topics: z.array(topic.extend({ score: z.number(), maxScore: z.number() })),
        items: z.array(
          z.object({
            identifier: z.string(),
            correct: z.boolean(),
            score: z.number(),
            maxScore: z.number(),
            response: itemResponse,
            key: z.record(z.string(), plainValue).describe('By response variable; those that have no key are null.'),
            rationale: z.string(),
            item: view.describe('The item with the feedback that the response calls for.'),
          }),
        ),
      }),
    ),
};
