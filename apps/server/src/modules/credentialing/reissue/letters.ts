import type { Scope } from '../../../platform/http/index.ts';
import { listPeople } from '../../identity/index.ts';
import { sendMessages } from '../../notifications/index.ts';
import { verifyUrl } from '../rules/letters.ts';

export interface Reissued {
  readonly personId: string;
  readonly candidacyId: string;
  readonly credentialId: string;
  readonly number: string;
}

const letter = (
  { name, organizationName, publicUrl }: { name: string; organizationName: string; publicUrl: string },
  { number, candidacyId, credentialId }: Reissued,
): { subject: string; body: string } => ({
  subject: `Your certificate ${number} was signed again`,
  body: [
    `Dear ${name},`,
    '',
    `a key that ${organizationName} signed certificates with is no longer used, because others may have got hold of it.`,
    `Your certificate ${number} has therefore been signed again with another key. It has the same number, says the same`,
    'and is as valid as before. Nothing was found to be wrong with you or your certificate.',
    '',
    'Please download it anew and replace copies that you passed on: the file, the picture, the PDF. Copies from before no',
    'longer pass a check. Printed certificates and links to this page stay good:',
    verifyUrl(publicUrl, number),
    '',
    'A copy in a wallet on your phone ended with the key, too. Remove it there, and put the new one into the wallet here:',
    `${publicUrl}/me/credentials/${credentialId}/wallet`,
    '',
    'Your downloads (for every certificate that you hold from us):',
    `${publicUrl}/me/candidacies/${candidacyId}`,
    '',
    organizationName,
  ].join('\n'),
});

/** One letter a holder, however many certificates they hold and however often the run begins again. */
export const tellHolders = async (
  scope: Scope,
  publicUrl: string,
  reissueId: string,
  reissued: readonly Reissued[],
): Promise<void> => {
  const first = new Map(reissued.toReversed().map((one) => [one.personId, one]));
  const people = await listPeople(scope.trx, [...first.keys()]);
  const { name: organizationName } = scope.organization;
  await sendMessages(
    scope,
    [...first.values()].flatMap((one) => {
      const person = people.get(one.personId);
      if (!person) return [];
      return [
        {
          personId: one.personId,
          to: person.email,
          template: 'credentialing.credential-reissued',
          ...letter({ name: person.name, organizationName, publicUrl }, one),
          occasion: `reissue/${reissueId}/${one.personId}`,
        },
      ];
    }),
  );
};
