import type { DocumentData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** What ISO/IEC 17024:2012, 9.4.8 asks a certificate to say. */
export interface CertificateData extends DocumentData {
  readonly holder: { readonly name: string };
  readonly credential: {
    readonly title: string;
    /** Letters after the name, where the organization grants them. */
    readonly postnominal?: string;
    /** In the middle of the seal. */
    readonly abbreviation: string;
    /** The program and its edition, such as `CALT, edition 2026`. */
    readonly scheme: string;
    /** The signed credential, JSON. It is embedded in the file, byte for byte, as `credential.json`. */
    readonly document?: string;
  };
  /** What the holder was found competent to do. */
  readonly scope: string;
  readonly number: string;
  readonly validFrom: string;
  readonly validUntil: string;
  /** When, and where it is told, on whose authority. */
  readonly decision: { readonly recordedOn: string; readonly recordedBy?: string };
  /** Printed, and drawn as the QR code. */
  readonly verificationUrl: string;
}

const english = {
  title: 'Certificate {number}: {holder}, {credential}',
  demonstration: 'Demonstration. Not a real certificate.',
  watermark: 'Demonstration',
  certifies: 'certifies that',
  statement: 'has met the requirements of its certification program and is a',
  postnominal: 'and may write {letters} after the name',
  scope: 'Scope of certification',
  scopeOnNextPage: 'The scope of this certification is stated on the next page.',
  number: 'Certificate number',
  scheme: 'Program and edition',
  validFrom: 'In force from',
  validUntil: 'In force until',
  decision: 'Decision recorded by the certification body',
  verify: 'Check whether it is in force today',
  qrCode: 'QR code of the address at which this certificate can be checked',
  credentialFile: 'The signed credential, for software that verifies it',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type CertificateLabel = keyof typeof english;

export const certificate: Template<CertificateData, CertificateLabel> = {
  file: 'certificate.typ',
  labels: { en: english },
  title: (data, labels) =>
    fillIn(labels.title, { number: data.number, holder: data.holder.name, credential: data.credential.title }),
  qrText: (data) => data.verificationUrl,
  attach: ({ credential: { document, ...credential }, ...data }) =>
    document === undefined ? undefined : { content: document, shown: { ...data, credential } },
  missingGlyphs: 'refuse',
};
