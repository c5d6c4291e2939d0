import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../log/index.ts';
import { admitAnyOrigin, isForAnyOrigin } from './any-origin.ts';
import type { RequestContext } from './bind.ts';
import { healthRoutes } from './health.ts';
import { createMetrics, type Metrics, mayReadMetrics } from './metrics.ts';
import { plainPage } from './plain-page.ts';
import { BodyTooLarge, sendWebResponse, toWebRequest } from './web-request.ts';

export interface HttpOptions {
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly metricsToken: string | undefined;
  readonly log: Log;
  /** Resolves when the server can do its work; throws why it cannot. */
  readonly ready: () => Promise<void>;
  /** Hot paths with plain routes of their own. */
  readonly routes: readonly ((server: FastifyInstance, contextOf: ContextOf) => void)[];
  /** Tried in this order; the first answer counts. */
  readonly handlers: readonly ((request: Request, context: RequestContext) => Promise<Response | undefined>)[];
  /** Middleware of the development web server. */
  readonly middleware?: ((request: unknown, response: unknown, next: () => void) => void) | undefined;
}

export type ContextOf = (request: FastifyRequest) => RequestContext;

/** The largest upload is a file of 10 MB in a multipart envelope. */
const maxBodyBytes = 11_000_000;

/** A web Request knows no TRACE. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A browser sends what a page of another site tells it to, and names that site as the origin. Requests without cookies
 * count, too: nobody shall be signed in to an account of somebody else's choice. Behind TLS the public address alone is
 * ours, whatever host a proxy names; without it, an installation is also reached by other names of its machine.
 */
export const isCrossSite = (request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): boolean => {
  const { origin, host } = request.headers;
  const ours = new URL(publicUrl);
  if (!unsafe.has(request.method) || origin === undefined || origin === ours.origin) return false;
  return ours.protocol === 'https:' || URL.parse(origin)?.host !== host;
};

/** A person who sent a form without scripts reads a page, every program a problem. */
const problem = (
  reply: FastifyReply,
  status: number,
  code: string,
  title: string,
  detail: string,
  requestId: string,
) => {
  const { accept = '' } = reply.request.headers;
  if (accept.includes('text/html')) {
    return reply.status(status).type('text/html; charset=utf-8').send(plainPage({ title, detail, requestId }));
  }
  return reply
    .status(status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify({ type: `/api#${code}`, title, status, detail, code, fields: [], requestId }));
};

const securityHeaders = (publicUrl: string): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  // The camera reads QR codes of certificates; the browser still asks the reader.
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

const validRequestId = /^[A-Za-z0-9_-]{8,64}$/;

export const createHttpServer = (options: HttpOptions): FastifyInstance => {
  const server = fastify({
    // The one proxy in front: what stands before its own entry in X-Forwarded-For, anyone may have written.
    trustProxy: options.trustProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      const isTrusted = options.trustProxy && typeof given === 'string' && validRequestId.test(given);
      return isTrusted ? given : randomUUID();
    },
  });
  const metrics = createMetrics();
  const headers = securityHeaders(options.publicUrl);
  const contextOf: ContextOf = (request) => ({
    requestId: request.id,
    headers: new Headers(
      Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined || name.startsWith(':') ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
      ) as [string, string][],
    ),
    ip: request.ip,
    responseHeaders: new Headers(),
  });

  server.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    reply.header('x-request-id', request.id);
    if (isForAnyOrigin(request)) admitAnyOrigin(request, reply);
    else if (isCrossSite(request, options.publicUrl)) {
      const detail = `This request came from another site. Open ${options.publicUrl} and try again.`;
      return problem(reply, 403, 'platform.cross-site', 'Not allowed', detail, request.id);
    }
  });
  server.addHook('onResponse', async (request, reply) => observe(metrics, options.log, request, reply));
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error instanceof BodyTooLarge ? 413 : (error.statusCode ?? 500);
    if (status >= 500) options.log.error({ err: error, requestId: request.id }, 'A request failed unexpectedly.');
    const known =
      status === 413 ? 'platform.too-large' : status >= 500 ? 'platform.unexpected' : 'platform.bad-request';
    const detail = status >= 500 ? 'Something went wrong here. Nothing was changed.' : error.message;
    return problem(reply, status, known, status === 413 ? 'Too large' : 'Refused', detail, request.id);
  });

  healthRoutes(server, options.ready, options.log);
  server.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) {
      return problem(reply, 403, 'platform.not-allowed', 'Not allowed', 'Metrics need the METRICS_TOKEN.', request.id);
    }
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  for (const route of options.routes) route(server, contextOf);
  server.register(async (rest) => {
    // Bodies go on as streams; the handlers read and limit them.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser('*', (_request, _payload, done) => done(null));
    rest.route({
      method: [...methods],
      url: '/*',
      handler: (request, reply) => serve(options, contextOf, request, reply),
    });
  });
  return server;
};

const serve = async (options: HttpOptions, contextOf: ContextOf, request: FastifyRequest, reply: FastifyReply) => {
  if (options.middleware) {
    const { middleware } = options;
    const taken = await new Promise<boolean>((resolve) => {
      reply.raw.once('close', () => resolve(true));
      middleware(request.raw, reply.raw, () => resolve(false));
    });
    if (taken) return reply.hijack();
  }
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > maxBodyBytes) throw new BodyTooLarge(maxBodyBytes);
  const context = contextOf(request);
  const webRequest = toWebRequest(request, options.publicUrl, maxBodyBytes);
  for (const handle of options.handlers) {
    const response = await handle(webRequest, context);
    if (response) return sendWebResponse(response, reply);
  }
  return problem(reply, 404, 'platform.not-found', 'Not found', `Nothing answers at ${request.url}.`, request.id);
};

/** Longer than any id, so a link's token: it opens what it stands for. */
const token = /[\w.-]{40,}/g;

const observe = (metrics: Metrics, log: Log, request: FastifyRequest, reply: FastifyReply): void => {
  const seconds = reply.elapsedTime / 1000;
  const area = request.url.startsWith('/api/') ? 'api' : request.url.startsWith('/assets/') ? 'asset' : 'page';
  metrics.requestSeconds.observe({ method: request.method, area, status: String(reply.statusCode) }, seconds);
  log.debug(
    {
      requestId: request.id,
      method: request.method,
      path: request.url.split('?')[0]?.replace(token, '…'),
      status: reply.statusCode,
      ms: Math.round(seconds * 1000),
    },
    'A request was answered.',
  );
};
