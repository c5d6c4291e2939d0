import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers pages of other sites, too, and knows nobody by a cookie. */
    readonly anyOrigin?: boolean;
  }
}

/** The `config` of a route that wallets and verifiers in browsers ask from pages of their own. */
export const anyOrigin = { anyOrigin: true } as const;

export const isForAnyOrigin = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.anyOrigin === true;

/**
 * Lets every page read the answer of such a route. What a browser adds by itself counts for nothing there: without the
 * cookies no page can use the session of whoever looks at it.
 */
export const admitAnyOrigin = (request: FastifyRequest, reply: FastifyReply): void => {
  delete request.headers.cookie;
  reply.header('access-control-allow-origin', '*');
  reply.header('access-control-expose-headers', 'www-authenticate, dpop-nonce, retry-after, x-request-id');
};

/** Answers what a browser asks before it lets a page send something that no form could (CORS preflight, Fetch 3.2). */
export const openToAnyOrigin = (server: FastifyInstance, url: string, method: 'GET' | 'POST'): void => {
  server.options(url, { config: anyOrigin }, (_request, reply) =>
    reply
      .status(204)
      .header('access-control-allow-methods', method)
      .header('access-control-allow-headers', 'authorization, content-type, dpop')
      .header('access-control-max-age', '86400')
      .send(),
  );
};
