import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '@testamur/server/contract';

/** What one call brings along beside its input. (A type, not an interface: oRPC wants it to be indexable.) */
export type ApiCall = {
  /** The same key twice does the command once. */
  readonly idempotencyKey?: string;
};

/**
 * The API as typed operations: in-process on the server (`apiContext`), by HTTP in the browser (`api.client.ts`).
 * `api.candidacies.submitApplication(input, { context: { idempotencyKey } })`.
 */
export type Api = ContractRouterClient<typeof contract, ApiCall>;
