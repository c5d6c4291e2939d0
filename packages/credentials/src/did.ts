import { algorithmOfMultikey, multikeyFromJwk, type VerificationKey } from './keys.ts';
import type { ProofPurpose } from './resolve.ts';

const DID_WEB = /^did:web:([A-Za-z0-9.-]+(?:%3A\d{1,5})?)((?::[A-Za-z0-9._~%-]+)*)$/;

/** A DID document (DID Core 1.0) with the keys that may assert credentials. */
export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly (VerificationKey & { readonly type: 'Multikey' })[];
  readonly assertionMethod: readonly string[];
}

/**
 * The did:web of a web address.
 *
 * @param address an http(s) address without user, query or fragment, for example `https://example.org/issuers/ala`.
 * @returns for example `did:web:example.org:issuers:ala`. did:web documents are always read over HTTPS.
 * @throws {RangeError} when the address is no such address.
 * @see did:web method specification, method-specific identifier.
 */
export function didWebOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const plain = url !== undefined && /^https?:$/.test(url.protocol) && !/[?#@]/.test(address);
  const path = url?.pathname.split('/').filter((part) => part !== '') ?? [];
  const did = `did:web:${[url?.host.replace(':', '%3A') ?? '', ...path].join(':')}`;
  if (!plain || !DID_WEB.test(did)) {
    throw new RangeError(`"${address}" is no address such as https://example.org/issuers/ala.`);
  }
  return did;
}

/**
 * Where the document of a did:web is served.
 *
 * @returns `https://example.org/.well-known/did.json` for `did:web:example.org`,
 *   `https://example.org/issuers/ala/did.json` for `did:web:example.org:issuers:ala`.
 * @throws {RangeError} when the text is no did:web.
 * @see did:web method specification, read (resolve).
 */
export function didWebUrl(did: string): string {
  const match = DID_WEB.exec(did);
  const [, host, path] = match ?? [];
  const location = `https://${host?.replace('%3A', ':')}${path === '' ? '/.well-known' : path?.replaceAll(':', '/')}/did.json`;
  if (match === null || path?.split(':').some((part) => /^(\.|%2e)+$/i.test(part)) || !URL.canParse(location)) {
    throw new RangeError(`"${did}" is no did:web such as did:web:example.org:issuers:ala.`);
  }
  return location;
}

/**
 * The DID document to be served at `didWebUrl(did)`.
 *
 * @param options.keys every key that ever signed: a key left out makes all that it signed unverifiable.
 * @throws {RangeError} without a key, or with a key of another controller.
 * @see DID Core 1.0, verification methods and assertion; Controlled Identifiers 1.0, Multikey.
 */
export function didWebDocument(options: {
  did: string;
  keys: readonly { readonly publicKeyMultibase: string; readonly revoked?: string; readonly expires?: string }[];
}): DidDocument {
  const { did, keys } = options;
  didWebUrl(did);
  if (keys.length === 0) {
    throw new RangeError('A DID document without a key verifies nothing: give at least one key.');
  }
  const verificationMethod = keys.map((key) => ({
    id: `${did}#${key.publicKeyMultibase}`,
    type: 'Multikey' as const,
    controller: did,
    publicKeyMultibase: key.publicKeyMultibase,
    ...(key.revoked === undefined ? {} : { revoked: key.revoked }),
    ...(key.expires === undefined ? {} : { expires: key.expires }),
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map((method) => method.id),
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function entriesOf(document: unknown, name: string): readonly unknown[] {
  const value = memberOf(document, name);
  return Array.isArray(value) ? value : [];
}

/** The key in a verification method, by its type; the types decide the member, and the member the algorithm. */
function multikeyOfMethod(method: unknown): string | undefined {
  const multibase = memberOf(method, 'publicKeyMultibase');
  const text = typeof multibase === 'string' ? multibase : undefined;
  switch (memberOf(method, 'type')) {
    case 'Multikey':
      return text;
    case 'Ed25519VerificationKey2020':
      return text !== undefined && algorithmOfMultikey(text) === 'Ed25519' ? text : undefined;
    case 'JsonWebKey':
    case 'JsonWebKey2020':
      return multikeyFromJwk(memberOf(method, 'publicKeyJwk'));
    default:
      return undefined;
  }
}

/**
 * Finds the key of a proof in the DID document of its controller.
 *
 * @param document the JSON served at `didWebUrl`; nothing in it is trusted.
 * @param verificationMethod URL of the key, as the proof names it.
 * @param purpose what the document must allow the key to do: to assert, or to authenticate.
 * @returns undefined unless the document is that of the DID before the '#', holds the key under its own control as a
 *   Multikey, a JsonWebKey or an Ed25519VerificationKey2020, and allows it that purpose.
 * @see Controlled Identifiers 1.0, 2.2 (verification methods), 2.3 (verification relationships) and 3.1 (retrieve
 *   verification method).
 */
export function keyFromDidDocument(
  document: unknown,
  verificationMethod: string,
  purpose: ProofPurpose = 'assertionMethod',
): VerificationKey | undefined {
  const [did, fragment] = verificationMethod.split('#');
  if (did === undefined || fragment === undefined || memberOf(document, 'id') !== did) {
    return undefined;
  }
  const isIt = (id: unknown) => id === verificationMethod || id === `#${fragment}`;
  const allowed = entriesOf(document, purpose).find((entry) => isIt(entry) || isIt(memberOf(entry, 'id')));
  const method =
    typeof allowed === 'string'
      ? entriesOf(document, 'verificationMethod').find((entry) => isIt(memberOf(entry, 'id')))
      : allowed;
  const publicKeyMultibase = multikeyOfMethod(method);
  if (memberOf(method, 'controller') !== did || publicKeyMultibase === undefined) {
    return undefined;
  }
  const revoked = memberOf(method, 'revoked');
  const expires = memberOf(method, 'expires');
  return {
    id: verificationMethod,
    controller: did,
    publicKeyMultibase,
    // Kept even when it is no text: a revocation that cannot be read must not read as none.
    ...(revoked === undefined ? {} : { revoked: String(revoked) }),
    ...(expires === undefined ? {} : { expires: String(expires) }),
  };
}
