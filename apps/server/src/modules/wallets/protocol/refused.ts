import { Oauth2Error, Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
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

/**
 * A refusal for whatever was thrown; undefined for a bug.
 *
 * @param fallback the error that the library's own refusals mean at this endpoint.
 */
export const refusalOf = (thrown: unknown, fallback: string): Refused | undefined => {
  if (thrown instanceof Refused) return thrown;
  if (thrown instanceof Oauth2ServerErrorResponseError) {
    const { error, error_description: description } = thrown.errorResponse;
    return new Refused(error, description ?? thrown.message, thrown.status);
  }
  if (thrown instanceof Problem) {
    return new Refused(fallback, thrown.message, thrown.kind === 'not-found' ? 404 : 400);
  }
  // The library's other errors: of a proof that does not hold, of a request that has not its form.
  const isLibrary = thrown instanceof Oauth2Error || (thrown instanceof Error && thrown.name === 'ValidationError');
  return isLibrary ? new Refused(fallback, thrown.message) : undefined;
};
