import type { Assessment } from '@testamur/program';
import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { id, instant, page, slug } from '../../../platform/operations/schemas.ts';

const result = z.object({
  resultId: z.string(),
  candidacyId: z.string(),
  number: z.string(),
  candidateName: z.string(),
  abbreviation: z.string(),
  assessmentId: z.string(),
  assessmentTitle: z.string(),
  attempt: z.number().int(),
  score: z.number(),
  maxScore: z.number(),
  passMark: z.number(),
  scaledScore: z.number().optional(),
  passed: z.boolean(),
  scoredAt: instant,
  releasedAt: instant.optional(),
  incidents: z.number().int(),
});

export const resultsContract = {
  listResults: operation({
    method: 'GET',
    path: '/organizations/{organization}/results',
    tag: 'Scoring',
    summary: 'Results, those to release first',
    policy: { allow: ['psychometrician', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, waiting: z.enum(['true', 'false']).default('false') }))
    .output(
      z.object({
        results: z.array(result),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  releaseResults: operation({
    method: 'POST',
    path: '/organizations/{organization}/results/release',
    tag: 'Scoring',
    summary: 'Release results to their candidates',
    policy: { allow: ['psychometrician'], tenancy: inOrganization },
    problems: ['scoring.no-such-result', 'scoring.own-result'],
  })
    .input(
      z.strictObject({ organization: slug, resultIds: z.array(id).min(1, 'Choose at least one result.').max(500) }),
    )
    .output(z.object({ released: z.number().int(), alreadyReleased: z.number().int() })),
  getScoreReport: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/score-report',
    tag: 'Scoring',
    summary: 'Released results in words and by topic',
    policy: {
      allow: ['owner', 'program-manager', 'psychometrician', 'auditor'],
      tenancy: ofObject('candidacy', 'candidacyId'),
    },
    problems: ['scoring.nothing-released'],
  })
    .input(z.strictObject({ candidacyId: id }))
    .output(
      z.object({
        number: z.string(),
        candidateName: z.string(),
        programTitle: z.string(),
        edition: z.string(),
        assessments: z.array(
          z.object({
            assessmentId: z.string(),
            title: z.string(),
            kind: z.enum([
              'exam',
              'portfolio',
              'performance',
              'oral',
              'hands-on',
              'course',
            ] satisfies Assessment['kind'][]),
            attempt: z.number().int(),
            passed: z.boolean(),
            score: z.number(),
            maxScore: z.number(),
            passMark: z.number(),
            scaled: z
              .object({ score: z.number(), cut: z.number(), lowest: z.number(), highest: z.number() })
              .optional()
              .describe('Where the program reports scores on a scale.'),
            releasedAt: instant,
            topics: z.array(
              z.object({
                topic: z.string(),
                title: z.string(),
                score: z.number(),
                maxScore: z.number(),
                marginPoints: z.number().describe('Standard error of the topic score, binomial, in score points.'),
              }),
            ),
            comments: z.array(z.object({ criterion: z.string(), comment: z.string() })),
            nextStep: z.string().describe('What comes next, in words.'),
            retakeFrom: instant.optional(),
            attemptsLeft: z.number().int(),
            appealUntil: instant.describe('The last instant at which this result can be appealed.'),
          }),
        ),
        appealDays: z.number().int(),
      }),
    ),
  getScoreReportPdf: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/score-report.pdf',
    tag: 'Scoring',
    summary: 'The score report as PDF',
    policy: {
      allow: ['owner', 'program-manager', 'psychometrician', 'auditor'],
      tenancy: ofObject('candidacy', 'candidacyId'),
    },
    problems: ['scoring.nothing-released'],
  })
    .input(z.strictObject({ candidacyId: id }))
    .output(z.file()),
};
