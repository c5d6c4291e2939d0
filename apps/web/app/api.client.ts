import { createORPCClient } from '@orpc/client';
import { type JsonifiedClient, OpenAPILink } from '@orpc/openapi-client';
import contract from 'virtual:api-contract';
import type { Api } from './api.ts';

/** Sent as headers of one call: `browserApi.x.y(input, { context: { idempotencyKey } })`. */
export interface BrowserCall {
  readonly idempotencyKey?: string;
}

const link = new OpenAPILink<BrowserCall>(contract, {
  url: () => `${window.location.origin}/api`,
  headers: ({ context }) =>
    context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey },
});
