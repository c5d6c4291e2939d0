import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../platform/operations/operation.ts';
import { calendarDate, done, id, instant, line, page, reason, slug } from '../../platform/operations/schemas.ts';

const candidacy = ofObject('candidacy', 'candidacyId');

export const renewalsContract = {
  chooseRenewalRoute: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/renewal/route',
    tag: 'Renewal',
    summary: 'Choose how to renew, where the program has several ways',
    description: 'It can be chosen anew until the renewal is submitted.',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: ['renewals.no-cycle', 'renewals.no-such-route', 'renewals.already-submitted'],
  })
    .input(z.strictObject({ candidacyId: id, route: slug }))
    .output(done),
  logEducation: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/education',
    tag: 'Renewal',
    summary: 'Log continuing education with its evidence',
    policy: { allow: ['owner'], tenancy: candidacy },
    problems: [
      'renewals.no-cycle',
      'renewals.in-the-future',
      'renewals.no-such-category',
      'renewals.no-education',
      'candidacies.no-such-file',
    ],
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
        category: slug.optional().describe('One of the route; without it, the first.'),
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
      'renewals.no-route',
      'renewals.short-of-hours',
      'renewals.exam-not-passed',
      'renewals.not-open',
      'renewals.already-submitted',
      'renewals.conduct-unsigned',
    ],
  })
    .input(z.strictObject({ candidacyId: id, signedName: line.describe('Signs the code of conduct again.') }))
    .output(
      z.object({
        ok: z.literal(true),
        audited: z
          .boolean()
          .optional()
          .describe('Whether its evidence was drawn to be looked at; absent where all evidence is.'),
      }),
    ),
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
  listRenewalDraws: operation({
    method: 'GET',
    path: '/organizations/{organization}/renewal-draws',
    tag: 'Renewal',
    summary: 'Which renewals were drawn for an audit, the latest first, with all that it takes to draw them again',
    policy: { allow: ['auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page }))
    .output(
      z.object({
        rule: z.string(),
        seed: z.string().optional().describe('Absent until the first draw.'),
        draws: z.array(
          z.object({
            candidacyId: z.string(),
            number: z.string(),
            cycle: z.number().int(),
            percent: z.number(),
            drawn: z.number(),
            audited: z.boolean(),
            drawnAt: instant,
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
};
