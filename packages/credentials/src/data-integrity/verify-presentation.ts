import { checkContexts } from '../data-model/check-contexts.ts';
import { checkPresentation } from '../data-model/presentation.ts';
import type { Profile } from '../data-model/profile.ts';
import { instantOf } from '../dates.ts';
import { hasType, idOf, isObject, type Json, type JsonObject, listOf, screenDocument } from '../json.ts';
import { type Check, type CheckId, failed, passed, reportOf, unchecked, type VerificationReport } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import type { StatusLists } from '../status/check.ts';
import { type VerifyOptions, verifyWithin } from '../verify.ts';
import { createBudget, type WorkBudget } from './budget.ts';
import { checkProofs, type ProofsOutcome } from './check-proofs.ts';

/** The report on a presentation, and one on each of its credentials in their order; `verified` only when all are. */
export type PresentationReport = VerificationReport & { readonly credentials: readonly VerificationReport[] };

/** Verifies a credential in an envelope; `verifyEnveloped` of this package is one. */
export type VerifyEnvelope = (
  options: {
    enveloped: unknown;
    at: Date | string;
    profile: Profile;
    statusLists?: StatusLists;
    resolveKey?: ResolveKey;
  },
  budget: WorkBudget,
) => Promise<VerificationReport>;

/** What `verifyPresentation` takes. */
export type PresentationOptions = {
  /** Any value at all; a report comes back for every one. */
  readonly presentation: unknown;
  /** The challenge that was given for this presentation; without it one that was seen before would pass. */
  readonly challenge?: string | undefined;
  /** The security domain of the verifier; the presentation must have been made for it. */
  readonly domain?: string | undefined;
  /** Verifies credentials in envelopes (JSON Web Tokens); without it those could not be checked. */
  readonly verifyEnveloped?: VerifyEnvelope | undefined;
} & Omit<VerifyOptions, 'relatedResources'>;

const MAX_CREDENTIALS = 64;
const AFTER_STRUCTURE: readonly CheckId[] = ['contexts', 'proof', 'issuer', 'dates', 'status'];

function structureOf(document: JsonObject, profile: Profile): Check {
  return listOf(document.verifiableCredential).length > MAX_CREDENTIALS
    ? failed('structure', 'malformed', `The presentation holds more than ${MAX_CREDENTIALS} credentials.`)
    : checkPresentation(document, { profile });
}

async function proofOf(
  document: JsonObject,
  at: Date,
  options: PresentationOptions,
  budget: WorkBudget,
): Promise<ProofsOutcome> {
  const { resolveKey, canonize, challenge, domain } = options;
  if (document.proof === undefined) {
    const detail = 'The presentation is not signed: nobody says that it is shown by the holder, here and now.';
    const asked = challenge !== undefined || domain !== undefined;
    const check = asked ? failed('proof', 'proof-missing', detail) : unchecked('proof', 'proof-missing', detail);
    return { check, controllers: [] };
  }
  return checkProofs(document, at, resolveKey, {
    canonize,
    expected: { purpose: 'authentication', challenge, domain },
    budget,
  });
}

function holderOf(document: JsonObject, controllers: readonly string[]): Check {
  const holder = idOf(document.holder);
  const signers = controllers.join(' and ');
  if (controllers.length === 0) {
    return unchecked('issuer', 'not-reached', 'Who presents it is known only when the signature fits.');
  }
  return holder === undefined || controllers.includes(holder)
    ? passed('issuer', `It was presented by ${holder ?? signers}.`)
    : failed('issuer', 'issuer-mismatch', `It names ${holder} as its holder but was signed by ${signers}.`);
}

function verifyOne(credential: Json, options: PresentationOptions, budget: WorkBudget): Promise<VerificationReport> {
  const { at, statusLists, resolveKey, canonize, profile = 'plain', verifyEnveloped } = options;
  if (!isObject(credential) || !hasType(credential, 'EnvelopedVerifiableCredential')) {
    return verifyWithin({ credential, at, statusLists, resolveKey, canonize, profile }, budget);
  }
  if (verifyEnveloped === undefined) {
    const detail = 'The credential is in an envelope, and envelopes are not opened here.';
    return Promise.resolve(unread(unchecked('structure', 'proof-unsupported', detail)));
  }
  const means = {
    ...(statusLists === undefined ? {} : { statusLists }),
    ...(resolveKey === undefined ? {} : { resolveKey }),
  };
  return verifyEnveloped({ enveloped: credential, at, profile, ...means }, budget);
}

function unread(structure: Check): VerificationReport {
  return reportOf([structure, ...AFTER_STRUCTURE.map((id) => unchecked(id, 'not-reached', structure.detail))]);
}

/**
 * Verifies a presentation with Data Integrity proofs, and each credential in it. Nothing is fetched.
 *
 * A presentation without a proof is not verified; the reports on its credentials tell what they are worth. Whether the
 * one who presents is the subject of the credentials is the reader's to say.
 *
 * @returns six checks, of which `issuer` speaks of the holder, and `dates` and `status` always pass; and the reports
 *   on the credentials.
 * @throws {RangeError} only when `at` is no time.
 * @see Verifiable Credentials Data Model 2.0, 4.13 (verifiable presentations) and 7.1 (verification); Verifiable
 *   Credential Data Integrity 1.0, 4.4 (verify proof).
 */
export async function verifyPresentation(options: PresentationOptions): Promise<PresentationReport> {
  const at = instantOf(options.at, 'at');
  const { profile = 'plain' } = options;
  const screened = screenDocument(options.presentation, { profile });
  if (!screened.ok) {
    const problem = screened.problem.replaceAll('the credential', 'the presentation');
    const detail = `The presentation cannot be read: ${problem}.`;
    return { ...unread(failed('structure', 'unreadable', detail)), credentials: [] };
  }
  const { document } = screened;
  const structure = structureOf(document, profile);
  const contexts = checkContexts(document, { profile });
  const known = contexts.result === 'passed';
  const proof: ProofsOutcome = known
    ? await proofOf(document, at, options, createBudget())
    : { check: unchecked('proof', 'not-reached', 'Without known contexts it cannot be checked.'), controllers: [] };
  const own = reportOf([
    structure,
    contexts,
    proof.check,
    holderOf(document, proof.controllers),
    passed('dates', 'A presentation has no period of validity of its own.'),
    passed('status', 'A presentation has no status of its own.', 'no-status'),
  ]);
  const credentials: VerificationReport[] = [];
  const budget = createBudget();
  for (const credential of listOf(document.verifiableCredential).slice(0, MAX_CREDENTIALS)) {
    credentials.push(await verifyOne(credential, options, budget));
  }
  return { ...own, verified: own.verified && credentials.every(({ verified }) => verified), credentials };
}
