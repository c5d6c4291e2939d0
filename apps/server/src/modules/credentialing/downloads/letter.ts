import type { CredentialStatus } from '@testamur/program';
import { formatDay, formatInstant } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { VerificationLetterData } from '../../../platform/pdf/index.ts';
import { isInForce } from '../rules/state.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';
import { commonData, designation, type Printer, printed } from './print.ts';

const words: Readonly<Record<CredentialStatus, string>> = {
  active: 'Active',
  'renewal-due': 'Active, renewal due',
  'in-grace': 'Active, in a period of grace',
  suspended: 'Suspended',
  lapsed: 'Lapsed',
  expired: 'Expired',
  revoked: 'Revoked',
  surrendered: 'Given back by the holder',
  replaced: 'Replaced by a newer credential',
};

/** How it stands, in words for somebody who reads it on paper. */
export const standingSays = (status: CredentialStatus, since: string): string =>
  isInForce(status) ? words[status] : `${words[status]}, since ${formatDay(since)}`;

const letterData = (
  loaded: LoadedCredential,
  scope: Scope,
  publicUrl: string,
  addressee: string | undefined,
): VerificationLetterData => {
  const { program } = loaded.candidacy;
  const common = commonData(loaded, scope, publicUrl);
  const { status, since } = loaded.state;
  return {
    ...common,
    createdAt: scope.now.toISOString(),
    organization: { ...common.organization, contact: [] },
    recipient: { name: addressee ?? 'To whom it may concern', lines: [] },
    date: formatDay(scope.now),
    program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
    credential: designation(loaded),
    scope: program.scope,
    standing: {
      holds: isInForce(status),
      says: standingSays(status, since),
      checkedAt: formatInstant(scope.now),
    },
  };
};

/** A letter that says how the certification stands now, to a named employer or to whom it may concern. */
export const getVerificationLetter = async (
  { pdf, config }: Printer,
  scope: Scope,
  { credentialId, addressee }: { readonly credentialId: string; readonly addressee?: string | undefined },
): Promise<File> => {
  const loaded = await loadCredential(scope, credentialId);
  const data = letterData(loaded, scope, config.PUBLIC_URL, addressee);
  return printed(pdf.render('letter', data), `${loaded.credential.number}-letter`);
};
