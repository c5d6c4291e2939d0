import type { LetterData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** A letter that confirms a certification, made at its holder's request; its number is that of the credential. */
export interface VerificationLetterData extends LetterData {
  readonly holder: { readonly name: string };
  readonly credential: {
    readonly title: string;
    /** Letters after the name. */
    readonly postnominal?: string;
  };
  readonly scope: string;
  readonly validFrom: string;
  readonly validUntil: string;
  /** How it stands on the date of the letter. */
  readonly standing: {
    readonly holds: boolean;
    /** Such as `Active` or `Suspended since May 2, 2028`. */
    readonly says: string;
    /** The instant of the answer, such as `March 3, 2027, 2:30 PM UTC`. */
    readonly checkedAt: string;
  };
  /** Printed, and drawn as the QR code. */
  readonly verificationUrl: string;
}

const english = {
  title: 'Letter of verification {number}: {holder}, {credential}',
  heading: 'Letter of verification',
  demonstration: 'Demonstration. Not a real letter.',
  date: 'Date',
  number: 'Credential number',
  edition: 'edition {edition}',
  holds: '{holder} holds the certification {credential}. It is in force on the date of this letter.',
  holdsNot: '{holder} was granted the certification {credential}. It is not in force on the date of this letter.',
  holder: 'Holder',
  credential: 'Certification',
  program: 'Program',
  validFrom: 'In force from',
  validUntil: 'In force until',
  standing: 'Status',
  checkedAt: 'As of',
  scope: 'What it covers',
  check: 'How to check',
  checkText:
    'This letter says how the certification stood when it was made; it may be suspended or withdrawn after that. How it stands today is shown at the address below, free of charge and without an account. What is shown there counts.',
  verify: 'Check whether it is in force today',
  qrCode: 'QR code of the address beside it',
  requested: 'Why you have this letter',
  requestedText:
    'It was made by the records system of {organization} at the request of the holder, who may pass it on. It carries no signature because it can be checked.',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type VerificationLetterLabel = keyof typeof english;

export const letter: Template<VerificationLetterData, VerificationLetterLabel> = {
  file: 'letter.typ',
  labels: { en: english },
  title: (data, labels) =>
    fillIn(labels.title, { number: data.number, holder: data.holder.name, credential: data.credential.title }),
  qrText: (data) => data.verificationUrl,
  missingGlyphs: 'refuse',
};
