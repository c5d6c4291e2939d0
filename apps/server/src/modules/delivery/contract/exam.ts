import type { CandidateItem, ItemResponse } from '@testamur/qti';
import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { done, id, instant, page, reason, slug } from '../../../platform/operations/schemas.ts';

const owner = { allow: ['owner'], tenancy: ofObject('attempt', 'attemptId') } as const;
const candidacyOwner = { allow: ['owner'], tenancy: ofObject('candidacy', 'candidacyId') } as const;

export const attemptStatus = z.enum(['working', 'sealed', 'sealed-at-time', 'canceled']);

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]);
const plainValue = z.union([
  scalar,
  z.array(scalar).max(200),
  z.record(z.string().max(64), z.union([scalar, z.null()])),
  z.null(),
]);
/** What is sent for one item: the value of its response variable, or values by identifier where it has several. */
export const itemResponse: z.ZodType<ItemResponse, ItemResponse> = z.union([
  plainValue,
  z.record(z.string().max(64), plainValue),
]);

/** One line of the append-only log. `seq` counts up from 1 within the attempt, over all its devices. */
export const logEntry = z.strictObject({
  seq: z.int().min(1).max(1_000_000),
  itemId: z.string().min(1).max(64),
  kind: z.enum(['response', 'flag']),
  value: itemResponse,
  // Recorded as it is and never reckoned with; the year 0 is one that databases do not have.
  clientAt: instant.refine((text) => !text.startsWith('0000'), 'Use a year from 0001 on.'),
});

/** Read by the plain route of the hot path, too. */
export const saveResponsesPolicy = owner;
export const saveResponsesInput = z.strictObject({
  attemptId: id,
  deviceId: id,
  entries: z.array(logEntry).min(1).max(200),
});

const clock = z.object({
  serverNow: instant,
  endsAt: instant,
  status: attemptStatus,
});

export const examContract = {
  getLobby: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/lobby',
    tag: 'Exam',
    summary: 'Before the exam: rules, time, what is ready',
    policy: candidacyOwner,
    problems: ['delivery.no-such-assessment'],
  })
    .input(z.strictObject({ candidacyId: id, assessmentId: slug }))
    .output(
      z.object({
        title: z.string(),
        items: z.number().int(),
        minutes: z.number().describe('The time granted, accommodations included.'),
        timeMultiplier: z.number(),
        ready: z.boolean(),
        reason: z.string().describe('Why it cannot begin, where it cannot.'),
        window: z.object({ from: instant, until: instant }).optional(),
        attemptId: z.string().optional().describe('An attempt under way.'),
        rules: z.array(z.string()),
      }),
    ),
  beginAttempt: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/assessments/{assessmentId}/attempts',
    tag: 'Exam',
    summary: 'Begin the exam; the clock starts',
    policy: candidacyOwner,
    problems: [
      'delivery.not-authorized',
      'delivery.no-form',
      'delivery.sees-items',
      'delivery.database-not-durable',
      'delivery.already-begun',
      'delivery.agreement-needed',
    ],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        assessmentId: slug,
        agreed: z.literal(true, 'Agree to the rules of the exam first.'),
      }),
    )
    .output(z.object({ attemptId: z.string() })),
  openAttempt: operation({
    method: 'POST',
    path: '/attempts/{attemptId}/open',
    tag: 'Exam',
    summary: 'Open the exam on this device: items, answers so far, clock',
    description: 'The device opened last may write; the others are told.',
    policy: owner,
    problems: ['delivery.attempt-over'],
  })
    .input(z.strictObject({ attemptId: id, deviceId: id }))
    .output(
      clock.extend({
        candidateName: z.string(),
        title: z.string(),
        nextSeq: z.number().int(),
        items: z.array(
          z.object({
            itemId: z.string(),
            view: z.custom<CandidateItem>((value) => typeof value === 'object' && value !== null),
            responseIdentifiers: z
              .array(z.string())
              .describe('With one, a response is its value; with several, an object of values by identifier.'),
          }),
        ),
        responses: z.record(z.string(), itemResponse),
        flags: z.array(z.string()),
      }),
    ),
  saveResponses: operation({
    method: 'POST',
    path: '/attempts/{attemptId}/responses',
    tag: 'Exam',
    summary: 'Append answers and flags; acknowledged once they are on disk',
    description:
      'The same sequence number twice is a no-op; with another content it is refused and logged as an incident. Entries need no Idempotency-Key: the sequence number is one.',
    policy: saveResponsesPolicy,
    command: false,
    problems: [
      'delivery.attempt-over',
      'delivery.other-device',
      'delivery.sequence-conflict',
      'delivery.response-invalid',
    ],
  })
    .input(saveResponsesInput)
    .output(clock.extend({ acknowledged: z.array(z.number().int()) })),
  getClock: operation({
    method: 'GET',
    path: '/attempts/{attemptId}/clock',
    tag: 'Exam',
    summary: 'How much time is left, by the server',
    policy: owner,
  })
    .input(z.strictObject({ attemptId: id }))
    .output(clock),
  submitAttempt: operation({
    method: 'POST',
    path: '/attempts/{attemptId}/submit',
    tag: 'Exam',
    summary: 'Submit; the attempt is sealed',
    description: 'Submitting a sealed attempt again answers with its seal.',
    policy: owner,
    problems: ['delivery.answers-missing', 'delivery.other-device'],
  })
    .input(
      z.strictObject({
        attemptId: id,
        deviceId: id,
        lastSeq: z
          .int()
          .min(0)
          .describe('The last sequence number the device has written; refused while the server lacks one.'),
      }),
    )
    .output(
      z.object({ status: attemptStatus, sealedAt: instant, answered: z.number().int(), items: z.number().int() }),
    ),
  listAttempts: operation({
    method: 'GET',
    path: '/organizations/{organization}/attempts',
    tag: 'Exam',
    summary: 'Attempts for those who watch over exams: who needs help',
    policy: { allow: ['proctor', 'program-manager', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page }))
    .output(
      z.object({
        attempts: z.array(
          z.object({
            attemptId: z.string(),
            candidateName: z.string(),
            abbreviation: z.string(),
            status: z.union([attemptStatus, z.literal('offline')]),
            answered: z.number().int(),
            items: z.number().int(),
            endsAt: instant,
            lastSavedAt: instant.optional(),
            incidents: z.array(z.object({ at: instant, kind: z.string(), note: z.string() })),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  cancelAttempt: operation({
    method: 'POST',
    path: '/attempts/{attemptId}/cancel',
    tag: 'Exam',
    summary: 'Cancel an attempt that an incident spoiled; the candidate may begin anew',
    policy: { allow: ['program-manager'], tenancy: ofObject('attempt', 'attemptId') },
    problems: ['delivery.attempt-over', 'delivery.own-attempt'],
  })
    .input(z.strictObject({ attemptId: id, reason }))
    .output(done),
};
