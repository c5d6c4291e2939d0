import { multikeyFromJwk } from '@testamur/credentials';
import { KeyUnavailable } from './provider.ts';

/** The public half of a key that a provider made, as verifiers read it. */
export const publicMultikey = (jwk: object): string => {
  const multikey = multikeyFromJwk(jwk);
  if (multikey === undefined) throw new KeyUnavailable('The public key that was made is none of Ed25519 or P-256.');
  return multikey;
};
