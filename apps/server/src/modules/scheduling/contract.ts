import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../platform/operations/operation.ts';
import { done, id, instant, reason, slug } from '../../platform/operations/schemas.ts';

const object = ofObject('candidacy', 'candidacyId');
const assessment = z.strictObject({ candidacyId: id, assessmentId: slug });

export const schedulingContract = {
  getAuthorization: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/authorization',
    tag: 'Scheduling',
    summary: 'The authorization to test: window, time, accommodations',
    policy: { allow: ['owner', 'program-manager', 'proctor', 'auditor'], tenancy: object },
    problems: ['scheduling.not-authorized', 'scheduling.waits-for-form'],
  })
    .input(assessment)
    .output(
      z.object({
        number: z.string(),
        assessmentId: z.string(),
        attempt: z.number().int(),
        from: instant,
        until: instant,
        minutes: z.number().int(),
        timeMultiplier: z.number(),
        places: z.array(z.string()).describe('Where it can be taken.'),
        prepare: z.array(z.string()).describe('What has to be brought and made ready.'),
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
    .input(assessment)
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
    .input(assessment.extend({ until: instant, reason }))
    .output(z.object({ until: instant })),
  authorizeAgain: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/authorizations',
    tag: 'Scheduling',
    summary: 'Authorize one attempt more than the retake rule gives',
    description: 'Where every attempt was taken and none passed, after an appeal for instance. It costs nothing.',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'scheduling.attempts-left',
      'scheduling.waits-for-form',
      'scheduling.not-authorized',
      'scheduling.not-later',
      'scheduling.own-candidacy',
      'scheduling.begun-anew',
    ],
  })
    .input(assessment.extend({ until: instant, reason }))
    .output(z.object({ number: z.string(), attempt: z.number().int(), until: instant })),
  listFormNeeds: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/form-needs',
    tag: 'Scheduling',
    summary: 'Whether the exams of a program have enough forms, and who waits for one',
    policy: { allow: ['program-manager', 'psychometrician', 'auditor'], tenancy: inOrganization },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ organization: slug, programId: slug }))
    .output(
      z.object({
        exams: z.array(
          z.object({
            assessmentId: z.string(),
            title: z.string(),
            edition: z.string(),
            forms: z.number().int().describe('Forms that are published.'),
            attempts: z.number().int().describe('Attempts that the program allows; each needs a form of its own.'),
            isEnough: z.boolean(),
            problem: z.string().describe('What is wrong and what to do, in words; empty where there are enough.'),
            waiting: z.array(
              z.object({ candidacyId: z.string(), number: z.string(), attempt: z.number().int(), since: instant }),
            ),
          }),
        ),
      }),
    ),
  listExaminers: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/examiners',
    tag: 'Scheduling',
    summary: 'Examiners, who of them may not examine this candidate and why, and how many are still needed',
    policy: { allow: ['program-manager'], tenancy: object },
  })
    .input(assessment)
    .output(
      z.object({
        examiners: z.array(
          z.object({
            personId: z.string(),
            name: z.string(),
            openRatings: z.number().int(),
            conflict: z.string().optional(),
            state: z.enum(['asked', 'submitted']).optional().describe('Of those who are to rate this attempt.'),
          }),
        ),
        panel: z.object({
          examiners: z.number().int().describe('How many judge the attempt together.'),
          assigned: z.number().int(),
          missing: z.number().int(),
        }),
      }),
    ),
  assignExaminer: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/examiners',
    tag: 'Scheduling',
    summary: 'Ask an examiner to rate',
    description: 'What was handed in, or what a candidate who is authorized will do in a session.',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'scheduling.conflict',
      'scheduling.not-an-examiner',
      'scheduling.already-assigned',
      'scheduling.panel-full',
      'scheduling.nothing-to-rate',
      'scheduling.own-candidacy',
    ],
  })
    .input(assessment.extend({ personId: id }))
    .output(z.object({ assignmentId: z.string() })),
  releaseExaminer: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/examiners/{personId}/release',
    tag: 'Scheduling',
    summary: 'Release an examiner who cannot rate, so that another one can be asked',
    description: 'Who has submitted a rating stays. Whoever was asked once may not decide on the candidate.',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'scheduling.not-assigned',
      'scheduling.rating-submitted',
      'scheduling.nothing-to-rate',
      'scheduling.own-candidacy',
    ],
  })
    .input(assessment.extend({ personId: id, reason }))
    .output(done),
};
