import { z } from 'zod';
import { ofObject, operation } from '../../../platform/operations/operation.ts';
import { done, id, instant, line, slug } from '../../../platform/operations/schemas.ts';

const candidacy = ofObject('candidacy', 'candidacyId');
const piece = ofObject('portfolio-piece', 'pieceId');

export const portfolioPiece = z.object({
  id: z.string(),
  title: z.string(),
  reflection: z.string(),
  criteria: z.array(z.string()),
  file: z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number().int() }),
  updatedAt: instant,
});

const fields = {
  title: line,
  reflection: z
    .string()
    .trim()
    .min(50, 'Write at least 50 characters: what you did, why, and what you learned.')
    .max(6000),
  criteria: z.array(slug).min(1, 'Choose at least one criterion that this piece shows.').max(10),
};

export const portfolioContract = {
  getPortfolio: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/portfolio',
    tag: 'Portfolio',
    summary: 'The pieces so far, and whether they can still be changed',
    policy: { allow: ['owner', 'program-manager', 'auditor'], tenancy: candidacy },
    problems: ['delivery.no-such-assessment'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(
      z.object({
        pieces: z.array(portfolioPiece),
        editable: z.boolean(),
        reason: z.string(),
        submittedAt: instant.optional(),
        uncoveredCriteria: z.array(z.string()),
      }),
    ),
  addPiece: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/portfolio/pieces',
    tag: 'Portfolio',
    summary: 'Add a piece: a file, a reflection, the criteria it shows',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: [
      'delivery.portfolio-closed',
      'delivery.too-many-pieces',
      'delivery.no-such-criterion',
      'candidacies.no-such-file',
    ],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug, fileId: id, ...fields }))
    .output(portfolioPiece),
  updatePiece: operation({
    method: 'PUT',
    path: '/portfolio-pieces/{pieceId}',
    tag: 'Portfolio',
    summary: 'Change a piece',
    policy: { allow: ['owner'], tenancy: piece },
    problems: ['delivery.portfolio-closed', 'delivery.no-such-criterion'],
  })
    .input(z.strictObject({ pieceId: id, ...fields }))
    .output(portfolioPiece),
  removePiece: operation({
    method: 'DELETE',
    path: '/portfolio-pieces/{pieceId}',
    tag: 'Portfolio',
    summary: 'Take a piece out',
    policy: { allow: ['owner'], tenancy: piece },
    problems: ['delivery.portfolio-closed'],
  })
    .input(z.strictObject({ pieceId: id }))
    .output(done),
  submitPortfolio: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/portfolio/submit',
    tag: 'Portfolio',
    summary: 'Submit the portfolio for rating; it can no longer be changed',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: ['delivery.portfolio-closed', 'delivery.portfolio-incomplete'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(done),
};
