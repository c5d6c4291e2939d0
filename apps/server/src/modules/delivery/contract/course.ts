import { z } from 'zod';
import { ofObject, operation } from '../../../platform/operations/operation.ts';
import { id, instant, slug } from '../../../platform/operations/schemas.ts';

const candidacy = ofObject('candidacy', 'candidacyId');

const course = z.object({
  title: z.string(),
  attempt: z.number().int(),
  state: z.enum(['locked', 'open', 'completed']),
  reason: z.string().describe('Why it is not open, and what comes first; empty where it is.'),
  modules: z.array(
    z.object({
      module: z.string(),
      title: z.string(),
      description: z.string(),
      hours: z.number().int().optional(),
      completedAt: instant.optional().describe('When the completion was recorded.'),
    }),
  ),
  completed: z.number().int(),
  hours: z.number().int().describe('Of all modules together, as far as the program says.'),
  hoursCompleted: z.number().int(),
});

export const courseContract = {
  getCourse: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/course',
    tag: 'Course',
    summary: 'The modules of a course, what is completed, and whether it is open',
    policy: { allow: ['owner', 'examiner', 'program-manager', 'auditor'], tenancy: candidacy },
    problems: ['delivery.no-such-assessment'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(course),
  recordModule: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/course/modules/{module}',
    tag: 'Course',
    summary: 'Record that a candidate has completed a module',
    description: 'Once a module. The course is passed with the last one; its result goes out by itself.',
    policy: { allow: ['examiner', 'program-manager'], tenancy: candidacy },
    problems: [
      'delivery.no-such-assessment',
      'delivery.no-such-module',
      'delivery.course-closed',
      'delivery.module-recorded',
      'delivery.own-course',
    ],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug, module: slug }))
    .output(course),
};
