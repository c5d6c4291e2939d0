import { z } from 'zod';
import { ofObject, operation } from '../../platform/operations/operation.ts';
import { calendarDate, done, id, line, reason } from '../../platform/operations/schemas.ts';

const candidacy = ofObject('candidacy', 'candidacyId');

export const renewalsContract = {
  logEducation: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/education',
    tag: 'Renewal',
    summary: 'Log continuing education with its evidence',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: ['renewals.no-cycle', 'renewals.in-the-future', 'candidacies.no-such-file'],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        title: line,
        provider: line,
        hours: z
          .number()
          .min(0.25, 'Enter at least a quarter of an hour.')
          .max(200)
          .multipleOf(0.25, 'Enter quarters of an hour, such as 1.5.'),
        completedOn: calendarDate,
        fileIds: z.array(id).min(1, 'Add a certificate or other evidence.').max(5),
      }),
    )
    .output(z.object({ entryId: z.string(), counts: z.boolean() })),
  judgeEducation: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/education/{entryId}/verdict',
    tag: 'Renewal',
    summary: 'Accept an entry, or not, with a reason',
    policy: { allow: ['reviewer'], tenancy: candidacy },
    problems: ['renewals.no-such-entry', 'renewals.already-judged', 'renewals.own-candidacy'],
  })
    .input(z.strictObject({ candidacyId: id, entryId: id, verdict: z.enum(['accepted', 'not-accepted']), reason }))
    .output(done),
  submitRenewal: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/renewal',
    tag: 'Renewal',
    summary: 'Ask for renewal',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: [
      'renewals.short-of-hours',
      'renewals.not-open',
      'renewals.already-submitted',
      'renewals.conduct-unsigned',
    ],
  })
    .input(z.strictObject({ candidacyId: id, signedName: line.describe('Signs the code of conduct again.') }))
    .output(done),
  approveRenewal: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/renewal/decision',
    tag: 'Renewal',
    summary: 'Decide on a renewal; the new credential follows',
    policy: { allow: ['program-manager'], tenancy: candidacy },
    problems: ['renewals.nothing-to-decide', 'renewals.short-of-hours', 'renewals.conflict'],
  })
    .input(z.strictObject({ candidacyId: id, reason }))
    .output(done),
};
