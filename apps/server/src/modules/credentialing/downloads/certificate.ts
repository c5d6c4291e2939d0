import { formatDay, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type CardData, type CertificateData, MissingGlyphsError, type PdfRenderer } from '../../platform/pdf/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { verifyUrl } from './rules/letters.ts';
import { getCredential, type LoadedCredential, loadCredential } from './store.ts';

/** The decision that the certificate rests on: the last one before it was granted. */
const decidedOn = ({ credential, candidacy }: LoadedCredential): string => {
  const granted = candidacy.facts.findIndex(
    (fact) => fact.kind === 'credential-granted' && fact.data.credentialId === credential.id,
  );
  const before = candidacy.facts.slice(0, granted).findLast((fact) => fact.kind === 'decision-recorded');
  return before?.at ?? credential.issuedAt.toISOString();
};

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

/** What the certificate and the card both say. */
const commonData = (
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
const designation = ({ candidacy: { program, standing } }: LoadedCredential) => ({
  title: standing.credentialTitle,
  ...(program.credential.postnominal === undefined ? {} : { postnominal: program.credential.postnominal }),
});

const certificateData = (loaded: LoadedCredential, scope: Scope, publicUrl: string): CertificateData => {
  const { program } = loaded.candidacy;
  return {
    ...commonData(loaded, scope, publicUrl),
    credential: {
      ...designation(loaded),
      abbreviation: program.abbreviation,
      scheme: `${program.abbreviation}, edition ${program.edition}`,
      document: loaded.credential.document,
    },
    scope: program.scope,
    decision: { recordedOn: formatDay(decidedOn(loaded)), recordedBy: scope.organization.name },
  };
};

/** Sets a document of a holder; one with a gap in a name must not leave the house. */
const printed = async (rendering: ReturnType<PdfRenderer['render']>, name: string): Promise<File> => {
  const bytes = await rendering.catch((error: unknown) => {
    if (!(error instanceof MissingGlyphsError)) throw error;
    throw new Problem('rule-broken', 'credentialing.name-not-printable', error.message);
  });
  return new File([new Uint8Array(bytes)], `${name}.pdf`, { type: 'application/pdf' });
};

type Printer = Pick<Platform, 'pdf' | 'config'>;

export const getCertificatePdf = async (
  { pdf, config }: Printer,
  scope: Scope,
  credentialId: string,
): Promise<File> => {
  const loaded = await loadCredential(scope, credentialId);
  const data = certificateData(loaded, scope, config.PUBLIC_URL);
  return printed(pdf.render('certificate', data), loaded.credential.number);
};

/** The card of pocket size, where the program has one. */
export const getCardPdf = async ({ pdf, config }: Printer, scope: Scope, credentialId: string): Promise<File> => {
  const loaded = await loadCredential(scope, credentialId);
  const { card } = loaded.candidacy.program.credential;
  if (card === undefined) {
    throw new Problem('not-found', 'credentialing.no-card', 'This program has no card. Use the certificate.');
  }
  const data: CardData = {
    ...commonData(loaded, scope, config.PUBLIC_URL),
    credential: designation(loaded),
    card: { title: card.title, text: card.text },
  };
  return printed(pdf.render('card', data), `${loaded.credential.number}-card`);
};

/** The signed document, byte for byte. */
export const getCredentialDocument = async (scope: Scope, credentialId: string): Promise<File> => {
  const { number, document } = await getCredential(scope, credentialId);
  return new File([document], `${number}.json`, { type: 'application/vc+ld+json' });
};
