import { hasType, isObject, type Json, type JsonObject, listOf } from '../json.ts';
import { MAXIMUM_STATUS_SIZE, type StatusPurpose } from './list.ts';

/**
 * What a value of an entry means. The standard writes it for developers, not for holders: `message` should not be
 * shown to people as it is.
 *
 * @see Bitstring Status List 1.0, 2.1 (statusMessage).
 */
export interface StatusMessage {
  /** The value in hexadecimal, `0x0`, `0x1`, … */
  readonly status: string;
  readonly message: string;
}

/** One entry of one list, as a credential names it. */
export interface StatusReference {
  readonly purpose: StatusPurpose;
  /** Address of the list's credential. */
  readonly listUrl: string;
  /** Entry of the list, from 0. */
  readonly index: number;
  /** Bits of the entry, 1 (the default) to 8. */
  readonly statusSize?: number;
  /** One for each value that the bits can take, 2^statusSize; required when there is more than one bit. */
  readonly messages?: readonly StatusMessage[];
  /** Addresses of what explains the states. */
  readonly reference?: string | readonly string[];
}

/** An entry that was read, or what is wrong with it. */
export type ReadEntry =
  | { readonly ok: true; readonly reference: StatusReference }
  | { readonly ok: false; readonly unsupported: boolean; readonly problem: string };

const PURPOSES: readonly StatusPurpose[] = ['revocation', 'suspension', 'refresh', 'message'];

const isPurpose = (value: Json | undefined): value is StatusPurpose => PURPOSES.some((purpose) => purpose === value);

function messageProblem(messages: readonly StatusMessage[] | undefined, statusSize: number): string | undefined {
  if (messages === undefined) {
    return statusSize > 1 ? 'with more than one bit it must have a statusMessage for each value' : undefined;
  }
  if (messages.length !== 2 ** statusSize) {
    return `statusMessage must have ${2 ** statusSize} entries, one for each value of ${statusSize} bits`;
  }
  const values = new Set(messages.map(({ status }) => (/^0x[0-9a-f]+$/i.test(status) ? Number(status) : -1)));
  return values.size === messages.length && [...values].every((value) => value >= 0 && value < messages.length)
    ? undefined
    : 'each statusMessage must have its own value of the entry in hexadecimal, such as 0x1';
}

function problemOf(reference: StatusReference): string | undefined {
  const { listUrl, index, statusSize = 1, messages } = reference;
  const addresses = [listUrl, ...[reference.reference ?? []].flat()];
  const bad = addresses.find((address) => !URL.canParse(address));
  if (!Number.isSafeInteger(index) || index < 0) {
    return `index must be an integer of at least 0, not ${index}`;
  }
  if (bad !== undefined) {
    return `"${bad.slice(0, 200)}" must be an address such as https://example.org/status/1`;
  }
  if (!Number.isInteger(statusSize) || statusSize < 1 || statusSize > MAXIMUM_STATUS_SIZE) {
    return `statusSize must be an integer from 1 to ${MAXIMUM_STATUS_SIZE}`;
  }
  return messageProblem(messages, statusSize);
}

/**
 * The member of `credentialStatus` that points to an entry.
 *
 * @throws {RangeError} when the index is no integer of at least 0, an address is none, or the messages do not fit the
 *   bits of the entry.
 * @see Bitstring Status List 1.0, 2.1 (BitstringStatusListEntry).
 */
export function statusEntry(reference: StatusReference): JsonObject {
  const { purpose, listUrl, index, statusSize, messages, reference: explained } = reference;
  const problem = problemOf(reference);
  if (problem !== undefined) {
    throw new RangeError(`The status entry (${purpose}) is not well-formed: ${problem}.`);
  }
  return {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
    ...(statusSize === undefined ? {} : { statusSize }),
    ...(messages === undefined ? {} : { statusMessage: messages.map(({ status, message }) => ({ status, message })) }),
    ...(explained === undefined ? {} : { statusReference: typeof explained === 'string' ? explained : [...explained] }),
  };
}

function messagesOf(value: Json | undefined): readonly StatusMessage[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value.map((entry) => {
    const { status, message } = isObject(entry) ? entry : {};
    const readable = typeof status === 'string' && typeof message === 'string';
    return readable ? { status, message } : { status: '', message: '' };
  });
}

const malformed = (problem: string): ReadEntry => ({ ok: false, unsupported: false, problem });

/**
 * Reads an entry of `credentialStatus` of a screened document.
 *
 * @returns `unsupported` marks what may be right but is not known here: another type, another purpose, wider entries.
 */
export function readEntry(entry: Json): ReadEntry {
  if (!isObject(entry) || !hasType(entry, 'BitstringStatusListEntry')) {
    return { ok: false, unsupported: true, problem: 'its type is not BitstringStatusListEntry' };
  }
  const { id, statusPurpose, statusListIndex, statusListCredential, statusSize = 1, statusMessage } = entry;
  if (typeof statusPurpose === 'string' && !isPurpose(statusPurpose)) {
    return { ok: false, unsupported: true, problem: `its purpose "${statusPurpose.slice(0, 80)}" is not known here` };
  }
  if (typeof statusSize === 'number' && Number.isInteger(statusSize) && statusSize > MAXIMUM_STATUS_SIZE) {
    return { ok: false, unsupported: true, problem: `its entries are wider than ${MAXIMUM_STATUS_SIZE} bits` };
  }
  if (!isPurpose(statusPurpose)) {
    return malformed('statusPurpose must be text');
  }
  if (typeof statusListIndex !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(statusListIndex)) {
    return malformed('statusListIndex must be an integer of at least 0, written as text in base 10');
  }
  if (typeof statusListCredential !== 'string' || id === statusListCredential) {
    return malformed('statusListCredential must be an address, and another one than the id of the entry');
  }
  if (typeof statusSize !== 'number') {
    return malformed('statusSize must be a number');
  }
  const references = listOf(entry.statusReference);
  const explained = references.filter((address) => typeof address === 'string');
  if (explained.length !== references.length) {
    return malformed('statusReference must hold addresses');
  }
  const messages = messagesOf(statusMessage);
  if (statusMessage !== undefined && messages === undefined) {
    return malformed('statusMessage must be a list');
  }
  const reference: StatusReference = {
    purpose: statusPurpose,
    listUrl: statusListCredential,
    index: Number(statusListIndex),
    statusSize,
    ...(messages === undefined ? {} : { messages }),
    ...(explained.length === 0 ? {} : { reference: explained }),
  };
  const problem = problemOf(reference);
  return problem === undefined ? { ok: true, reference } : malformed(problem);
}
