import {
  type Check,
  didWebUrl,
  statusListUrls,
  type VerificationReport,
  type VerifyOptions,
  verifyCredential,
  verifyJwtCredential,
  verifySdJwtCredential,
} from '@testamur/credentials';
import type { Io } from '../shell/io.ts';
import type { Opened } from './read.ts';

/** A report, and what of the credential can be read as JSON. */
export interface Checked {
  readonly report: VerificationReport;
  /** The credential, or the claims of an SD-JWT; undefined where a token cannot be read. */
  readonly document: object | undefined;
}

/** Verifies a credential of any kind by the verifier of that kind. */
export const check = async (
  opened: Opened,
  options: Pick<VerifyOptions, 'at' | 'statusLists' | 'resolveKey'>,
): Promise<Checked> => {
  if (opened.kind === 'data-integrity') {
    const { credential } = opened;
    return { report: await verifyCredential({ credential, ...options }), document: credential };
  }
  const { token } = opened;
  if (opened.kind === 'vc+jwt') {
    const { credential, ...report } = await verifyJwtCredential({ token, ...options });
    return { report, document: credential };
  }
  const { verified, checks, claims } = await verifySdJwtCredential({ token, ...options });
  return { report: { verified, checks }, document: claims };
};

/** Where the keys of an issuer are served; its name where that is no address. */
const placeOf = (did: string): string => {
  try {
    return didWebUrl(did);
  } catch (error) {
    // The name comes from the credential, and may be anything.
    if (error instanceof RangeError) return did;
    throw error;
  }
};

/** What would have helped, for checks that found no answer. */
export const hintsFor = (io: Io, checks: readonly Check[], issuer: string | undefined, document: object = {}): void => {
  const codes = new Set(checks.map(({ code }) => code));
  if (codes.has('key-unknown') || codes.has('key-unavailable')) {
    io.err(`Give the DID document of the issuer${issuer ? ` (${placeOf(issuer)})` : ''} with --keys.`);
  }
  if (codes.has('status-list-missing')) {
    io.err(`Give the status list, fetched from ${statusListUrls(document).join(' and ')}, with --status.`);
  }
};
