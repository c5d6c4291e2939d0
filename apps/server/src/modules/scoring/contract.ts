import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../platform/operations/operation.ts';
import { id, instant, page, slug } from '../../platform/operations/schemas.ts';
import { portfolioPiece } from '../delivery/contract/portfolio.ts';

const rating = ofObject('rating', 'ratingId');
const level = z.int().min(0).max(10);

const mark = z.strictObject({
  criterion: slug,
  level,
  comment: z.string().trim().max(2000).describe('Shown to the candidate where the portfolio fails.'),
});

const ratingState = z.enum(['waiting', 'in-progress', 'submitted']);

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
  passed: z.boolean(),
  scoredAt: instant,
  releasedAt: instant.optional(),
  incidents: z.number().int(),
});

export const scoringContract = {
  listRatings: operation({
    method: 'GET',
    path: '/organizations/{organization}/ratings',
    tag: 'Scoring',
    summary: 'Ratings that I was asked for',
    policy: { allow: ['examiner'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page }))
    .output(
      z.object({
        ratings: z.array(
          z.object({
            ratingId: z.string(),
            number: z.string(),
            abbreviation: z.string(),
            assessmentTitle: z.string(),
            state: ratingState,
            askedAt: instant,
            submittedAt: instant.optional(),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  getRating: operation({
    method: 'GET',
    path: '/ratings/{ratingId}',
    tag: 'Scoring',
    summary: 'The work and the rubric; the candidate goes by number',
    policy: { allow: ['examiner'], tenancy: rating },
    problems: ['scoring.not-your-rating'],
  })
    .input(z.strictObject({ ratingId: id }))
    .output(
      z.object({
        ratingId: z.string(),
        number: z.string(),
        programTitle: z.string(),
        assessmentTitle: z.string(),
        state: ratingState,
        pieces: z.array(portfolioPiece),
        rubric: z.array(
          z.object({
            criterion: z.string(),
            title: z.string(),
            description: z.string(),
            levels: z.array(z.object({ level: z.number().int(), label: z.string(), descriptor: z.string() })),
          }),
        ),
        marks: z.array(mark),
        passMark: z.number(),
        maxScore: z.number(),
      }),
    ),
  saveRating: operation({
    method: 'PUT',
    path: '/ratings/{ratingId}',
    tag: 'Scoring',
    summary: 'Save marks as a draft',
    policy: { allow: ['examiner'], tenancy: rating },
    problems: ['scoring.not-your-rating', 'scoring.already-submitted', 'scoring.no-such-level'],
  })
    .input(z.strictObject({ ratingId: id, marks: z.array(mark).max(20) }))
    .output(z.object({ savedAt: instant })),
  submitRating: operation({
    method: 'POST',
    path: '/ratings/{ratingId}/submit',
    tag: 'Scoring',
    summary: 'Submit the marks; they can no longer be changed',
    policy: { allow: ['examiner'], tenancy: rating },
    problems: [
      'scoring.not-your-rating',
      'scoring.already-submitted',
      'scoring.marks-missing',
      'scoring.no-such-level',
      'scoring.conflict',
    ],
  })
    .input(z.strictObject({ ratingId: id, marks: z.array(mark).max(20) }))
    .output(z.object({ submittedAt: instant })),
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
            attempt: z.number().int(),
            passed: z.boolean(),
            score: z.number(),
            maxScore: z.number(),
            passMark: z.number(),
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
            retakeFrom: instant.optional(),
            attemptsLeft: z.number().int(),
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
