import { minuteMs, newToken } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/index.ts';
import { hashOf, isSameHash, transactionCodeHash } from '../rules/secrets.ts';
import { endOffer, endToken, findOfferByCode, keepRedeemed, mostTries, type Offer, takeTry } from '../store.ts';
import { authorizationServer } from './library.ts';
import { preAuthorizedGrant } from './metadata.ts';
import { Refused } from './refused.ts';
import { type WalletRequest, wholeDpop } from './request.ts';

const tokenMs = 5 * minuteMs;

interface TokenRequest {
  readonly code: string;
  readonly transactionCode: string | undefined;
  readonly dpopThumbprint: string | undefined;
}

/** Reads a token request (OpenID4VCI 1.0, 6.1) and proves the DPoP key that comes with it. */
export const readTokenRequest = async (
  request: WalletRequest,
  form: Readonly<Record<string, string>>,
  now: Date,
): Promise<TokenRequest> => {
  const { grant, dpop } = authorizationServer.parseAccessTokenRequest({ request, accessTokenRequest: { ...form } });
  if (grant.grantType !== preAuthorizedGrant) {
    throw new Refused('unsupported_grant_type', `Only the grant type ${preAuthorizedGrant} is known here.`);
  }
  const dpopThumbprint = dpop && (await wholeDpop(request, { dpopJwt: dpop.jwt, now }));
  return { code: grant.preAuthorizedCode, transactionCode: grant.txCode, dpopThumbprint };
};

type Redeemed =
  | { readonly ok: true; readonly token: string; readonly tokenType: string }
  | { readonly ok: false; readonly refused: Refused };

const invalid = (description: string): Redeemed => ({ ok: false, refused: new Refused('invalid_grant', description) });

const nothingOpens = 'This code opens nothing, or nothing any more. Make a new one where you found it.';

/** RFC 6749, 4.1.2: a code that comes again ends what was given for it, if whoever sends it knows the other code, too. */
const refuseAgain = async (scope: Scope, secret: string, { code, transactionCode }: TokenRequest, now: Date) => {
  const offer = await findOfferByCode(scope, hashOf(code));
  const isRedeemed = offer !== undefined && offer.redeemed_at !== null && offer.ended_at === null;
  if (isRedeemed && isRight(secret, offer, transactionCode ?? '')) await endToken(scope, offer.id, now);
  return invalid(nothingOpens);
};

const isRight = (secret: string, offer: Offer, transactionCode: string): boolean =>
  isSameHash(offer.tx_code_hash, transactionCodeHash(secret, offer.id, transactionCode));

const refuseWrong = async (scope: Scope, offer: Offer, now: Date): Promise<Redeemed> => {
  const left = mostTries - offer.tries;
  if (left > 0) return invalid(`The transaction code is not the right one. Tries left: ${left}.`);
  await endOffer(scope, offer.id, now);
  await recordAudit(scope, {
    action: 'wallets.endOffer',
    subject: `credential:${offer.credential_id}`,
    detail: { offerId: offer.id, tries: offer.tries },
  });
  return invalid('The transaction code was wrong too often: this code has ended. Make a new one.');
};

/**
 * Gives an access token for a pre-authorized code, once. A refusal is returned, not thrown: the try that it counts has to
 * be committed.
 */
export const redeem = async (
  scope: Scope,
  { config }: Pick<Platform, 'config'>,
  request: TokenRequest,
  now: Date,
): Promise<Redeemed> => {
  if (request.transactionCode === undefined) {
    return { ok: false, refused: new Refused('invalid_request', 'The transaction code (tx_code) is missing.') };
  }
  const offer = await takeTry(scope, hashOf(request.code), now);
  if (!offer) return refuseAgain(scope, config.SECRET, request, now);
  if (!isRight(config.SECRET, offer, request.transactionCode)) return refuseWrong(scope, offer, now);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + tokenMs);
  const { dpopThumbprint } = request;
  await keepRedeemed(scope, offer.id, { hash: hashOf(token), expiresAt, dpopThumbprint }, now);
  return { ok: true, token, tokenType: dpopThumbprint === undefined ? 'Bearer' : 'DPoP' };
};

/** RFC 6749, 5.1. The token is opaque: it is looked up, and can be ended. */
export const tokenResponse = (token: string, tokenType: string) => ({
  access_token: token,
  token_type: tokenType,
  expires_in: tokenMs / 1000,
});
