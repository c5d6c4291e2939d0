import type { Message } from './message.ts';

/**
 * What became of a document: `ok` is read in full; `loss` is read, and the messages name everything left out; `refused`
 * is not read, and the one message says why and how to mend it.
 */
export type ReadResult<Name extends string, T> =
  | ({ readonly status: 'ok'; readonly messages: readonly [] } & { readonly [name in Name]: T })
  | ({ readonly status: 'loss'; readonly messages: readonly Message[] } & { readonly [name in Name]: T })
  | { readonly status: 'refused'; readonly messages: readonly [Message] };
