import type { RequestLike } from '@openid4vc/oauth2';
import { authorizationServer, holderAlgorithms } from './library.ts';
import { Refused } from './refused.ts';

/** A request as the library reads it: its address is the public one, whatever a proxy asked for. */
export type WalletRequest = RequestLike;

const freshSeconds = 300;

/**
 * The thumbprint of a DPoP key (RFC 9449). Replays need no memory here: the code and the nonce of each request are
 * good for one use.
 *
 * @throws Refused `invalid_dpop_proof`.
 */
export const wholeDpop = async (
  request: WalletRequest,
  options: {
    readonly dpopJwt: string;
    readonly now: Date;
    readonly accessToken?: string;
    readonly expectedJwkThumbprint?: string;
  },
): Promise<string> => {
  const { payload, jwkThumbprint } = await authorizationServer.verifyDpopJwt({
    ...options,
    request,
    allowedSigningAlgs: [...holderAlgorithms],
  });
  if (Math.abs(options.now.getTime() / 1000 - payload.iat) > freshSeconds) {
    throw new Refused('invalid_dpop_proof', 'The DPoP proof is not of now. Check the clock of the device.');
  }
  return jwkThumbprint;
};

const decoder = new TextDecoder('utf-8', { fatal: true });

const textOf = (body: unknown, error: string): string => {
  try {
    return decoder.decode(body instanceof Uint8Array ? body : new Uint8Array());
  } catch {
    throw new Refused(error, 'The body is not UTF-8.');
  }
};

const mediaTypeOf = (contentType: string | undefined): string | undefined =>
  contentType?.split(';')[0]?.trim().toLowerCase();

/** RFC 6749, 3.2: form-encoded, and no parameter twice. */
export const readForm = (contentType: string | undefined, body: unknown): Readonly<Record<string, string>> => {
  if (mediaTypeOf(contentType) !== 'application/x-www-form-urlencoded') {
    throw new Refused('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  }
  const pairs = [...new URLSearchParams(textOf(body, 'invalid_request'))];
  const names = new Set(pairs.map(([name]) => name));
  if (names.size < pairs.length) throw new Refused('invalid_request', 'A parameter stands more than once.');
  return Object.fromEntries(pairs);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readJson = (
  contentType: string | undefined,
  body: unknown,
  error: string,
): Readonly<Record<string, unknown>> => {
  if (mediaTypeOf(contentType) !== 'application/json')
    throw new Refused(error, 'Send the request as application/json.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(textOf(body, error));
  } catch (thrown) {
    throw thrown instanceof Refused ? thrown : new Refused(error, 'The body is not JSON.');
  }
  if (!isRecord(parsed)) throw new Refused(error, 'The body is not a JSON object.');
  return parsed;
};
