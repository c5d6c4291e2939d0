/** The API as typed operations: in-process on the server (`apiContext`), by HTTP in the browser (`api.client.ts`). */
export type { Api } from '@testamur/server/contract';
