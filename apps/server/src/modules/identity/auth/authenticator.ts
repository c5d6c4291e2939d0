import type { RequestContext, Viewer } from '../../../platform/http/index.ts';
import { headersOf } from './ask.ts';
import type { Auth } from './create-auth.ts';

const cookieOf = (headers: Headers, name: string): string | undefined =>
  headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${name}=`));

const bearerOf = (headers: Headers): string | undefined => {
  const authorization = headers.get('authorization');
  return authorization && /^bearer /i.test(authorization) ? authorization : undefined;
};

/** Finds the session of a request and prolongs it; the renewed cookie goes on to the caller. */
const findViewer = async (auth: Auth, request: RequestContext): Promise<Viewer | undefined> => {
  const { headers, response } = await auth.api.getSession({ headers: headersOf({ request }), returnHeaders: true });
  if (!bearerOf(request.headers)) {
    for (const cookie of headers?.getSetCookie() ?? []) request.responseHeaders.append('set-cookie', cookie);
  }
  if (!response) return undefined;
  const { user, session } = response;
  return {
    personId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    operator: user.operator === true,
  };
};

export type Authenticator = (request: RequestContext) => Promise<Viewer | undefined>;

/** Who makes a request: by the session cookie, or by `Authorization: Bearer …` with the token of a session. */
export const createAuthenticator = (auth: Auth): Authenticator => {
  const asked = new WeakMap<RequestContext, Promise<Viewer | undefined>>();
  const find = async (request: RequestContext): Promise<Viewer | undefined> => {
    const { authCookies } = await auth.$context;
    const credential = bearerOf(request.headers) ?? cookieOf(request.headers, authCookies.sessionToken.name);
    return credential === undefined ? undefined : auth.viewers.get(credential, () => findViewer(auth, request));
  };
  return (request) => {
    const known = asked.get(request);
    if (known) return known;
    const viewer = find(request);
    asked.set(request, viewer);
    return viewer;
  };
};
