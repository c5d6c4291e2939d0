import { parseTimestamp } from './dates.ts';
import { isEd25519Multikey, type VerificationKey } from './keys.ts';
import { type Check, failed, unchecked } from './report.ts';

/**
 * Looks up the public key of an issuer that is no did:key, for example in its DID document by `keyFromDidDocument`.
 * A caller that fetches does so under its own rules (allowed hosts, time, size).
 *
 * @param verificationMethod URL of the key as the proof names it; comes from the credential, so it is not trusted.
 * @returns undefined when there is no such key. An exception reads as "could not be looked up".
 */
export type ResolveKey = (
  verificationMethod: string,
) => VerificationKey | undefined | Promise<VerificationKey | undefined>;

export type Resolution = { ok: true; key: VerificationKey } | { ok: false; check: Check };

function didKey(verificationMethod: string): VerificationKey | undefined {
  const [controller, fragment] = verificationMethod.split('#');
  const publicKeyMultibase = controller?.slice('did:key:'.length);
  return controller !== undefined && publicKeyMultibase !== undefined && fragment === publicKeyMultibase
    ? { id: verificationMethod, controller, publicKeyMultibase }
    : undefined;
}

async function lookUp(verificationMethod: string, resolveKey: ResolveKey | undefined): Promise<Resolution> {
  if (verificationMethod.startsWith('did:key:')) {
    const key = didKey(verificationMethod);
    const detail = 'The proof names a did:key whose two halves differ.';
    return key === undefined ? { ok: false, check: failed('proof', 'key-unsuitable', detail) } : { ok: true, key };
  }
  const name = `"${verificationMethod.slice(0, 200)}"`;
  try {
    const key = await resolveKey?.(verificationMethod);
    const detail = `The key ${name} is not among the known keys of the issuer.`;
    return key === undefined ? { ok: false, check: unchecked('proof', 'key-unknown', detail) } : { ok: true, key };
  } catch {
    const detail = `The key ${name} could not be looked up. Try again later.`;
    return { ok: false, check: unchecked('proof', 'key-unavailable', detail) };
  }
}

/**
 * Finds the key of a proof and tells whether it may be used at all: an Ed25519 key, under its controller's name,
 * neither revoked nor expired at the time.
 *
 * The cryptosuite accepts one algorithm only, so the kind of the key decides and the proof cannot choose.
 *
 * @see Controlled Identifiers 1.0, verification methods (revoked, expires) and their retrieval; Data Integrity EdDSA
 *   Cryptosuites 1.0, 3.2.2.
 */
export async function findKey(
  verificationMethod: string,
  at: Date,
  resolveKey: ResolveKey | undefined,
): Promise<Resolution> {
  const found = await lookUp(verificationMethod, resolveKey);
  if (!found.ok) {
    return found;
  }
  const { key } = found;
  const refuse = (detail: string): Resolution => ({ ok: false, check: failed('proof', 'key-unsuitable', detail) });
  if (key.id !== verificationMethod || !verificationMethod.startsWith(`${key.controller}#`)) {
    return refuse('The key found is not under the control of the one whom its name says.');
  }
  if (typeof key.publicKeyMultibase !== 'string' || !(await isEd25519Multikey(key.publicKeyMultibase))) {
    return refuse('The key is no Ed25519 key, the only kind that eddsa-rdfc-2022 accepts.');
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
