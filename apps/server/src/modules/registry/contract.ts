import { z } from 'zod';
import { noTenant, operation } from '../../platform/operations/operation.ts';
import { instant, page } from '../../platform/operations/schemas.ts';
import { credentialState } from '../credentialing/contract.ts';

export const check = z.object({
  id: z.enum(['document', 'signature', 'issuer', 'status', 'dates', 'holder']),
  result: z.enum(['passed', 'failed', 'could-not-check']),
  detail: z.string(),
});

const verification = z.object({
  checkedAt: instant,
  inForce: z.boolean().describe('True only when every check that decides passed.'),
  checks: z.array(check),
  credential: z
    .object({
      number: z.string(),
      holderName: z.string(),
      title: z.string(),
      postnominal: z.string().optional().describe('Letters after the name.'),
      organizationName: z.string(),
      scope: z.string(),
      meaning: z.string(),
      edition: z.string(),
      programId: z.string(),
      state: credentialState,
      since: instant,
      validFrom: instant,
      validUntil: instant,
      history: z.array(z.object({ at: instant, what: z.string() })),
      demonstration: z.boolean(),
      replacedBy: z.string().optional(),
    })
    .optional(),
});

export const registryContract = {
  verifyByNumber: operation({
    method: 'GET',
    path: '/verify/{number}',
    tag: 'Verification',
    summary: 'Is this credential genuine, and does it hold now?',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['registry.no-such-credential'],
  })
    .input(z.strictObject({ number: z.string().trim().min(4).max(60) }))
    .output(verification.extend({ credential: verification.shape.credential.unwrap() })),
  verifyDocument: operation({
    method: 'POST',
    path: '/verify',
    tag: 'Verification',
    summary: 'Check a credential that somebody handed over',
    description:
      'Nothing is stored and nothing is fetched. A document of an issuer unknown here is checked as far as can be, and says so.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    command: false,
    problems: ['registry.not-a-credential'],
  })
    .input(z.strictObject({ document: z.string().min(2).max(500_000) }))
    .output(
      verification.extend({
        issuerKnown: z.boolean(),
        claims: z.object({ title: z.string(), holderName: z.string(), issuer: z.string() }),
      }),
    ),
  searchRegister: operation({
    method: 'GET',
    path: '/register',
    tag: 'Verification',
    summary: 'Certified persons who agreed to be listed, by name or number',
    policy: { allow: ['anyone'], tenancy: noTenant },
  })
    .input(z.strictObject({ query: z.string().trim().max(100).default(''), page }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            number: z.string(),
            holderName: z.string(),
            title: z.string(),
            postnominal: z.string().optional(),
            abbreviation: z.string(),
            organizationName: z.string(),
            state: credentialState,
            validFrom: instant,
            validUntil: instant,
            demonstration: z.boolean(),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
};
