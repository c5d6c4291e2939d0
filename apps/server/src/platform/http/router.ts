import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { type AnyRouter, createRouterClient, ORPCError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestContext } from './bind.ts';
import { isUnexpected, problemDetails, retryAfterSeconds, toProblemError } from './problem-details.ts';
import { BodyTooLarge } from './web-request.ts';

/** Reports what is a bug, and nothing else; a refusal is an answer. */
export type Report = (error: unknown, request: RequestContext) => void;

const asProblems =
  (report: Report) =>
  async (options: { context: unknown; next: () => unknown }): Promise<unknown> => {
    try {
      return await options.next();
    } catch (error) {
      const problem = toProblemError(error);
      const context = options.context as RequestContext;
      if (isUnexpected(problem.status)) report(error, context);
      const data = typeof problem.data === 'object' && problem.data !== null ? problem.data : {};
      Object.defineProperty(problem, 'data', { value: { fields: [], ...data, requestId: context.requestId } });
      throw problem;
    }
  };

/** The library takes every body that breaks off for a malformed one. */
const asTooLarge = async (options: { context: RequestContext; next: () => unknown }): Promise<unknown> => {
  try {
    return await options.next();
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    const data = { fields: [], requestId: options.context.requestId };
    throw new ORPCError('platform.too-large', { status: 413, message: error.message, data, cause: error });
  }
};

const requestIdOf = (data: unknown): string | undefined => {
  const id = (data as { requestId?: unknown } | undefined)?.requestId;
  return typeof id === 'string' ? id : undefined;
};

/** The REST API: every operation of the contract under `/api`. Answers undefined where no operation matches. */
export const createApiHandler = (router: AnyRouter, report: Report) => {
  const handler = new OpenAPIHandler<RequestContext>(router, {
    interceptors: [asTooLarge as never],
    clientInterceptors: [asProblems(report) as never],
    customErrorResponseBodyEncoder: (error) => problemDetails(error, requestIdOf(error.data)),
  });
  return async (request: Request, context: RequestContext): Promise<Response | undefined> => {
    const { matched, response } = await handler.handle(request, { prefix: '/api', context });
    if (!matched) return undefined;
    if (response.status >= 400) response.headers.set('content-type', 'application/problem+json');
    if (response.status === 503) response.headers.set('retry-after', String(retryAfterSeconds));
    // What people uploaded is handed out to be kept, never to be run in this site's name.
    const disposition = response.headers.get('content-disposition');
    if (disposition?.startsWith('inline'))
      response.headers.set('content-disposition', disposition.replace('inline', 'attachment'));
    for (const [name, value] of context.responseHeaders) response.headers.append(name, value);
    return response;
  };
};

/** The same operations called in this process, with the rights of whoever made the request. */
export const createInProcessClient = <C extends AnyContractRouter>(
  router: AnyRouter,
  request: RequestContext,
  report: Report,
): ContractRouterClient<C, { idempotencyKey?: string }> =>
  createRouterClient(router, {
    context: (call: { idempotencyKey?: string }) =>
      call.idempotencyKey === undefined ? request : { ...request, idempotencyKey: call.idempotencyKey },
    interceptors: [asProblems(report) as never],
  }) as unknown as ContractRouterClient<C, { idempotencyKey?: string }>;

/** OpenAPI 3.1, made from the contract. */
export const describeApi = (contract: AnyContractRouter, publicUrl: string, version: string) =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: {
      title: 'Testamur',
      version,
      description:
        'Everything that anyone can do in Testamur. Refusals are problems (RFC 9457) with a `code` to branch on. Commands take an `Idempotency-Key`: the same key again gives the same answer, with another body it is refused. Sign in for a session cookie, or send the token as `Authorization: Bearer …`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api` }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'testamur.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { bearer: [] }, {}],
    customErrorResponseBodySchema: {
      type: 'object',
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        code: { type: 'string' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
        },
        requestId: { type: 'string' },
      },
      required: ['type', 'title', 'status', 'detail', 'code', 'fields'],
    },
  });
