import { formatDay, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { CardData, CertificateData } from '../../../platform/pdf/index.ts';
import { getCredential, type LoadedCredential } from '../store.ts';
import { commonData, designation, type Printer, printed } from './print.ts';
import { loadToShow } from './show.ts';

/** The decision that the certificate rests on: the last one before it was granted. */
const decidedOn = ({ credential, candidacy }: LoadedCredential): string => {
  const granted = candidacy.facts.findIndex(
    (fact) => fact.kind === 'credential-granted' && fact.data.credentialId === credential.id,
  );
  const before = candidacy.facts.slice(0, granted).findLast((fact) => fact.kind === 'decision-recorded');
  return before?.at ?? credential.issuedAt.toISOString();
};

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

export const getCertificatePdf = async (
  { pdf, config }: Printer,
  scope: Scope,
  credentialId: string,
): Promise<File> => {
  const loaded = await loadToShow(scope, credentialId);
  const data = certificateData(loaded, scope, config.PUBLIC_URL);
  return printed(pdf.render('certificate', data), loaded.credential.number);
};

/** The card of pocket size, where the program has one. */
export const getCardPdf = async ({ pdf, config }: Printer, scope: Scope, credentialId: string): Promise<File> => {
  const loaded = await loadToShow(scope, credentialId);
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
