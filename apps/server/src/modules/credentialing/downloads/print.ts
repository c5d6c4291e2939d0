import { formatDay, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import {
  type CardData,
  type CertificateData,
  MissingGlyphsError,
  type PdfRenderer,
} from '../../../platform/pdf/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { verifyUrl } from '../rules/letters.ts';
import type { LoadedCredential } from '../store.ts';

/** What printing needs of the platform. */
export type Printer = Pick<Platform, 'pdf' | 'config'>;

type Common = Pick<
  CertificateData & CardData,
  | 'language'
  | 'demonstration'
  | 'createdAt'
  | 'organization'
  | 'notice'
  | 'holder'
  | 'number'
  | 'validFrom'
  | 'validUntil'
  | 'verificationUrl'
>;

/** What everything says that is printed about a credential. */
export const commonData = (
  { credential, candidacy }: LoadedCredential,
  { organization }: Scope,
  publicUrl: string,
): Common => {
  const { program } = candidacy;
  return {
    language: program.language,
    demonstration: organization.kind !== 'live',
    createdAt: credential.issuedAt.toISOString(),
    organization: { name: organization.name, abbreviation: program.organization.abbreviation },
    notice: program.notice.text,
    holder: { name: credential.holderName },
    number: credential.number,
    validFrom: formatDay(credential.validFrom),
    validUntil: formatDay(credential.validUntil),
    verificationUrl: verifyUrl(publicUrl, credential.number),
  };
};

/** What the holder may call themselves. */
export const designation = ({ candidacy: { program, standing } }: LoadedCredential) => ({
  title: standing.credentialTitle,
  ...(program.credential.postnominal === undefined ? {} : { postnominal: program.credential.postnominal }),
});

/** Sets a document of a holder; one with a gap in a name must not leave the house. */
export const printed = async (rendering: ReturnType<PdfRenderer['render']>, name: string): Promise<File> => {
  const bytes = await rendering.catch((error: unknown) => {
    if (!(error instanceof MissingGlyphsError)) throw error;
    throw new Problem('rule-broken', 'credentialing.name-not-printable', error.message);
  });
  return new File([new Uint8Array(bytes)], `${name}.pdf`, { type: 'application/pdf' });
};
