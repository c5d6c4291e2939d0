import { createBudget, type WorkBudget } from './data-integrity/budget.ts';
import type { Canonize } from './data-integrity/canonize.ts';
import type { Profile } from './data-model/profile.ts';
import { instantOf } from './dates.ts';
import { screenDocument } from './json.ts';
import { type CheckId, failed, reportOf, unchecked, type VerificationReport } from './report.ts';
import type { ProofPurpose, ResolveKey } from './resolve.ts';
import { checkSigned } from './signed.ts';
import { checkStatus, type StatusLists } from './status/check.ts';

const AFTER_STRUCTURE: readonly CheckId[] = ['contexts', 'proof', 'issuer', 'dates', 'status'];

/** What `verifyCredential` takes beside the credential. */
export interface VerifyOptions {
  /** The instant for which the answer holds. */
  readonly at: Date | string;
  /** The lists that `statusListUrls(credential)` names, as far as they could be loaded. */
  readonly statusLists?: StatusLists | undefined;
  /** Looks up keys of issuers that are no did:key; without it those could not be checked. */
  readonly resolveKey?: ResolveKey | undefined;
  /** A faster way to the same canonical form. */
  readonly canonize?: Canonize | undefined;
  /**
   * `plain` (default) accepts only what means to a reader of the JSON what it means in JSON-LD; `data-model` all that
   * the Verifiable Credentials Data Model 2.0 allows. Both refuse terms that no context defines.
   */
  readonly profile?: Profile | undefined;
  /** Bytes of the resources that `relatedResource` names, by their ids, to be compared with their digests. */
  readonly relatedResources?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** What `verifyCredential` takes. */
export type CredentialOptions = {
  /** Any value at all; a report comes back for every one. */
  readonly credential: unknown;
  /** What the proofs must have been made for: `assertionMethod` unless said otherwise. */
  readonly proofPurpose?: ProofPurpose | undefined;
  /** The challenge that the proofs must answer, if one was given. */
  readonly challenge?: string | undefined;
  /** The security domain that the proofs must have been made for, if there is one. */
  readonly domain?: string | undefined;
} & VerifyOptions;

/**
 * Verifies a credential: its form, contexts, signature, issuer, dates and status. Nothing is fetched.
 *
 * The checks are independent where they can be: an expired credential still tells that its signature fits.
 *
 * @returns six checks: structure, contexts, proof, issuer, dates, status. Whether the issuer is one to be trusted is
 *   the reader's to say.
 * @throws {RangeError} only when `at` is no time.
 * @see Verifiable Credentials Data Model 2.0, 7.1; Open Badges 3.0, verification and validation.
 */
export async function verifyCredential(options: CredentialOptions): Promise<VerificationReport> {
  return verifyWithin(options, createBudget());
}

/** As `verifyCredential`, with what is left of the work that all credentials of a presentation may cause. */
export async function verifyWithin(options: CredentialOptions, budget: WorkBudget): Promise<VerificationReport> {
  const { credential, statusLists = new Map(), resolveKey, canonize, profile = 'plain', relatedResources } = options;
  const { proofPurpose: purpose = 'assertionMethod', challenge, domain } = options;
  const at = instantOf(options.at, 'at');
  const screened = screenDocument(credential, { profile });
  if (!screened.ok) {
    const structure = failed('structure', 'unreadable', `The credential cannot be read: ${screened.problem}.`);
    const rest = AFTER_STRUCTURE.map((id) => unchecked(id, 'not-reached', 'The credential cannot be read.'));
    return reportOf([structure, ...rest]);
  }
  const { document } = screened;
  const expected = { purpose, challenge, domain };
  const reading = { canonize, profile, expected, relatedResources, budget };
  const checks = await checkSigned(document, at, resolveKey, reading);
  return reportOf([...checks, await checkStatus(document, at, statusLists, resolveKey, canonize, budget.lists)]);
}
