import { z } from 'zod';
import { ofObject, operation } from '../../../platform/operations/operation.ts';
import { done, email, id, instant, line, prose } from '../../../platform/operations/schemas.ts';

const credential = ofObject('credential', 'credentialId');

const days = z
  .union([z.literal(7), z.literal(30), z.literal(90)])
  .optional()
  .describe('How long it works; without it, until it is ended.');

export const sharingContract = {
  createShareLink: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/share-links',
    tag: 'Credentials',
    summary: 'Make a link to a page of the credential that its holder can end',
    description: 'The page shows name, title and how it stands; number and history only where the link says so.',
    policy: { allow: ['owner'], tenancy: credential },
    secret: true,
    problems: ['credentialing.too-many-links'],
  })
    .input(
      z.strictObject({
        credentialId: id,
        label: line.max(80).describe('For whom it is; shown to the holder alone.'),
        days,
        showsNumber: z.boolean().default(false),
        showsHistory: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        linkId: z.string(),
        url: z.string().describe('Told only now: the server keeps nothing that it could be told from again.'),
      }),
    ),
  listShareLinks: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/share-links',
    tag: 'Credentials',
    summary: 'The links to a credential that its holder has made, the latest first',
    policy: { allow: ['owner'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(
      z.object({
        links: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            state: z.enum(['open', 'expired', 'ended']),
            showsNumber: z.boolean(),
            showsHistory: z.boolean(),
            createdAt: instant,
            expiresAt: instant.optional(),
            endedAt: instant.optional(),
            opened: z.number().int().describe('How often its page was asked for. By whom is not kept.'),
          }),
        ),
      }),
    ),
  endShareLink: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/share-links/{linkId}/end',
    tag: 'Credentials',
    summary: 'End a link, for good',
    policy: { allow: ['owner'], tenancy: credential },
    problems: ['credentialing.no-such-link'],
  })
    .input(z.strictObject({ credentialId: id, linkId: id }))
    .output(done),
  sendCredential: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/send',
    tag: 'Credentials',
    summary: 'Send a letter about the credential, to its holder or to somebody else',
    description:
      'Somebody else gets a link that works for 30 days, without the number. No more than three letters a day.',
    policy: { allow: ['owner'], tenancy: credential },
    problems: [
      'credentialing.too-many-letters',
      'credentialing.not-in-force',
      'credentialing.too-many-links',
      'credentialing.demonstration-letter',
    ],
  })
    .input(
      z.strictObject({
        credentialId: id,
        to: email.optional().describe('Without it, to the holder.'),
        message: prose.max(500).optional().describe('Plain text, for somebody else.'),
      }),
    )
    .output(done),
};
