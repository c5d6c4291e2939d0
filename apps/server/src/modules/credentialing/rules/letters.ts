import { formatDay } from '../../../kernel/index.ts';

export interface GrantedLetter {
  readonly name: string;
  readonly title: string;
  readonly abbreviation: string;
  readonly number: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly renewed: boolean;
  readonly organizationName: string;
  readonly publicUrl: string;
  readonly candidacyId: string;
}

export const verifyUrl = (publicUrl: string, number: string): string => `${publicUrl}/c/${number}`;

export const grantedLetter = (letter: GrantedLetter): { subject: string; body: string } => {
  const { name, title, abbreviation, number, validFrom, validUntil, renewed, publicUrl } = letter;
  return {
    subject: `${abbreviation}: Your ${renewed ? 'new ' : ''}certificate ${number}`,
    body: [
      `Dear ${name},`,
      '',
      `your ${renewed ? 'new ' : ''}certificate as ${title} is issued. Its number is ${number}.`,
      `It is in force from ${formatDay(validFrom)} to ${formatDay(validUntil)} (UTC).`,
      ...(renewed ? ['It replaces your former certificate, which counts no longer from now on.'] : []),
      '',
      'Anyone can check it here; pass the address on to employers:',
      verifyUrl(publicUrl, number),
      '',
      'The certificate as PDF, the signed digital credential, and how to keep it in force:',
      `${publicUrl}/me/candidacies/${letter.candidacyId}`,
      '',
      letter.organizationName,
    ].join('\n'),
  };
};
