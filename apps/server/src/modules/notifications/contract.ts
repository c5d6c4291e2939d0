import { z } from 'zod';
import { inOrganization, noTenant, operation } from '../../platform/operations/operation.ts';
import { instant, page, slug } from '../../platform/operations/schemas.ts';

const message = z.object({
  id: z.string(),
  organizationName: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: instant,
  sentAt: instant.optional(),
  state: z
    .enum(['waiting', 'sent', 'kept', 'failed'])
    .describe('`kept`: no mail server is configured, shown here only'),
  error: z.string().optional(),
});

const list = z.object({
  messages: z.array(message),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});

export const notificationsContract = {
  listMyMessages: operation({
    method: 'GET',
    path: '/me/messages',
    tag: 'Messages',
    summary: 'Messages that were sent to me, newest first',
    policy: { allow: ['signed-in'], tenancy: noTenant },
  })
    .input(z.strictObject({ page }))
    .output(list),
  listOutbox: operation({
    method: 'GET',
    path: '/organizations/{organization}/outbox',
    tag: 'Messages',
    summary: 'What an organization sent, newest first',
    policy: { allow: ['administrator', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, to: z.string().max(254).optional() }))
    .output(list),
  listPlatformOutbox: operation({
    method: 'GET',
    path: '/outbox',
    tag: 'Messages',
    summary: 'Account mail of the installation: confirmations, password resets, invitations',
    description: 'Refused where a mail server is configured, because such mail holds sign-in links.',
    policy: { allow: ['operator'], tenancy: noTenant },
    problems: ['notifications.outbox-closed'],
  })
    .input(z.strictObject({ page, to: z.string().max(254).optional() }))
    .output(list),
};
