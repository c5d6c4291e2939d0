import { randomUUID } from 'node:crypto';
import { createORPCClient, ORPCError } from '@orpc/client';
import { type ContractRouterClient, isContractProcedure } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '@testamur/server/contract';

/** What one call brings along beside its input. (A type, not an interface: oRPC wants it to be indexable.) */
export type ApiCall = {
  /** Another one for every command, unless the same command is meant to be sent twice. */
  readonly idempotencyKey?: string;
};

/** The API as typed operations, over HTTP. Its answers are plain JSON and files: nothing is lost on the way. */
export type Api = ContractRouterClient<typeof contract, ApiCall>;

/** No answer came: nobody listens there, or the way there is broken. */
export class Unreachable extends Error {
  constructor(url: string, cause: unknown) {
    super(`No server answers at ${url}.`, { cause });
    this.name = 'Unreachable';
  }
}

const isProblem = (body: unknown): body is { code: string; detail: string } =>
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

const isCommand = (path: readonly string[]): boolean => {
  let node: unknown = contract;
  for (const part of path) {
    node = typeof node === 'object' && node !== null ? Object.getOwnPropertyDescriptor(node, part)?.value : undefined;
  }
  return isContractProcedure(node) && node['~orpc'].meta.command === true;
};

export interface Connection {
  /** Of the installation, such as `http://localhost:3000`. */
  readonly url: string;
  /** Of the session; without one, the caller is anyone. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

const patienceMs = 60_000;

/** The API for one person. A refusal rejects with an ORPCError that has the problem's code and detail. */
export const connect = ({ url, token, fetch = globalThis.fetch }: Connection): Api =>
  createORPCClient(
    new OpenAPILink<ApiCall>(contract, {
      url: `${url}/api`,
      headers: ({ context }, path) => ({
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(isCommand(path) ? { 'idempotency-key': context.idempotencyKey ?? randomUUID() } : {}),
      }),
      fetch: async (request) => {
        const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => {
          throw new Unreachable(url, error);
        });
        return asJson(response);
      },
      customErrorResponseBodyDecoder: (body, { status }) =>
        isProblem(body) ? new ORPCError(body.code, { status, message: body.detail }) : undefined,
    }),
  );
