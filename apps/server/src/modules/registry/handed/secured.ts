import {
  createCanonizer,
  statusListUrls,
  type VerificationReport,
  verifyCredential,
  verifyJwtCredential,
  verifySdJwtCredential,
} from '@testamur/credentials';
import { type Claims, claimsOf, credentialIdOf, issuerIdOf } from '../rules/claims.ts';
import { claimsOfToken, tokenIdOf, tokenIssuerOf, tokenNumberOf } from '../rules/token-claims.ts';

/** A credential in one of the forms in which it can be secured; nothing in it is trusted. */
export type Secured =
  | { readonly form: 'data-integrity'; readonly credential: object }
  | { readonly form: 'vc+jwt' | 'sd-jwt'; readonly token: string };

type VerifyOptions = Omit<Parameters<typeof verifyCredential>[0], 'credential'>;

/** What a document says of itself, and how to verify it: the same for every form. */
export interface Readable {
  readonly claims: Claims;
  readonly issuerId: string | undefined;
  /** The id in this installation, if it is of this installation at all. */
  readonly credentialId: string | undefined;
  readonly listUrls: readonly string[];
  /** The number that a token states; absent where its holder kept it back. */
  readonly number?: string;
  /** The whole of what it says; absent where its holder may keep parts of it back. */
  readonly whole?: object;
  verify(options: VerifyOptions): Promise<VerificationReport>;
}

/** Credentials that are checked here are of few shapes; each is expanded once. */
const { canonize } = createCanonizer();

const ofCredential = (credential: object, verify: Readable['verify']): Readable => ({
  claims: claimsOf(credential),
  issuerId: issuerIdOf(credential),
  credentialId: credentialIdOf(credential),
  listUrls: statusListUrls(credential),
  whole: credential,
  verify,
});

const ofToken = (claims: object, verify: Readable['verify']): Readable => {
  const number = tokenNumberOf(claims);
  return {
    claims: claimsOfToken(claims),
    issuerId: tokenIssuerOf(claims),
    credentialId: tokenIdOf(claims),
    listUrls: statusListUrls(claims),
    ...(number === undefined ? {} : { number }),
    verify,
  };
};

/** Reads it as far as its form goes; a token is opened without believing it. */
export const readSecured = async (secured: Secured, at: Date): Promise<Readable> => {
  switch (secured.form) {
    case 'data-integrity': {
      const { credential } = secured;
      return ofCredential(credential, (options) => verifyCredential({ ...options, credential, canonize }));
    }
    case 'vc+jwt': {
      const { token } = secured;
      const { credential = {} } = await verifyJwtCredential({ token, at });
      return ofCredential(credential, (options) => verifyJwtCredential({ ...options, token }));
    }
    case 'sd-jwt': {
      const { token } = secured;
      const { claims = {} } = await verifySdJwtCredential({ token, at });
      return ofToken(claims, (options) => verifySdJwtCredential({ ...options, token }));
    }
  }
};
