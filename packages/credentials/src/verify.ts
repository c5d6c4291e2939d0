import { instantOf } from './dates.ts';
import { screenDocument } from './json.ts';
import { type CheckId, failed, reportOf, unchecked, type VerificationReport } from './report.ts';
import type { ResolveKey } from './resolve.ts';
import { checkSigned } from './signed.ts';
import { checkStatus, type StatusLists } from './status/check.ts';

const AFTER_STRUCTURE: readonly CheckId[] = ['contexts', 'proof', 'issuer', 'dates', 'status'];

/**
 * Verifies a credential: its form, contexts, signature, issuer, dates and status. Nothing is fetched.
 *
 * The checks are independent where they can be: an expired credential still tells that its signature fits.
 *
 * @param options.credential any value at all; a report comes back for every one.
 * @param options.at the instant for which the answer holds.
 * @param options.statusLists the lists that `statusListUrls(credential)` names, as far as they could be loaded.
 * @param options.resolveKey looks up keys of issuers that are no did:key; without it those could not be checked.
 * @returns six checks: structure, contexts, proof, issuer, dates, status. Whether the issuer is one to be trusted is
 *   the reader's to say.
 * @throws {RangeError} only when `at` is no time.
 * @see Verifiable Credentials Data Model 2.0, 7.1; Open Badges 3.0, verification and validation.
 */
export async function verifyCredential(options: {
  credential: unknown;
  at: Date | string;
  statusLists?: StatusLists;
  resolveKey?: ResolveKey;
}): Promise<VerificationReport> {
  const { credential, statusLists = new Map(), resolveKey } = options;
  const at = instantOf(options.at, 'at');
  const screened = screenDocument(credential);
  if (!screened.ok) {
    const structure = failed('structure', 'unreadable', `The credential cannot be read: ${screened.problem}.`);
    const rest = AFTER_STRUCTURE.map((id) => unchecked(id, 'not-reached', 'The credential cannot be read.'));
    return reportOf([structure, ...rest]);
  }
  const { document } = screened;
  const checks = await checkSigned(document, at, resolveKey);
  return reportOf([...checks, await checkStatus(document, at, statusLists, resolveKey)]);
}
