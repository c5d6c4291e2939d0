import { parseTimestamp } from './dates.ts';
import { type VerificationKey, verificationAlgorithmOf } from './keys.ts';
import { type Check, failed, unchecked } from './report.ts';

/**
 * What a proof was made for: an issuer asserts (`assertionMethod`), a holder who presents authenticates.
 *
 * @see Verifiable Credential Data Integrity 1.0, 2.1 (proofPurpose) and 2.3 (proof purposes).
 */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/**
 * Looks up the public key of an issuer that is no did:key, for example in its DID document by `keyFromDidDocument`.
 * A caller that fetches does so under its own rules (allowed hosts, time, size).
 *
 * @param verificationMethod URL of the key as the proof names it; comes from the credential, so it is not trusted.
 * @param purpose what the key must be authorized for; `assertionMethod` where it is left out.
 * @returns undefined when there is no such key. An exception reads as "could not be looked up".
 */
export type ResolveKey = (
  verificationMethod: string,
  purpose?: ProofPurpose,
) => VerificationKey | undefined | Promise<VerificationKey | undefined>;

/** A key that may be used, or the check that says why there is none. */
export type Resolution = { ok: true; key: VerificationKey } | { ok: false; check: Check };

function didKey(verificationMethod: string): VerificationKey | undefined {
  const [controller, fragment] = verificationMethod.split('#');
  const publicKeyMultibase = controller?.slice('did:key:'.length);
  return controller !== undefined && publicKeyMultibase !== undefined && fragment === publicKeyMultibase
    ? { id: verificationMethod, controller, publicKeyMultibase }
    : undefined;
}

async function lookUp(
  verificationMethod: string,
  resolveKey: ResolveKey | undefined,
  purpose: ProofPurpose,
): Promise<Resolution> {
  if (verificationMethod.startsWith('did:key:')) {
    const key = didKey(verificationMethod);
    const detail = 'The proof names a did:key whose two halves differ.';
    return key === undefined ? { ok: false, check: failed('proof', 'key-unsuitable', detail) } : { ok: true, key };
  }
  const name = `"${verificationMethod.slice(0, 200)}"`;
  try {
    // A resolver in JavaScript may answer null.
    const key = (await resolveKey?.(verificationMethod, purpose)) ?? undefined;
    const detail = `The key ${name} is not among the known keys of the issuer.`;
    return key === undefined ? { ok: false, check: unchecked('proof', 'key-unknown', detail) } : { ok: true, key };
  } catch {
    const detail = `The key ${name} could not be looked up. Try again later.`;
    return { ok: false, check: unchecked('proof', 'key-unavailable', detail) };
  }
}

/**
 * Finds the key of a proof and tells whether it may be used at all: a key of a known curve, under its controller's
 * name, neither revoked nor expired at the time.
 *
 * Whether its curve is the one that the proof needs is for the caller to ask: the key decides the algorithm, the proof
 * cannot choose. A did:key allows every purpose.
 *
 * @see Controlled Identifiers 1.0, 2.2 (revoked, expires) and 3.1 (retrieve verification method); did:key, 3.1.
 */
export async function findKey(
  verificationMethod: string,
  at: Date,
  resolveKey: ResolveKey | undefined,
  purpose: ProofPurpose = 'assertionMethod',
): Promise<Resolution> {
  const found = await lookUp(verificationMethod, resolveKey, purpose);
  if (!found.ok) {
    return found;
  }
  const { key } = found;
  const refuse = (detail: string): Resolution => ({ ok: false, check: failed('proof', 'key-unsuitable', detail) });
  if (key.id !== verificationMethod || !verificationMethod.startsWith(`${key.controller}#`)) {
    return refuse('The key found is not under the control of the one whom its name says.');
  }
  if (typeof key.publicKeyMultibase !== 'string' || verificationAlgorithmOf(key.publicKeyMultibase) === undefined) {
    return refuse('The key is no public key of Ed25519, P-256 or P-384, the kinds that can be checked here.');
  }
  for (const end of [key.revoked, key.expires]) {
    const time = parseTimestamp(end);
    if (end !== undefined && (time === undefined || time <= at.getTime())) {
      const detail = 'The issuer has withdrawn the key: nothing that it signed is to be believed any more.';
      return { ok: false, check: failed('proof', 'key-revoked', detail) };
    }
  }
  return { ok: true, key };
}
