import type { Database } from '../../../platform/db/index.ts';
import type { TenantClock } from '../../../platform/http/index.ts';
import { platformOrganization, recordAudit } from '../../audit/index.ts';
import { headersFor } from './ask.ts';
import { type Auth, authPath } from './create-auth.ts';

/** The ceremonies of WebAuthn, which a browser carries out with better-auth itself. All else goes by our operations. */
const ceremonies: ReadonlyMap<string, { readonly method: string; readonly action?: string }> = new Map([
  ['/passkey/generate-register-options', { method: 'GET' }],
  ['/passkey/verify-registration', { method: 'POST', action: 'identity.addPasskey' }],
  ['/passkey/generate-authenticate-options', { method: 'GET' }],
  ['/passkey/verify-authentication', { method: 'POST', action: 'identity.signInWithPasskey' }],
]);

const maxBodyBytes = 64_000;

const refusal = (status: number, title: string, code: string, detail: string): Response =>
  Response.json(
    { type: `/api#${code}`, title, status, detail, code, fields: [] },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const notFound = () => refusal(404, 'Not found', 'platform.not-found', 'There is nothing here.');
const tooLarge = () => refusal(413, 'Too large', 'platform.too-large', `At most ${maxBodyBytes} bytes are allowed.`);

interface Answered {
  readonly userId?: string;
  readonly user?: { readonly id: string };
  readonly session?: { readonly token?: string };
}

/** A script needs no session token: it has the cookie, which it cannot read. */
const withoutToken = (body: Answered): Answered => {
  if (!body.session) return body;
  const { token: _token, ...session } = body.session;
  return { ...body, session };
};

export interface HandlerContext {
  readonly ip: string;
}

export type AuthHandler = (request: Request, context?: HandlerContext) => Promise<Response | undefined>;

/** Serves `/api/auth/passkey/*`; undefined for paths that are not under `/api/auth`. */
export const createAuthHandler = (auth: Auth, db: Database, clock: TenantClock): AuthHandler => {
  const audit = (action: string, personId: string) =>
    db.tenant(platformOrganization.id, (trx) => {
      const scope = { trx, organization: platformOrganization, now: clock(platformOrganization) };
      return recordAudit(scope, { actorId: personId, action, subject: `person:${personId}` });
    });

  return async (request, context = { ip: '' }) => {
    const { pathname, search } = new URL(request.url);
    if (pathname !== authPath && !pathname.startsWith(`${authPath}/`)) return undefined;
    const ceremony = ceremonies.get(pathname.slice(authPath.length));
    if (!ceremony || ceremony.method !== request.method) return notFound();

    const body = request.method === 'POST' ? await request.text() : undefined;
    if (body !== undefined && body.length > maxBodyBytes) return tooLarge();
    const headers = headersFor({ headers: request.headers, ip: context.ip });
    for (const name of ['origin', 'content-type']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const response = await auth.handler(
      new Request(auth.publicUrl + pathname + search, {
        method: request.method,
        headers,
        ...(body === undefined ? {} : { body }),
      }),
    );
    if (!response.ok || !ceremony.action) return response;
    const answered = (await response.json()) as Answered;
    const personId = answered.user?.id ?? answered.userId;
    if (personId !== undefined) await audit(ceremony.action, personId);
    const kept = new Headers(response.headers);
    kept.delete('content-length');
    kept.delete('set-auth-token');
    return new Response(JSON.stringify(withoutToken(answered)), { status: response.status, headers: kept });
  };
};
