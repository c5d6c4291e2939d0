import { z } from 'zod';
import { ofObject, operation } from '../../platform/operations/operation.ts';
import { calendarDate, id, instant } from '../../platform/operations/schemas.ts';
import { fieldIds, stepKinds } from './rules/sight.ts';
import { checkIds } from './rules/values.ts';

const credential = ofObject('credential', 'credentialId');

const person = z.object({
  role: z.enum(['holder', 'staff', 'examiner', 'third-party', 'system']),
  name: z.string().optional().describe('For auditors and program managers.'),
});

const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'code']), text: z.string() }),
  z.object({ kind: z.literal('instant'), at: instant }),
  z.object({ kind: z.literal('day'), day: calendarDate }),
  z.object({ kind: z.literal('number'), number: z.number() }),
  z.object({ kind: z.literal('points'), score: z.number(), of: z.number() }),
  z.object({ kind: z.literal('hash'), hex: z.string().describe('SHA-256.') }),
  z.object({ kind: z.literal('yes'), yes: z.boolean() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('payments'),
    payments: z.array(
      z.object({
        invoiceId: z.string(),
        title: z.string(),
        amountMinor: z.number(),
        currency: z.string(),
        byVoucher: z.boolean(),
      }),
    ),
  }),
  z.object({ kind: z.literal('people'), people: z.array(person) }),
  z.object({
    kind: z.literal('marks'),
    ratings: z.array(
      z.object({
        by: person,
        submittedAt: instant,
        marks: z.array(z.object({ criterion: z.string(), level: z.number() })),
      }),
    ),
  }),
  z.object({ kind: z.literal('not-recorded') }),
]);

const step = z.object({
  kind: z.enum(stepKinds),
  assessmentId: z.string().optional(),
  subject: z.string().optional().describe('The title of the assessment that it is about.'),
  at: instant.optional(),
  credentialId: z.string().optional().describe('Of the step `previous`: the credential before this one.'),
  details: z.array(z.object({ field: z.enum(fieldIds), value })),
  checks: z.array(
    z.object({
      of: z.enum(checkIds),
      state: z.enum(['ok', 'broken', 'not-recorded']).describe('`not-recorded`: there is nothing to hold it against.'),
    }),
  ),
  facts: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      at: instant,
      entry: z
        .object({ seq: z.number().int(), hash: z.string(), action: z.string() })
        .optional()
        .describe('Where it stands in the audit; for auditors and program managers.'),
    }),
  ),
});

export const evidenceContract = {
  getEvidenceChain: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/evidence',
    tag: 'Credentials',
    summary: 'Where a credential comes from, link by link, and how each was checked',
    description:
      'From the signature back over decision, results, forms, ratings, attempts, application and fees to the edition of the program. Holders read their own, without names and workings of the organization.',
    policy: { allow: ['owner', 'auditor', 'program-manager'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(
      z.object({
        credentialId: z.string(),
        number: z.string(),
        cycle: z.number().int(),
        candidacyId: z.string(),
        candidacyNumber: z.string(),
        holderName: z.string(),
        title: z.string(),
        organizationName: z.string(),
        demonstration: z.boolean(),
        reader: z.enum(['holder', 'staff']),
        checkedAt: instant,
        checks: z.object({ ok: z.number().int(), broken: z.number().int(), notRecorded: z.number().int() }),
        steps: z.array(step),
      }),
    ),
  exportEvidenceChain: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/evidence.json',
    tag: 'Credentials',
    summary: 'The same chain as a file with its SHA-256',
    description: '`sha256` is that of `chain` in canonical JSON: sorted keys, no white space.',
    policy: { allow: ['owner', 'auditor', 'program-manager'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(z.file()),
};
