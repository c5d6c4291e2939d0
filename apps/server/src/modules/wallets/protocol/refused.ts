import { Oauth2Error, Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
import { Openid4vciError } from '@openid4vc/openid4vci';
import { Problem } from '../../../kernel/index.ts';

/** A refusal to a wallet, in the words of OAuth 2.0 (RFC 6749, 5.2) and OpenID4VCI 1.0 (8.3.1, 11.3). */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly error: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(error: string, description: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(description);
    this.error = error;
    this.status = status;
    this.headers = headers;
  }
}

/** RFC 6749, 5.2: printable ASCII without quotes and backslashes. What a library says may quote what a stranger sent. */
const described = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replaceAll('\\', ' ')
    .slice(0, 300);

export const bodyOf = ({ error, message }: Refused): string =>
  JSON.stringify({ error, error_description: described(message) });

/** RFC 6750, 3: which tokens are taken, and what was wrong with this one. */
export const unauthorized = (error: string, description: string): Refused =>
  new Refused(error, description, 401, {
    'www-authenticate': `Bearer error="${error}", error_description="${described(description)}", DPoP error="${error}", algs="EdDSA ES256"`,
  });

/** The library's word for what has not the form of the standard; it exports no class to know it by. */
const isMalformed = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.constructor.name === 'ValidationError';

/** Its first line repeats all that was sent; the lines after it say what is wrong. */
const faultsIn = ({ message }: Error): string =>
  message.split('\n').slice(1).join(' ').trim() || 'The request has not the form that the standard asks for.';

/**
 * A refusal for whatever was thrown; undefined for a bug.
 *
 * @param fallback the error that the library's own refusals mean at this endpoint; without it, they are bugs.
 */
export const refusalOf = (thrown: unknown, fallback: string | undefined): Refused | undefined => {
  if (thrown instanceof Refused) return thrown;
  if (thrown instanceof Oauth2ServerErrorResponseError) {
    const { error, error_description: description } = thrown.errorResponse;
    return new Refused(error, description ?? thrown.message, thrown.status);
  }
  if (thrown instanceof Problem) {
    return new Refused(fallback ?? 'invalid_request', thrown.message, thrown.kind === 'not-found' ? 404 : 400);
  }
  if (fallback === undefined) return undefined;
  if (isMalformed(thrown)) return new Refused(fallback, faultsIn(thrown));
  const isLibrary = thrown instanceof Oauth2Error || thrown instanceof Openid4vciError;
  return isLibrary ? new Refused(fallback, thrown.message) : undefined;
};
