import { candidacyStatuses } from '@testamur/program';
import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { anyStaff } from '../../../platform/operations/parties.ts';
import { id, instant, line, page, reason, slug } from '../../../platform/operations/schemas.ts';
import { candidacySummary, standing } from './shapes.ts';

const object = ofObject('candidacy', 'candidacyId');
const changed = z.object({ standing });

export const queueSlugs = [
  'review',
  'membership',
  'accommodation',
  'payment',
  'examiner',
  'ratings',
  'courses',
  'results',
  'decision',
  'education',
  'renewal',
] as const;
export type QueueSlug = (typeof queueSlugs)[number];

const queueRow = z.object({
  candidacyId: z.string(),
  number: z.string(),
  candidateName: z.string(),
  programId: z.string(),
  abbreviation: z.string(),
  status: z.enum(candidacyStatuses),
  what: z.string().describe('What waits, in words.'),
  subject: z.string().optional(),
  waitingSince: instant,
  claimedBy: z.object({ personId: z.string(), name: z.string() }).optional(),
});

export const staffContract = {
  listQueues: operation({
    method: 'GET',
    path: '/organizations/{organization}/queues',
    tag: 'Staff',
    summary: 'Queues that my roles work on, with counts',
    policy: { allow: anyStaff, tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({ queues: z.array(z.object({ slug: z.enum(queueSlugs), label: z.string(), count: z.number().int() })) }),
    ),
  getQueue: operation({
    method: 'GET',
    path: '/organizations/{organization}/queues/{queue}',
    tag: 'Staff',
    summary: 'One queue, oldest first',
    policy: { allow: anyStaff, tenancy: inOrganization },
    problems: ['candidacies.queue-of-another-role'],
  })
    .input(z.strictObject({ organization: slug, queue: z.enum(queueSlugs), page }))
    .output(
      z.object({
        slug: z.enum(queueSlugs),
        label: z.string(),
        rows: z.array(queueRow),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  searchCandidacies: operation({
    method: 'GET',
    path: '/organizations/{organization}/candidacies',
    tag: 'Staff',
    summary: 'Find candidacies by name, number or status',
    policy: {
      allow: ['program-manager', 'reviewer', 'finance', 'psychometrician', 'auditor'],
      tenancy: inOrganization,
    },
  })
    .input(z.strictObject({ organization: slug, query: z.string().trim().max(100).default(''), page }))
    .output(
      z.object({
        candidacies: z.array(candidacySummary.extend({ candidateName: z.string(), updatedAt: instant })),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  claimCandidacy: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/claimed',
    tag: 'Staff',
    summary: 'Say that I work on this one, or no longer',
    policy: { allow: ['reviewer', 'program-manager', 'finance'], tenancy: object },
    problems: ['candidacies.claimed-by-another'],
  })
    .input(z.strictObject({ candidacyId: id, claimed: z.boolean() }))
    .output(z.object({ ok: z.literal(true) })),
  judgeRequirement: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/requirements/{requirement}/verdict',
    tag: 'Staff',
    summary: 'Accept, ask for more, or not accept, with a reason',
    description:
      'Names the claim that was looked at, so that a claim changed meanwhile is not judged unseen. For references, ' +
      '`claimDeclaredAt` is when the latest statement was given, and `entryIds` are the requests.',
    policy: { allow: ['reviewer'], tenancy: object },
    problems: [
      'candidacies.nothing-to-judge',
      'candidacies.claim-changed',
      'candidacies.already-judged',
      'candidacies.no-such-entry',
      'candidacies.own-candidacy',
      'candidacies.asked-for-statement',
    ],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        requirement: slug,
        claimDeclaredAt: instant,
        verdict: z.enum(['accepted', 'more-needed', 'not-accepted']),
        reason,
        entryIds: z.array(id).max(50).optional(),
      }),
    )
    .output(changed),
  judgeMembership: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/membership/verdict',
    tag: 'Staff',
    summary: 'Verify a membership, or not',
    policy: { allow: ['reviewer', 'finance'], tenancy: object },
    problems: ['candidacies.nothing-to-judge', 'candidacies.already-judged', 'candidacies.own-candidacy'],
  })
    .input(z.strictObject({ candidacyId: id, verified: z.boolean(), reason }))
    .output(changed),
  decideAccommodation: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/accommodation/decision',
    tag: 'Staff',
    summary: 'Grant extra time, or not',
    policy: { allow: ['program-manager'], tenancy: object },
    problems: [
      'candidacies.nothing-to-judge',
      'candidacies.already-judged',
      'candidacies.time-not-offered',
      'candidacies.own-candidacy',
    ],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        granted: z.boolean(),
        timeMultiplier: z.union([z.literal(1), z.literal(1.25), z.literal(1.5), z.literal(2)]),
        reason,
      }),
    )
    .output(changed),
  importMemberRoll: operation({
    method: 'PUT',
    path: '/organizations/{organization}/member-roll/{payerClass}',
    tag: 'Staff',
    summary: 'Replace the list of members that verifies member prices by itself',
    policy: { allow: ['finance', 'administrator'], tenancy: inOrganization },
    problems: ['candidacies.roll-refused'],
  })
    .input(
      z.strictObject({
        organization: slug,
        payerClass: slug,
        csv: z.string().max(5_000_000).describe('Columns `member_number`, `email`, `valid_until` (YYYY-MM-DD).'),
      }),
    )
    .output(z.object({ members: z.number().int(), verifiedNow: z.number().int() })),
  getMemberRoll: operation({
    method: 'GET',
    path: '/organizations/{organization}/member-roll/{payerClass}',
    tag: 'Staff',
    summary: 'How many members the list holds and when it came',
    policy: { allow: ['finance', 'administrator', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, payerClass: line }))
    .output(z.object({ members: z.number().int(), importedAt: instant.optional() })),
};
