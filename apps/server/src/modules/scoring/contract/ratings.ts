import type { Rated } from '@testamur/program';
import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { calendarDate, id, instant, page, slug } from '../../../platform/operations/schemas.ts';
import { portfolioPiece } from '../../delivery/contract/portfolio.ts';

const rating = ofObject('rating', 'ratingId');
const level = z.int().min(0).max(100);

const mark = z.strictObject({
  criterion: slug,
  level,
  comment: z.string().trim().max(2000).describe('Shown to the candidate who does not pass.'),
});
const marks = z.array(mark).max(100);

const ratingState = z.enum(['waiting', 'in-progress', 'submitted']);
const ratedKind = z.enum(['portfolio', 'performance', 'oral', 'hands-on'] satisfies Rated['kind'][]);

export const ratingsContract = {
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
            kind: ratedKind,
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
    summary: 'The work and the rubric; who handed something in goes by number',
    description:
      'In a session the examiner meets the candidate, and is told the name. What others of the panel gave is never shown.',
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
        kind: ratedKind,
        candidateName: z.string().optional().describe('Of a session: whom to expect.'),
        state: ratingState,
        session: z
          .object({
            minutes: z.number().describe('The time of the candidate, accommodations included.'),
            window: z.object({ from: instant, until: instant }).optional(),
            heldOn: calendarDate.optional().describe('The day that one of the panel has stated already.'),
          })
          .optional()
          .describe('Of a session: how long, and on which days it can be held.'),
        panel: z.object({
          examiners: z.number().int().describe('How many judge together.'),
          submitted: z.number().int().describe('How many of them have submitted.'),
        }),
        pieces: z.array(portfolioPiece),
        rubric: z.array(
          z.object({
            criterion: z.string(),
            title: z.string(),
            description: z.string(),
            minutes: z.number().int().optional().describe('Standard time at this task or station.'),
            levels: z.array(z.object({ level: z.number().int(), label: z.string(), descriptor: z.string() })),
          }),
        ),
        marks: z.array(mark),
        passMark: z.number(),
        minimumPerCriterion: z.number(),
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
    .input(z.strictObject({ ratingId: id, marks }))
    .output(z.object({ savedAt: instant })),
  submitRating: operation({
    method: 'POST',
    path: '/ratings/{ratingId}/submit',
    tag: 'Scoring',
    summary: 'Submit the marks; they can no longer be changed',
    description:
      'Of a session with the day on which it was held. The result is made once all of the panel have submitted.',
    policy: { allow: ['examiner'], tenancy: rating },
    problems: [
      'scoring.not-your-rating',
      'scoring.already-submitted',
      'scoring.marks-missing',
      'scoring.no-such-level',
      'scoring.held-on',
      'scoring.begun-anew',
      'scoring.conflict',
    ],
  })
    .input(
      z.strictObject({
        ratingId: id,
        marks,
        heldOn: calendarDate.optional().describe('Of a session: within its window, and not in the future.'),
      }),
    )
    .output(
      z.object({
        submittedAt: instant,
        missing: z.number().int().describe('How many of the panel still have to submit.'),
      }),
    ),
};
