import { z } from 'zod';
import { noTenant, ofObject, operation } from '../../../platform/operations/operation.ts';
import { calendarDate, done, email, id, instant, line, prose, slug } from '../../../platform/operations/schemas.ts';
import { standing } from './shapes.ts';

const owner = { allow: ['owner'], tenancy: ofObject('candidacy', 'candidacyId') } as const;
const byLink = { allow: ['anyone'], tenancy: noTenant } as const;
const token = z.string().min(20).max(100);

/** What a referee enters under one heading of the form. */
export const answer = z.union([
  z.boolean(),
  z.number().int('Choose a whole number.'),
  z.string().trim().max(5000, 'Write at most 5,000 characters.'),
]);

const formEntry = z.object({ id: z.string(), prompt: z.string(), kind: z.enum(['text', 'rating', 'yes-no']) });

export const statementsContract = {
  requestStatement: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/statements',
    tag: 'Statements',
    summary: 'Ask a referee, or the provider of a training, for a statement',
    description: 'They get a mail with a personal link and need no account. At most ten requests a day.',
    policy: owner,
    problems: [
      'candidacies.not-editable',
      'candidacies.no-such-statement',
      'candidacies.no-such-relation',
      'candidacies.own-address',
      'candidacies.address-refused',
      'candidacies.already-asked',
      'candidacies.too-many-requests',
      'candidacies.email-not-verified',
    ],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        requirement: slug,
        name: line,
        email,
        relation: slug.optional().describe('How they know the candidate, for references; one of the requirement.'),
      }),
    )
    .output(z.object({ requestId: z.string(), standing })),
  withdrawStatement: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/statements/{requestId}/withdraw',
    tag: 'Statements',
    summary: 'Take a request back; its link works no longer',
    policy: owner,
    problems: ['candidacies.no-such-statement', 'candidacies.statement-closed'],
  })
    .input(z.strictObject({ candidacyId: id, requestId: id }))
    .output(z.object({ standing })),
  remindStatement: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/statements/{requestId}/remind',
    tag: 'Statements',
    summary: 'Write to them once more, a day after the last mail at the earliest',
    policy: owner,
    problems: ['candidacies.no-such-statement', 'candidacies.statement-closed', 'candidacies.reminded-lately'],
  })
    .input(z.strictObject({ candidacyId: id, requestId: id }))
    .output(z.object({ remindedAt: instant })),
  getStatementRequest: operation({
    method: 'GET',
    path: '/statements/{token}',
    tag: 'Statements',
    summary: 'What a personal link asks for',
    policy: byLink,
    secret: true,
    problems: ['candidacies.link-invalid', 'candidacies.too-many-tries', 'candidacies.own-candidacy'],
  })
    .input(z.strictObject({ token }))
    .output(
      z.object({
        organizationName: z.string(),
        demonstration: z.boolean(),
        programTitle: z.string(),
        abbreviation: z.string(),
        notice: z.string(),
        language: z.string(),
        candidateName: z.string(),
        name: z.string().describe('Who was asked.'),
        requirementTitle: z.string(),
        description: z.string(),
        until: instant,
        about: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('references'), relation: z.string(), form: z.array(formEntry) }),
          z.object({ kind: z.literal('training'), title: z.string(), provider: z.string(), completedOn: calendarDate }),
        ]),
      }),
    ),
  giveStatement: operation({
    method: 'POST',
    path: '/statements/{token}/give',
    tag: 'Statements',
    summary: 'Give the statement, signed with a typed name',
    description: 'What a referee writes is read by those who review the application, never by the candidate.',
    policy: byLink,
    secret: true,
    problems: [
      'candidacies.link-invalid',
      'candidacies.too-many-tries',
      'candidacies.statement-incomplete',
      'candidacies.own-candidacy',
    ],
  })
    .input(
      z.strictObject({
        token,
        confirmed: z.boolean().describe('A referee recommends the candidate; a provider confirms the completion.'),
        signedName: line,
        answers: z.record(slug, answer).default({}).describe('For references, by the ids of the form.'),
        completedOn: calendarDate.optional().describe('For a training that is confirmed: when it was completed.'),
        remark: prose
          .max(2000)
          .optional()
          .describe('For a training that is not confirmed: why. The candidate reads it.'),
      }),
    )
    .output(done),
  declineStatement: operation({
    method: 'POST',
    path: '/statements/{token}/decline',
    tag: 'Statements',
    summary: 'Decline to give the statement',
    policy: byLink,
    secret: true,
    problems: ['candidacies.link-invalid', 'candidacies.too-many-tries', 'candidacies.own-candidacy'],
  })
    .input(z.strictObject({ token }))
    .output(done),
};
