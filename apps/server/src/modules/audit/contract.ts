import { z } from 'zod';
import { inOrganization, operation } from '../../platform/operations/operation.ts';
import { instant, page, slug } from '../../platform/operations/schemas.ts';

const entry = z.object({
  seq: z.number().int(),
  at: instant,
  actorName: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export const auditContract = {
  listEntries: operation({
    method: 'GET',
    path: '/organizations/{organization}/audit',
    tag: 'Audit',
    summary: 'List audit entries, newest first',
    policy: { allow: ['auditor', 'administrator'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, action: z.string().max(100).optional() }))
    .output(
      z.object({
        entries: z.array(entry),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  verifyChain: operation({
    method: 'GET',
    path: '/organizations/{organization}/audit/verification',
    tag: 'Audit',
    summary: 'Recompute the hash chain and say where it breaks, if it does',
    policy: { allow: ['auditor', 'administrator'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({
        intact: z.boolean(),
        entries: z.number().int(),
        head: z.string(),
        brokenAt: z.number().int().optional(),
      }),
    ),
  exportEntries: operation({
    method: 'GET',
    path: '/organizations/{organization}/audit/export',
    tag: 'Audit',
    summary: 'Export the chain for the offline verifier',
    description:
      'Every entry in order, with the material that its hash is made of. `testamur audit verify FILE` checks it.',
    policy: { allow: ['auditor', 'administrator'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({
        organization: z.string(),
        entries: z.array(
          z.object({ seq: z.number().int(), previous: z.string(), content: z.string(), hash: z.string() }),
        ),
      }),
    ),
};
