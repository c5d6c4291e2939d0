import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { id, slug } from '../../../platform/operations/schemas.ts';

const json = z.record(z.string(), z.unknown());
const badgeClass = z.strictObject({
  organization: slug,
  programId: z.string().min(1).max(100),
  edition: z.string().min(1).max(100),
  track: z.string().max(300).default('').describe('`axis.option`, joined by commas, where the program has tracks.'),
});
const anyone = { allow: ['anyone'], tenancy: inOrganization } as const;
const problems = ['programs.no-such-program', 'credentialing.no-such-badge'] as const;

/** Open Badges 2.0, for displays that know nothing newer. Nothing of it is signed: it is believed where it is found. */
export const hostedContract = {
  getHostedAssertion: operation({
    method: 'GET',
    path: '/badges/2.0/assertions/{credentialId}',
    tag: 'Open Badges 2.0',
    summary: 'The assertion of a credential; answered with 410 and `revoked` while it is not in force',
    description: 'Names nobody: the recipient is the hash of an e-mail address.',
    policy: { allow: ['anyone'], tenancy: ofObject('credential', 'credentialId') },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(json),
  getHostedBadgeClass: operation({
    method: 'GET',
    path: '/badges/2.0/classes/{organization}/{programId}/{edition}',
    tag: 'Open Badges 2.0',
    summary: 'What is asserted: an edition of a program',
    policy: anyone,
    problems: [...problems],
  })
    .input(badgeClass)
    .output(json),
  getHostedPicture: operation({
    method: 'GET',
    path: '/badges/2.0/classes/{organization}/{programId}/{edition}/picture.png',
    tag: 'Open Badges 2.0',
    summary: 'The picture of the badge',
    policy: anyone,
    problems: [...problems],
  })
    .input(badgeClass)
    .output(z.file()),
  getHostedIssuer: operation({
    method: 'GET',
    path: '/badges/2.0/issuers/{organization}',
    tag: 'Open Badges 2.0',
    summary: 'The organization that asserts',
    policy: anyone,
  })
    .input(z.strictObject({ organization: slug }))
    .output(json),
};
