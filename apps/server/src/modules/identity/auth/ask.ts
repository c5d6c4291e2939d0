import type { z } from 'zod';
import type { Call } from '../../../platform/http/index.ts';
import { clientAddressHeader } from './create-auth.ts';
import { problemOf } from './errors.ts';

/** Of the request, better-auth gets what it needs to know the session and to name the device; nothing that it could be led by. */
export const headersFor = (request: Call['request'], only: (cookie: string) => boolean = () => true): Headers => {
  const headers = new Headers({ [clientAddressHeader]: request.ip });
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => cookie !== '' && only(cookie));
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const userAgent = request.headers.get('user-agent');
  if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, 500));
  return headers;
};

export const headersOf = (call: Pick<Call, 'request'>): Headers => {
  const headers = headersFor(call.request);
  const authorization = call.request.headers.get('authorization');
  if (authorization !== null) headers.set('authorization', authorization);
  return headers;
};

const bearerTokenHeader = 'set-auth-token';

/**
 * Takes an answer of better-auth: its cookies go on to the caller, its refusal becomes ours. A client without cookies
 * gets the token of a session that was replaced in the header `set-auth-token`.
 */
export const answerOf = async <T>(
  call: Pick<Call, 'request' | 'responseHeaders'>,
  schema: z.ZodType<T>,
  response: Response,
): Promise<T> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    throw problemOf(code, response.status);
  }
  for (const cookie of response.headers.getSetCookie()) call.responseHeaders.append('set-cookie', cookie);
  const token = response.headers.get(bearerTokenHeader);
  if (token !== null && call.request.headers.has('authorization')) call.responseHeaders.set(bearerTokenHeader, token);
  return schema.parse(body);
};
