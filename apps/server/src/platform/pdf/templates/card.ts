import type { DocumentData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** A card of pocket size (85.6 × 54 mm, as ISO/IEC 7810 ID-1), its front and its back; `paper` changes nothing. */
export interface CardData extends DocumentData {
  readonly holder: { readonly name: string };
  readonly credential: {
    readonly title: string;
    /** Letters after the name. */
    readonly postnominal?: string;
  };
  /** How the card is called, and what it says on its back. */
  readonly card: { readonly title: string; readonly text: string };
  readonly number: string;
  readonly validFrom: string;
  readonly validUntil: string;
  /** Printed on the back, and drawn as the QR code on the front. */
  readonly verificationUrl: string;
}

const english = {
  title: 'Card {number}: {holder}, {credential}',
  demonstration: 'Demonstration. Not a real card.',
  number: 'Number',
  validFrom: 'In force from',
  validUntil: 'In force until',
  verify: 'Check whether it is in force today',
  qrCode: 'QR code of the address at which this card can be checked',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type CardLabel = keyof typeof english;

export const card: Template<CardData, CardLabel> = {
  file: 'card.typ',
  labels: { en: english },
  title: (data, labels) =>
    fillIn(labels.title, { number: data.number, holder: data.holder.name, credential: data.credential.title }),
  qrText: (data) => data.verificationUrl,
  missingGlyphs: 'refuse',
};
