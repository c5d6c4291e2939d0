import { CREDENTIALS_CONTEXT } from '../contexts.ts';
import { instantOf } from '../dates.ts';
import { issueCredential, type SignedCredential } from '../issue.ts';
import { isObject, type JsonObject, listOf, screenDocument } from '../json.ts';
import type { Signer } from '../keys.ts';
import { encodeStatusList, entriesOf, MINIMUM_ENTRIES, type StatusList } from './list.ts';

export { type StatusMessage, type StatusReference, statusEntry } from './entry.ts';

/**
 * The unsigned credential of a status list, for signers of another kind than `issueStatusList` takes.
 *
 * @param options.issuer the issuer of the credentials that point to the list.
 * @param options.ttlMilliseconds how long a reader may go on with its copy before it asks for a newer one; unlike
 *   `validUntil` it says nothing about when the list is over.
 * @throws {RangeError} when a time is none, ttlMilliseconds is no positive integer, or the list is too small.
 * @see Bitstring Status List 1.0, 2.2 (BitstringStatusListCredential) and 3.1 (generate algorithm).
 */
export function buildStatusListCredential(options: {
  list: StatusList;
  listUrl: string;
  issuer: string;
  validFrom: string;
  validUntil?: string;
  ttlMilliseconds?: number;
}): JsonObject {
  const { list, listUrl, issuer, validFrom, validUntil, ttlMilliseconds: ttl } = options;
  instantOf(validFrom, 'validFrom');
  if (validUntil !== undefined) {
    instantOf(validUntil, 'validUntil');
  }
  if (entriesOf(list) < MINIMUM_ENTRIES) {
    throw new RangeError(`A status list must have at least ${MINIMUM_ENTRIES} entries.`);
  }
  if (ttl !== undefined && (!Number.isSafeInteger(ttl) || ttl <= 0)) {
    throw new RangeError(`ttlMilliseconds must be a positive integer, not ${ttl}.`);
  }
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      encodedList: encodeStatusList(list),
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}

/**
 * Signs a status list as a credential, to be served at its address.
 *
 * @param options.listUrl address at which the list is served, the `listUrl` of the references to it.
 * @param options.validUntil after it the list is stale and no status can be read off it: sign it again before.
 * @param options.created time of the proof.
 * @throws {RangeError} as `issueCredential` and `buildStatusListCredential` do.
 * @see Bitstring Status List 1.0, 2.2 (BitstringStatusListCredential) and 3.1 (generate algorithm).
 */
export async function issueStatusList(options: {
  list: StatusList;
  listUrl: string;
  signer: Signer;
  validFrom: string;
  validUntil?: string;
  ttlMilliseconds?: number;
  created?: Date | string;
}): Promise<SignedCredential> {
  const { signer, created, ...said } = options;
  const credential = buildStatusListCredential({ ...said, issuer: signer.controller });
  return issueCredential({ credential, signer, ...(created === undefined ? {} : { created }) });
}

/**
 * How long a copy of a status list may be used before a newer one is asked for: its `ttl`.
 *
 * @param credential anything; never throws.
 * @returns milliseconds; undefined when it names none, or none that is a positive integer.
 * @see Bitstring Status List 1.0, 2.2 (ttl).
 */
export function statusListTtl(credential: unknown): number | undefined {
  const screened = screenDocument(credential);
  const [subject] = screened.ok ? listOf(screened.document.credentialSubject) : [];
  const ttl = isObject(subject) ? subject.ttl : undefined;
  return typeof ttl === 'number' && Number.isSafeInteger(ttl) && ttl > 0 ? ttl : undefined;
}
