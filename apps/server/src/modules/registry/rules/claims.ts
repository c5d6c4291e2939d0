const notStated = 'Not stated';

export const member = (value: unknown, name: string): unknown => {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null && Object.hasOwn(one, name)
    ? Object.getOwnPropertyDescriptor(one, name)?.value
    : undefined;
};

export const words = (...candidates: readonly unknown[]): string => {
  const text = candidates.find((candidate) => typeof candidate === 'string' && candidate.trim() !== '');
  return typeof text === 'string' ? text.trim().slice(0, 300) : notStated;
};

export interface Claims {
  readonly title: string;
  readonly holderName: string;
  readonly issuer: string;
  /** ISO 8601 instants, where it states such. */
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export const instantOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** What a document says of itself, believed or not. */
export const claimsOf = (credential: object): Claims => {
  const subject = member(credential, 'credentialSubject');
  const issuer = member(credential, 'issuer');
  const validFrom = instantOf(member(credential, 'validFrom'));
  const validUntil = instantOf(member(credential, 'validUntil'));
  return {
    title: words(member(member(subject, 'achievement'), 'name'), member(credential, 'name')),
    holderName: words(member(subject, 'name')),
    issuer: words(member(issuer, 'name'), member(issuer, 'id'), issuer),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
};

/** The issuer's identifier, or nothing. */
export const issuerIdOf = (credential: object): string | undefined => {
  const issuer = member(credential, 'issuer');
  const id = typeof issuer === 'string' ? issuer : member(issuer, 'id');
  return typeof id === 'string' ? id : undefined;
};

const urn = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The id that this installation would have given a credential, read from its URN. */
export const idOfUrn = (id: unknown): string | undefined => (typeof id === 'string' ? urn.exec(id)?.[1] : undefined);

/** The id that this installation would have given it, if it is of this installation at all. */
export const credentialIdOf = (credential: object): string | undefined => idOfUrn(member(credential, 'id'));

/** Whether it claims to be a verifiable credential. */
export const isCredential = (credential: object): boolean => {
  const type = member(credential, 'type');
  return type === 'VerifiableCredential' || (Array.isArray(type) && type.includes('VerifiableCredential'));
};
