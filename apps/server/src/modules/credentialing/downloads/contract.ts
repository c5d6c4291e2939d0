import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { id, line, slug } from '../../../platform/operations/schemas.ts';

const credential = ofObject('credential', 'credentialId');
const owner = { allow: ['owner'], tenancy: credential } as const;
const ofCredential = z.strictObject({ credentialId: id });

/** What its holder takes along, beside the certificate, the card and the signed document. */
export const downloadsContract = {
  getCredentialJwt: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/credential.jwt',
    tag: 'Credentials',
    summary: 'The credential as a token (VC-JOSE-COSE), signed at this moment',
    description: 'Its id, dates and status entry are those of the signed document: both are revoked together.',
    policy: owner,
    problems: ['credentialing.not-in-force', 'credentialing.signing-unavailable'],
  })
    .input(ofCredential)
    .output(z.file()),
  getBadge: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/badge/{form}',
    tag: 'Credentials',
    summary: 'The badge as a picture, with the signed credential baked into it',
    policy: owner,
    problems: ['credentialing.not-in-force'],
  })
    .input(z.strictObject({ credentialId: id, form: z.enum(['png', 'svg']) }))
    .output(z.file()),
  getVerificationLetter: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/letter.pdf',
    tag: 'Credentials',
    summary: 'A letter that says how the certification stands today',
    policy: owner,
    problems: ['credentialing.name-not-printable'],
  })
    .input(
      z.strictObject({
        credentialId: id,
        addressee: line.max(120).optional().describe('To whom it is; without it, to whom it may concern.'),
      }),
    )
    .output(z.file()),
  shareParts: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/parts',
    tag: 'Credentials',
    summary: 'A text that shows some parts of a credential and proves them (SD-JWT VC)',
    description:
      'Title, certifying body, dates of validity and status entry are always in it. It names no holder unless asked to, and is bound to no device: whoever has it can show it.',
    policy: owner,
    command: false,
    problems: ['credentialing.not-in-force', 'credentialing.signing-unavailable'],
  })
    .input(
      z.strictObject({
        credentialId: id,
        parts: z.array(z.enum(['name', 'number', 'awarded', 'dates', 'edition'])).max(5),
      }),
    )
    .output(z.object({ token: z.string() })),
  getMyRecord: operation({
    method: 'GET',
    path: '/organizations/{organization}/my-record',
    tag: 'Credentials',
    summary: 'All credentials of mine that are in force at an organization, in one signed record (CLR 2.0)',
    policy: { allow: ['signed-in'], tenancy: inOrganization },
    problems: ['credentialing.nothing-in-force', 'credentialing.signing-unavailable'],
  })
    .input(z.strictObject({ organization: slug }))
    .output(z.file()),
};
