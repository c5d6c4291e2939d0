const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const WEB = /^https?:/i;

/**
 * Tells whether a value is an absolute URL: a scheme, and nothing that no URL may hold. `did:`, `urn:` and `data:` are.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.4 (Identifiers); URL Standard, absolute-URL string.
 */
export function isUrl(value: unknown): boolean {
  return typeof value === 'string' && ABSOLUTE_IRI.test(value) && (!WEB.test(value) || URL.canParse(value));
}

/**
 * Namespaces of the data model itself. A name of theirs written as a URL, or an alias for one, would hide a member (a
 * `credentialStatus`) from everyone who reads the JSON while the signature still fits.
 */
const RESERVED = [
  'https://www.w3.org/2018/credentials#',
  'https://www.w3.org/ns/credentials/status#',
  'https://w3id.org/security#',
];

/** Tells whether an IRI is a name of the data model written out. */
export function isReserved(iri: string): boolean {
  return RESERVED.some((namespace) => iri.startsWith(namespace));
}

/** Tells whether names of the data model could be made by adding to a prefix. */
export function leadsToReserved(prefix: string): boolean {
  return isReserved(prefix) || (prefix !== '' && RESERVED.some((namespace) => namespace.startsWith(prefix)));
}
