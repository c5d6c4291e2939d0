import { formatDay, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type CertificateData, MissingGlyphsError } from '../../platform/pdf/index.ts';
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

const certificateData = (loaded: LoadedCredential, { organization }: Scope, publicUrl: string): CertificateData => {
  const { credential, candidacy } = loaded;
  const { program } = candidacy;
  return {
    language: program.language,
    demonstration: organization.kind !== 'live',
    createdAt: credential.issuedAt.toISOString(),
    organization: { name: organization.name, abbreviation: program.organization.abbreviation },
    notice: program.notice.text,
    holder: { name: credential.holderName },
    credential: {
      title: program.credential.title,
      abbreviation: program.abbreviation,
      scheme: `${program.abbreviation}, edition ${program.edition}`,
    },
    scope: program.scope,
    number: credential.number,
    validFrom: formatDay(credential.validFrom),
    validUntil: formatDay(credential.validUntil),
    decision: { recordedOn: formatDay(decidedOn(loaded)), recordedBy: organization.name },
    verificationUrl: verifyUrl(publicUrl, credential.number),
  };
};

export const getCertificatePdf = async (
  { pdf, config }: Pick<Platform, 'pdf' | 'config'>,
  scope: Scope,
  credentialId: string,
): Promise<File> => {
  const loaded = await loadCredential(scope, credentialId);
  const data = certificateData(loaded, scope, config.PUBLIC_URL);
  const bytes = await pdf.render('certificate', data).catch((error: unknown) => {
    if (!(error instanceof MissingGlyphsError)) throw error;
    // A certificate with a gap in a name must not leave the house.
    throw new Problem('rule-broken', 'credentialing.name-not-printable', error.message);
  });
  return new File([new Uint8Array(bytes)], `${loaded.credential.number}.pdf`, { type: 'application/pdf' });
};

/** The signed document, byte for byte. */
export const getCredentialDocument = async (scope: Scope, credentialId: string): Promise<File> => {
  const { number, document } = await getCredential(scope, credentialId);
  return new File([document], `${number}.json`, { type: 'application/vc+ld+json' });
};
