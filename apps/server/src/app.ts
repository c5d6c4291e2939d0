import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import { contract } from './contract.ts';
import { createApiHandler, createHttpServer, describeApi, type RequestContext } from './platform/http/index.ts';
import { version } from './version.ts';

/** What `apps/web/handler.ts` exports; loaded at run time, because the web stands above the server. */
interface WebHandler {
  readonly handle: (request: Request) => Promise<Response>;
  readonly staticFolder: string;
  readonly middleware: ((request: unknown, response: unknown, next: () => void) => void) | undefined;
  readonly close: () => Promise<void>;
}

export interface AppOptions {
  readonly context: Context;
  /** Absent: the API alone, as tests and benches use it. */
  readonly web?: 'production' | 'development';
}

const webModule = pathToFileURL(path.resolve(import.meta.dirname, '../../web/handler.ts')).href;

/** The HTTP server over a context: API, pages, files, health and metrics. */
export const createApp = async ({
  context,
  web,
}: AppOptions): Promise<{ server: FastifyInstance; close: () => Promise<void> }> => {
  const { platform, router, identity, parts, report } = context;
  const { config, log, db } = platform;
  const api = createApiHandler(router, report);
  const document = await describeApi(contract, config.PUBLIC_URL, version);
  const contexts = new WeakMap<Request, RequestContext>();
  const site = web === undefined ? undefined : await loadWeb(web, context, contexts, document);

  const server = createHttpServer({
    publicUrl: config.PUBLIC_URL,
    trustProxy: config.TRUST_PROXY,
    metricsToken: config.METRICS_TOKEN,
    log,
    ready: async () => {
      await db.pool.query('select 1');
    },
    routes: parts.flatMap((part) => (part.routes ? [part.routes] : [])),
    handlers: [
      async (request, requestContext) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/api/openapi.json') return Response.json(document);
        return pathname.startsWith('/api/auth/') ? identity.authHandler(request, { ip: requestContext.ip }) : undefined;
      },
      async (request, requestContext) => {
        const { pathname } = new URL(request.url);
        return pathname.startsWith('/api/')
          ? ((await api(request, requestContext)) ?? noSuchOperation(requestContext))
          : undefined;
      },
      async (request, requestContext) => {
        contexts.set(request, requestContext);
        return site?.handle(request);
      },
    ],
    middleware: site?.middleware,
  });
  if (site && web === 'production') {
    await server.register(fastifyStatic, {
      root: site.staticFolder,
      wildcard: false,
      setHeaders: (reply, file) => {
        const forever = file.includes(`${path.sep}assets${path.sep}`);
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      },
    });
  }
  return {
    server,
    close: async () => {
      await server.close();
      await site?.close();
    },
  };
};

const noSuchOperation = ({ requestId }: RequestContext): Response =>
  new Response(
    JSON.stringify({
      type: '/api#platform.not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no such operation. The list stands at /api.',
      code: 'platform.not-found',
      fields: [],
      requestId,
    }),
    { status: 404, headers: { 'content-type': 'application/problem+json' } },
  );

const loadWeb = async (
  mode: 'production' | 'development',
  context: Context,
  contexts: WeakMap<Request, RequestContext>,
  document: unknown,
): Promise<WebHandler> => {
  const { createWebHandler } = (await import(webModule)) as {
    createWebHandler: (options: {
      mode: string;
      getContext: (request: Request) => Promise<unknown>;
    }) => Promise<WebHandler>;
  };
  const { platform, client, report } = context;
  return createWebHandler({
    mode,
    getContext: async (request) => {
      const requestContext = contexts.get(request);
      if (!requestContext) throw new Error('A page was asked for outside the HTTP server.');
      const viewer = await platform.plumbing.authenticate(requestContext);
      const api = client(requestContext);
      return {
        api,
        viewer: viewer && (await api.identity.viewer({})),
        requestId: requestContext.requestId,
        demonstration: platform.config.DEMO,
        report: (error: unknown) => report(error, requestContext),
        responseHeaders: requestContext.responseHeaders,
        apiDocument: document,
      };
    },
  });
};
