import { CREDENTIALS_CONTEXT } from '../contexts.ts';
import { instantOf } from '../dates.ts';
import { issueCredential, type SignedCredential } from '../issue.ts';
import type { JsonObject } from '../json.ts';
import type { Signer } from '../keys.ts';
import { encodeStatusList, MINIMUM_ENTRIES, type StatusList, type StatusPurpose } from './list.ts';

/** One entry of one list, as a credential names it. */
export interface StatusReference {
  readonly purpose: StatusPurpose;
  /** Address of the list's credential. */
  readonly listUrl: string;
  /** Entry of the list, from 0. */
  readonly index: number;
}

/**
 * The member of `credentialStatus` that points to an entry.
 *
 * @throws {RangeError} when the index is no integer of at least 0 or the address is none.
 * @see Bitstring Status List 1.0, BitstringStatusListEntry.
 */
export function statusEntry(reference: StatusReference): JsonObject {
  const { purpose, listUrl, index } = reference;
  if (!Number.isInteger(index) || index < 0) {
    throw new RangeError(`index must be an integer of at least 0, not ${index}.`);
  }
  if (!URL.canParse(listUrl)) {
    throw new RangeError(`listUrl must be an address such as https://example.org/status/1, not "${listUrl}".`);
  }
  return {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
  };
}

/**
 * Signs a status list as a credential, to be served at its address.
 *
 * @param options.listUrl address at which the list is served, the `listUrl` of the references to it.
 * @param options.validUntil after it the list is stale and no status can be read off it: sign it again before.
 * @param options.created time of the proof.
 * @throws {RangeError} as `issueCredential` does, and when the list is too small.
 * @see Bitstring Status List 1.0, BitstringStatusListCredential and generate algorithm.
 */
export async function issueStatusList(options: {
  list: StatusList;
  listUrl: string;
  signer: Signer;
  validFrom: string;
  validUntil?: string;
  created?: Date | string;
}): Promise<SignedCredential> {
  const { list, listUrl, signer, validFrom, validUntil, created } = options;
  instantOf(validFrom, 'validFrom');
  if (list.bits.length * 8 < MINIMUM_ENTRIES) {
    throw new RangeError(`A status list must have at least ${MINIMUM_ENTRIES} entries.`);
  }
  const credential: JsonObject = {
    '@context': [CREDENTIALS_CONTEXT],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: signer.controller,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      encodedList: encodeStatusList(list),
    },
  };
  return issueCredential({ credential, signer, ...(created === undefined ? {} : { created }) });
}
