import contract from 'virtual:api-contract';
import { createORPCClient, ORPCError } from '@orpc/client';
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

const link = new OpenAPILink<ApiCall>(contract, {
  url: () => `${window.location.origin}/api`,
  headers: ({ context }) => (context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
  // The API refuses with RFC 9457 problems; callers get the same error as in-process ones.
  customErrorResponseBodyDecoder: (body, { status }) =>
    isProblem(body)
      ? new ORPCError(body.code, { status, message: body.detail, data: { fields: body.fields ?? [] } })
      : undefined,
});

/** The API by HTTP with the session of the page, for what cannot be a form: exam answers, live counts. */
export const browserApi: JsonifiedClient<Api> = createORPCClient(link);
