import { createCanonizer, issueBatch, issueCredential } from '@testamur/credentials';
import { SigningKeyUnavailable } from '../issuance/signer.ts';
import type { Reserved } from './reserve.ts';
import { type Signing, successorOf } from './successor.ts';

export interface Addresses {
  readonly did: string;
  readonly listUrl: (listId: string) => string;
}

/** What came of one credential: the exact bytes of its successor, or why there are none. */
export type Signed =
  | { readonly ok: true; readonly reserved: Reserved; readonly document: string }
  | { readonly ok: false; readonly reserved: Reserved; readonly failure: string };

const successor = ({ did, listUrl }: Addresses, { document, listId, index }: Reserved) =>
  successorOf({ document, issuer: did, listUrl: listUrl(listId), index });

const written = (signed: object): string => JSON.stringify(signed, null, 2);

/** One by one, so that one that cannot be signed is named and holds up no other. */
const signEach = async (
  chunk: readonly Reserved[],
  addresses: Addresses,
  { signer, created }: Signing,
): Promise<readonly Signed[]> => {
  const results: Signed[] = [];
  for (const reserved of chunk) {
    try {
      const signed = await issueCredential({ credential: successor(addresses, reserved), signer, created });
      results.push({ ok: true, reserved, document: written(signed) });
    } catch (error) {
      if (error instanceof SigningKeyUnavailable) throw error;
      results.push({ ok: false, reserved, failure: error instanceof Error ? error.message : String(error) });
    }
  }
  return results;
};

const findUnavailable = (error: unknown): SigningKeyUnavailable | undefined => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SigningKeyUnavailable) return cause;
  }
  return undefined;
};

/** Keeps the templates from one chunk to the next: credentials of one program have few shapes. */
const canonizer = createCanonizer();

/**
 * Signs a chunk by templates, of which samples are verified the slow way before they are given out. Where one cannot be
 * signed, the chunk is signed one by one, so that the others are.
 *
 * @throws SigningKeyUnavailable
 */
export const signChunk = async (
  chunk: readonly Reserved[],
  addresses: Addresses,
  { signer, created }: Signing,
): Promise<readonly Signed[]> => {
  const credentials = chunk.map((reserved) => successor(addresses, reserved));
  const results: Signed[] = [];
  try {
    for await (const signed of issueBatch({ credentials, signer, created, canonizer })) {
      const reserved = chunk[results.length];
      if (!reserved) throw new Error('The batch gave more credentials than it was given.');
      results.push({ ok: true, reserved, document: written(signed) });
    }
    return results;
  } catch (error) {
    const unavailable = findUnavailable(error);
    if (unavailable) throw unavailable;
    return signEach(chunk, addresses, { signer, created });
  }
};
