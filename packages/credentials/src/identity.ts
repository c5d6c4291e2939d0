import { createHash } from 'node:crypto';
import { hasType, isObject, type Json, type JsonObject, listOf, screenDocument } from './json.ts';

/** How the holder is identified beside the name: by a hash of the e-mail address, or by the name alone. */
export type HolderIdentity =
  | {
      readonly kind: 'email';
      /** Exactly as the holder will give it to a verifier: hashes know no upper and lower case. */
      readonly address: string;
      /** At least 8 random characters, another for each credential: without them the hash can be guessed. */
      readonly salt: string;
    }
  | { readonly kind: 'name' };

function hashOf(identity: string, salt: string): string {
  return `sha256$${createHash('sha256')
    .update(identity + salt, 'utf8')
    .digest('hex')}`;
}

/**
 * The IdentityObject of a holder.
 *
 * @throws {RangeError} when the address or the salt is none.
 * @see Open Badges 3.0, data model: IdentityObject, and IdentityHash ("sha256$" and the hash of the identity
 *   followed by the salt).
 */
export function identityObject(identity: HolderIdentity, name: string): JsonObject {
  if (identity.kind === 'name') {
    return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' };
  }
  const { address, salt } = identity;
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) {
    throw new RangeError('holder.identity.address must be an e-mail address.');
  }
  if (salt.length < 8) {
    throw new RangeError('holder.identity.salt must have at least 8 random characters.');
  }
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: hashOf(address, salt),
    identityType: 'emailAddress',
    salt,
  };
}

function matches(entry: Json, address: string): boolean {
  if (!isObject(entry) || entry.identityType !== 'emailAddress' || !hasType(entry, 'IdentityObject')) {
    return false;
  }
  const salt = typeof entry.salt === 'string' ? entry.salt : '';
  return entry.identityHash === (entry.hashed === true ? hashOf(address, salt) : address);
}

/**
 * Tells whether a credential names an e-mail address as its holder's. Meaningful for a verified credential only.
 *
 * @param credential anything; never throws.
 * @see Open Badges 3.0, data model: IdentityObject.
 */
export function isHeldBy(credential: unknown, address: string): boolean {
  const screened = screenDocument(credential);
  return (
    screened.ok &&
    listOf(screened.document.credentialSubject)
      .flatMap((subject) => (isObject(subject) ? listOf(subject.identifier) : []))
      .some((entry) => matches(entry, address))
  );
}
