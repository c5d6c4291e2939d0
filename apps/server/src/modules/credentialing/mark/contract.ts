import { z } from 'zod';
import { ofObject, operation } from '../../../platform/operations/operation.ts';
import { done, id, line } from '../../../platform/operations/schemas.ts';

const credential = ofObject('credential', 'credentialId');

export const markContract = {
  agreeToMark: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/mark/agreement',
    tag: 'Credentials',
    summary: 'Agree to how the mark of the certification is used',
    description: 'Once for each wording (ISO/IEC 17024:2012, 9.7). Agreeing again to the same words changes nothing.',
    policy: { allow: ['owner'], tenancy: credential },
    problems: ['credentialing.no-mark', 'credentialing.not-in-force', 'credentialing.name-differs'],
  })
    .input(z.strictObject({ credentialId: id, signedName: line.describe('The name on the credential, typed.') }))
    .output(done),
  getMark: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/mark/{form}',
    tag: 'Credentials',
    summary: 'The mark as a picture, for those who have agreed and hold the certification today',
    policy: { allow: ['owner'], tenancy: credential },
    problems: ['credentialing.no-mark', 'credentialing.not-in-force', 'credentialing.mark-not-agreed'],
  })
    .input(z.strictObject({ credentialId: id, form: z.enum(['svg', 'png']) }))
    .output(z.file()),
};
