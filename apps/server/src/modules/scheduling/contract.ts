import { z } from 'zod';
import { ofObject, operation } from '../../platform/operations/operation.ts';
import { id, instant, reason, slug } from '../../platform/operations/schemas.ts';

const object = ofObject('candidacy', 'candidacyId');

export const schedulingContract = {
  getAuthorization: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/authorization',
    tag: 'Scheduling',
    summary: 'The authorization to test: window, time, accommodations',
    policy: { allow: ['owner', 'program-manager', 'proctor', 'auditor'], tenancy: object },
    problems: ['scheduling.not-authorized'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(
      z.object({
        number: z.string(),
        assessmentId: z.string(),
        attempt: z.number().int(),
        from: instant,
        until: instant,
        minutes: z.number().int(),
        timeMultiplier: z.number(),
      }),
    ),
  getAuthorizationPdf: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/authorization.pdf',
    tag: 'Scheduling',
    summary: 'The authorization letter as PDF',
    policy: { allow: ['owner', 'program-manager', 'proctor', 'auditor'], tenancy: object },
    problems: ['scheduling.not-authorized'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(z.file()),
  extendWindow: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/window',
    tag: 'Scheduling',
    summary: 'Move the end of the testing window',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'scheduling.not-authorized',
      'scheduling.not-later',
      'scheduling.own-candidacy',
      'scheduling.begun-anew',
    ],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug, until: instant, reason }))
    .output(z.object({ until: instant })),
  listExaminers: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/examiners',
    tag: 'Scheduling',
    summary: 'Examiners, and who of them may not examine this candidate and why',
    policy: { allow: ['program-manager'], tenancy: object },
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(
      z.object({
        examiners: z.array(
          z.object({
            personId: z.string(),
            name: z.string(),
            openRatings: z.number().int(),
            conflict: z.string().optional(),
          }),
        ),
      }),
    ),
  assignExaminer: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/examiners',
    tag: 'Scheduling',
    summary: 'Ask an examiner to rate',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'scheduling.conflict',
      'scheduling.not-an-examiner',
      'scheduling.already-assigned',
      'scheduling.nothing-to-rate',
      'scheduling.own-candidacy',
    ],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug, personId: id }))
    .output(z.object({ assignmentId: z.string() })),
};
