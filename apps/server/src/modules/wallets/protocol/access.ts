import type { Scope } from '../../../platform/http/index.ts';
import { hashOf } from '../rules/secrets.ts';
import { findOfferByToken, type Offer } from '../store.ts';
import { unauthorized } from './refused.ts';
import { type WalletRequest, wholeDpop } from './request.ts';

const ended = () => unauthorized('invalid_token', 'The access token is unknown, has ended, or was used.');

/**
 * The offer that an access token of this organization stands for (RFC 6750; RFC 9449 where the token is bound to a key).
 *
 * @throws Refused 401.
 */
export const offerOfToken = async (scope: Scope, request: WalletRequest, now: Date): Promise<Offer> => {
  const [, scheme, token] =
    /^(Bearer|DPoP) ([\w.~+/=-]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (scheme === undefined || token === undefined) {
    throw unauthorized('invalid_token', 'Send the access token in the header Authorization.');
  }
  const offer = await findOfferByToken(scope, hashOf(token), now);
  if (!offer) throw ended();
  const isDpop = scheme.toLowerCase() === 'dpop';
  if (isDpop !== (offer.dpop_thumbprint !== null)) throw ended();
  if (offer.dpop_thumbprint === null) return offer;
  const dpopJwt = request.headers.get('dpop');
  if (dpopJwt === null) throw unauthorized('invalid_dpop_proof', 'The DPoP proof is missing.');
  await wholeDpop(request, { dpopJwt, now, accessToken: token, expectedJwkThumbprint: offer.dpop_thumbprint });
  return offer;
};
