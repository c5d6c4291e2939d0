import { type Claims, idOfUrn, instantOf, member, words } from './claims.ts';

/** Seconds since 1970 (NumericDate, RFC 7519), as an instant. */
const ofSeconds = (value: unknown): string | undefined =>
  typeof value === 'number' && Math.abs(value) < 1e11 ? new Date(value * 1000).toISOString() : undefined;

/** What a token of selective disclosure says of itself: what its holder kept back is not stated. */
export const claimsOfToken = (claims: object): Claims => {
  const validFrom = instantOf(member(claims, 'valid_from')) ?? ofSeconds(member(claims, 'nbf'));
  const validUntil = instantOf(member(claims, 'valid_until')) ?? ofSeconds(member(claims, 'exp'));
  return {
    title: words(member(claims, 'title'), member(claims, 'vct')),
    holderName: words(member(claims, 'name')),
    issuer: words(member(claims, 'issuer_name'), member(claims, 'iss')),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
};

export const tokenIssuerOf = (claims: object): string | undefined => {
  const issuer = member(claims, 'iss');
  return typeof issuer === 'string' ? issuer : undefined;
};

/** The number under which it is in the register, where it is handed over. */
export const tokenNumberOf = (claims: object): string | undefined => {
  const number = member(claims, 'license_number');
  return typeof number === 'string' ? number : undefined;
};

export const tokenIdOf = (claims: object): string | undefined => idOfUrn(member(claims, 'credential_id'));
