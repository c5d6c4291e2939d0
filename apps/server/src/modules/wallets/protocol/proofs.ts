import { decodeJwt } from '@openid4vc/oauth2';
import type { IssuerMetadataResult, ParseCredentialRequestReturn } from '@openid4vc/openid4vci';
import { type HolderKey, keyOfDid, keyOfJwk } from '../rules/holder-key.ts';
import { credentialIssuer } from './library.ts';
import { mostProofs } from './metadata.ts';
import { Refused } from './refused.ts';

/** A proof is made for this request: older ones, and ones from ahead of the clock, are not. */
const freshSeconds = 300;

const refuse = (description: string) => new Refused('invalid_proof', description);

const tokensOf = ({ proofs }: ParseCredentialRequestReturn): readonly string[] => {
  const tokens = proofs && 'jwt' in proofs ? proofs.jwt : undefined;
  if (!tokens || tokens.length === 0) throw refuse('Prove the key of the wallet with a proof of the type jwt.');
  if (tokens.length > mostProofs) throw refuse(`More than ${mostProofs} keys cannot be served at once.`);
  return tokens;
};

/** The nonce that all proofs of a request bear. Nothing of it is believed yet. */
const nonceOf = (tokens: readonly string[]): string => {
  const nonces = new Set(tokens.map((jwt) => decodeJwt({ jwt }).payload.nonce));
  const [nonce] = nonces;
  if (nonces.size !== 1 || nonce === undefined) {
    throw new Refused('invalid_nonce', 'Every proof must bear the same c_nonce, fresh from the nonce endpoint.');
  }
  return nonce;
};

const keyOf = (header: { readonly kid?: string | undefined; readonly jwk?: unknown }): HolderKey | undefined =>
  header.jwk === undefined ? keyOfDid(header.kid ?? '') : keyOfJwk(header.jwk);

const provenKey = async (
  jwt: string,
  options: { readonly issuerMetadata: IssuerMetadataResult; readonly expectedNonce: string; readonly now: Date },
): Promise<HolderKey> => {
  const { header, payload } = await credentialIssuer.verifyCredentialRequestJwtProof({ ...options, jwt });
  if ([header.kid, header.jwk, header.x5c].filter((one) => one !== undefined).length !== 1) {
    throw refuse('A proof names its key once: by kid (a did:key or did:jwk), or by jwk.');
  }
  if (Math.abs(options.now.getTime() / 1000 - payload.iat) > freshSeconds) {
    throw refuse('The proof is not of now. Check the clock of the device.');
  }
  const key = keyOf(header);
  if (!key) throw refuse('The key must be one of Ed25519 or P-256, as a did:key, a did:jwk or a jwk.');
  return key;
};

/**
 * The keys that a wallet proves to own (OpenID4VCI 1.0, 8.2.1.1 and Appendix F): each token signed by its key, for this
 * issuer, now, with the nonce that is returned, which the caller has to find good and unused.
 *
 * @throws Refused or an error of the library, which is `invalid_proof` here.
 */
export const provenKeys = async (
  parsed: ParseCredentialRequestReturn,
  issuerMetadata: IssuerMetadataResult,
  now: Date,
): Promise<{ readonly keys: readonly HolderKey[]; readonly nonce: string }> => {
  const tokens = tokensOf(parsed);
  const nonce = nonceOf(tokens);
  const keys: HolderKey[] = [];
  for (const jwt of tokens) keys.push(await provenKey(jwt, { issuerMetadata, expectedNonce: nonce, now }));
  if (new Set(keys.map(({ thumbprint }) => thumbprint)).size < keys.length) throw refuse('A key is named twice.');
  return { keys, nonce };
};
