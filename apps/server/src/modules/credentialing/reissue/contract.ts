import { z } from 'zod';
import { inOrganization, operation } from '../../../platform/operations/operation.ts';
import { done, id, instant, slug } from '../../../platform/operations/schemas.ts';

const run = z.object({
  id: z.string(),
  keyId: z.string(),
  publicKeyMultibase: z.string(),
  keyWithdrawnAt: instant.optional(),
  state: z.enum(['running', 'stopped', 'done']),
  requestedAt: instant,
  requestedBy: z.string().optional().describe('Absent where it followed from the withdrawal of the key by itself.'),
  finishedAt: instant.optional(),
  total: z.number().int(),
  withdrawn: z.number().int().describe('Status entries that were set for good.'),
  done: z.number().int().describe('Credentials that have their successor.'),
  failed: z.number().int(),
  secondsLeft: z.number().int().optional().describe('By the pace so far.'),
  trouble: z.string().optional().describe('Why it waits.'),
});

export const reissueContract = {
  listIssuances: operation({
    method: 'GET',
    path: '/organizations/{organization}/issuances',
    tag: 'Credentials',
    summary: 'Certificates that are prepared and not published, because the signing key cannot be used or a step fails',
    description: 'Most are published within seconds: only those that have waited for a minute, or met with trouble.',
    policy: { allow: ['program-manager', 'auditor', 'administrator'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({
        total: z.number().int(),
        issuances: z.array(
          z.object({
            credentialId: z.string(),
            number: z.string(),
            holderName: z.string(),
            candidacyId: z.string(),
            preparedAt: instant,
            stage: z.enum(['sign', 'verify', 'publish']).describe('The step that comes next.'),
            attempts: z.number().int(),
            nextTryAt: instant.optional(),
            trouble: z.string().optional(),
          }),
        ),
      }),
    ),
  countSignedByKey: operation({
    method: 'GET',
    path: '/organizations/{organization}/issuer-keys/{keyId}/signed',
    tag: 'Credentials',
    summary: 'How many credentials a key signed that no other signature has taken the place of',
    description: 'As many would be withdrawn and issued again, were the key withdrawn.',
    policy: { allow: ['administrator', 'program-manager', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, keyId: id }))
    .output(z.object({ signed: z.number().int() })),
  listReissues: operation({
    method: 'GET',
    path: '/organizations/{organization}/reissues',
    tag: 'Credentials',
    summary: 'Runs that withdrew all that a key signed and issued it again, the latest first',
    policy: { allow: ['administrator', 'program-manager', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(z.object({ reissues: z.array(run) })),
  getReissue: operation({
    method: 'GET',
    path: '/organizations/{organization}/reissues/{reissueId}',
    tag: 'Credentials',
    summary: 'How far a run has come, and what could not be issued again',
    policy: { allow: ['administrator', 'program-manager', 'auditor'], tenancy: inOrganization },
    problems: ['credentialing.no-such-reissue'],
  })
    .input(z.strictObject({ organization: slug, reissueId: id }))
    .output(
      run.extend({
        failures: z
          .array(z.object({ credentialId: z.string(), number: z.string(), failure: z.string() }))
          .describe('The first hundred.'),
      }),
    ),
  startReissue: operation({
    method: 'POST',
    path: '/organizations/{organization}/reissues',
    tag: 'Credentials',
    summary: 'Withdraw and issue again all that a withdrawn key signed; or go on where a run was stopped',
    description: 'A run begins by itself when the compromise of a key is confirmed.',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['credentialing.key-in-force', 'credentialing.no-such-key'],
  })
    .input(z.strictObject({ organization: slug, keyId: id }))
    .output(z.object({ reissueId: z.string() })),
  stopReissue: operation({
    method: 'POST',
    path: '/organizations/{organization}/reissues/{reissueId}/stop',
    tag: 'Credentials',
    summary: 'Stop a run after the chunk that is at work; what is withdrawn stays withdrawn',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['credentialing.no-such-reissue', 'credentialing.not-running'],
  })
    .input(z.strictObject({ organization: slug, reissueId: id }))
    .output(done),
};
