import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Api, ApiCall } from './api.ts';

const isProblem = (body: unknown): body is { code: string; detail: string; fields?: unknown } =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string';

/** The link reads JSON by its plain type alone; problems (RFC 9457), DID documents and status lists are JSON of types of their own. */
const asJson = (response: Response): Response => {
  const isJson = /^application\/((problem|did)\+json|vc)(;|$)/.test(response.headers.get('content-type') ?? '');
  // A credential that is handed out as a file has a name.
  if (!isJson || response.headers.has('content-disposition')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

interface HttpApiOptions {
  /** Of the site, such as `https://example.org`. */
  readonly origin: () => string;
  readonly fetch: typeof globalThis.fetch;
}

/** The API by HTTP. A refusal rejects with the same error as a call in-process: its code, status, message and fields. */
export const apiOverHttp = (contract: AnyContractRouter, { origin, fetch }: HttpApiOptions): JsonifiedClient<Api> =>
  createORPCClient(
    new OpenAPILink<ApiCall>(contract, {
      url: () => `${origin()}/api`,
      headers: ({ context }) =>
        context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey },
      fetch: async (request, init) => asJson(await fetch(request, init)),
      customErrorResponseBodyDecoder: (body, { status }) =>
        isProblem(body)
          ? new ORPCError(body.code, { status, message: body.detail, data: { fields: body.fields ?? [] } })
          : undefined,
    }),
  );
