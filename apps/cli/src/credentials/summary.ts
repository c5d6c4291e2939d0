/** The member of that name, own and enumerable or not; undefined for whatever has none. */
const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/** Follows a path of names; where a list stands, its first entry is followed. */
const follow = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => {
    const next = memberOf(found, name);
    return Array.isArray(next) && name !== 'type' ? next[0] : next;
  }, value);

const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = follow(value, ...path);
  return typeof found === 'string' ? found : undefined;
};

/** What a credential says of itself, in the order in which a reader asks. Nothing of it is verified. */
export interface Summary {
  readonly id?: string | undefined;
  readonly types: readonly string[];
  readonly title?: string | undefined;
  readonly holder?: string | undefined;
  readonly number?: string | undefined;
  readonly issuer?: string | undefined;
  readonly issuerId?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly edition?: string | undefined;
  readonly statusList?: string | undefined;
  readonly statusIndex?: string | undefined;
  readonly proof?: string | undefined;
  readonly signedAt?: string | undefined;
  readonly key?: string | undefined;
}

export const summarize = (credential: object): Summary => {
  const types = follow(credential, 'type');
  return {
    id: textAt(credential, 'id'),
    types: (Array.isArray(types) ? types : [types]).filter((type) => typeof type === 'string'),
    title: textAt(credential, 'credentialSubject', 'achievement', 'name') ?? textAt(credential, 'name'),
    holder: textAt(credential, 'credentialSubject', 'name'),
    number: textAt(credential, 'credentialSubject', 'licenseNumber'),
    issuer: textAt(credential, 'issuer', 'name'),
    issuerId: textAt(credential, 'issuer') ?? textAt(credential, 'issuer', 'id'),
    validFrom: textAt(credential, 'validFrom'),
    validUntil: textAt(credential, 'validUntil'),
    edition: textAt(credential, 'credentialSubject', 'achievement', 'version'),
    statusList: textAt(credential, 'credentialStatus', 'statusListCredential'),
    statusIndex: textAt(credential, 'credentialStatus', 'statusListIndex'),
    proof: textAt(credential, 'proof', 'cryptosuite') ?? textAt(credential, 'proof', 'type'),
    signedAt: textAt(credential, 'proof', 'created'),
    key: textAt(credential, 'proof', 'verificationMethod'),
  };
};

/** What the claims of an SD-JWT say of themselves, as far as they were disclosed. */
export const summarizeClaims = (claims: object): Summary => {
  const type = textAt(claims, 'vct');
  return {
    id: textAt(claims, 'credential_id'),
    types: type === undefined ? [] : [type],
    title: textAt(claims, 'title'),
    holder: textAt(claims, 'name'),
    number: textAt(claims, 'license_number'),
    issuer: textAt(claims, 'issuer_name'),
    issuerId: textAt(claims, 'iss'),
    validFrom: textAt(claims, 'valid_from'),
    validUntil: textAt(claims, 'valid_until'),
    edition: textAt(claims, 'edition'),
    statusList: textAt(claims, 'credentialStatus', 'statusListCredential'),
    statusIndex: textAt(claims, 'credentialStatus', 'statusListIndex'),
  };
};

/** The address under which a status list credential says that it is served. */
export const addressOf = (list: unknown): string | undefined => textAt(list, 'id');
